import { useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { SelectField, TextField } from '../../kit/field.tsx';
import { Notice } from '../../kit/notice.tsx';
import { spellMoment } from '../../kit/times.ts';
import { mistakeAt, problemOf } from '../refused.ts';
import { useApiKeys, useMakeApiKey, useRevokeApiKey, type ApiKey, type ApiKeyMade } from './own.ts';
import styles from './account.module.css';

const SCOPES = [{ value: 'write', label: 'Everything that you may' }, { value: 'read', label: 'Looking only' }];
const ENDS = [{ value: '90', label: 'after 90 days' }, { value: '365', label: 'after a year' }, { value: '', label: 'never' }];

/** Keys with which programs speak for whoever made them. */
export function ApiKeys({ workspaceName }: { workspaceName: string }) {
  const keys = useApiKeys();
  const revoke = useRevokeApiKey();
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState<ApiKey>();
  const [made, setMade] = useState<ApiKeyMade>();
  const [open, setOpen] = useState(false);
  return (
    <section class={styles.part} aria-labelledby="keys">
      <h2 id="keys" tabIndex={-1} ref={heading}>API keys</h2>
      <p class={styles.soft}>A program that holds one does in <b>{workspaceName}</b> what you may do here.</p>
      {keys.isError && <Notice tone="danger" action={<Button onClick={() => void keys.refetch()}>Try again</Button>}>{problemOf(keys.error)?.detail}</Notice>}
      {made && (
        <Notice tone="good" title={`The key “${made.name}”`} action={<Copy text={made.key} />}>
          <p class={styles.key}>{made.key}</p>
          <p>Keep it now: it is not shown again.</p>
        </Notice>
      )}
      <ul class={styles.list}>
        {keys.data?.map((key) => (
          <li key={key.id}>
            <span>
              <b>{key.name}</b>{' '}
              <span class={styles.soft}>{key.scope === 'read' ? 'looks only' : 'may do everything'}, {ending(key)}</span>
            </span>
            <Button look="bare" aria-label={`Revoke ${key.name}`} onClick={() => setAsked(key)}>Revoke</Button>
          </li>
        ))}
      </ul>
      {open
        ? <MakeKey onMade={(key) => { setMade(key); setOpen(false); heading.current?.focus(); }} onClose={() => setOpen(false)} />
        : <div><Button onClick={() => setOpen(true)}>Make a key</Button></div>}
      <Dialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={`Revoke “${asked?.name}”?`}
        actions={(
          <>
            <Button onClick={() => setAsked(undefined)}>Keep it</Button>
            <Button
              look="danger"
              busy={revoke.isPending}
              onClick={() => revoke.mutate(asked!.id, {
                onSuccess: () => {
                  if (made?.id === asked!.id) setMade(undefined);
                  setAsked(undefined);
                  heading.current?.focus();
                },
              })}
            >
              Revoke
            </Button>
          </>
        )}
      >
        <p>Programs that use it are refused at once.</p>
        {revoke.error && <Notice tone="danger">{problemOf(revoke.error)?.detail}</Notice>}
      </Dialog>
    </section>
  );
}

function ending({ expiresAt }: ApiKey): string {
  if (!expiresAt) return 'never ends';
  return Date.parse(expiresAt) < Date.now() ? 'has ended' : `ends on ${spellMoment(expiresAt)}`;
}

function Copy({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  return <Button onClick={() => void navigator.clipboard?.writeText(text).then(() => setCopied(true), () => undefined)}>{copied ? 'Copied' : 'Copy'}</Button>;
}

function MakeKey({ onMade, onClose }: { onMade: (key: ApiKeyMade) => void; onClose: () => void }) {
  const make = useMakeApiKey();
  const [draft, setDraft] = useState({ name: '', scope: 'write', days: '90' });
  const known = mistakeAt(make.error, '/name');
  return (
    <form
      class={styles.form}
      aria-label="Make a key"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (make.isPending) return;
        const { name, scope, days } = draft;
        make.mutate({ name, scope: scope as ApiKey['scope'], ...(days && { days: Number(days) }) }, { onSuccess: onMade });
      }}
    >
      <TextField label="What it is for" autocomplete="off" autofocus value={draft.name} onInput={(event) => setDraft({ ...draft, name: event.currentTarget.value })} error={known} />
      <SelectField label="What it may do" value={draft.scope} options={SCOPES} onChange={(scope) => setDraft({ ...draft, scope })} />
      <SelectField label="Ends" value={draft.days} options={ENDS} onChange={(days) => setDraft({ ...draft, days })} />
      {make.error && !known && <Notice tone="danger">{problemOf(make.error)?.detail}</Notice>}
      <div class={styles.deeds}>
        <Button type="submit" look="primary" busy={make.isPending}>Make it</Button>
        <Button look="bare" onClick={onClose}>Never mind</Button>
      </div>
    </form>
  );
}
