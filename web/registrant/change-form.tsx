import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Field, SelectField, TextField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { allZones, zoneTyped } from '../kit/zones.ts';
import { AnswerField } from './answer-field.tsx';
import { change, type Own, type Refused } from './ask.ts';
import { LANGUAGES, askedOnce, changesBetween, draftOf, pointerTo, type Draft } from './draft.ts';
import styles from './registrant.module.css';

/** What somebody said, open to be changed. One judge: the server, by the definition that drew the form. */
export function ChangeForm({ token, own, onNews }: { token: string; own: Own; onNews: (own: Own) => void }) {
  const before = draftOf(own);
  const [draft, setDraft] = useState<Draft>(before);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const [done, setDone] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const zones = useId();

  // The first thing to mend gets the focus, once its error stands beside it.
  useEffect(() => {
    if (refused?.mistakes.length) form.current?.querySelector<HTMLElement>('[aria-invalid], [data-wrong] input')?.focus();
  }, [refused]);

  const put = (changes: Partial<Draft>): void => {
    setDraft((now) => ({ ...now, ...changes }));
    setDone(undefined);
  };
  const wrong = (pointer: string): string | undefined => refused?.mistakes.find((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`))?.detail;

  async function save(): Promise<void> {
    const meant = { ...draft, timeZone: zoneTyped(draft.timeZone) };
    setDraft(meant);
    setRefused(undefined);
    setDone(undefined);
    const wish = changesBetween(before, meant, own.fields);
    if (Object.keys(wish).length === 0) return setDone('Nothing has changed: it already stands so.');
    setBusy(true);
    const answer = await change(token, wish);
    setBusy(false);
    if ('refused' in answer) return setRefused(answer.refused);
    setDraft(draftOf(answer.value));
    setDone('Saved. The next mail follows it.');
    onNews(answer.value);
  }

  const earlier = askedOnce(own);
  return (
    <form ref={form} class={styles.section} noValidate aria-labelledby="answers-title" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <h2 id="answers-title">What you said</h2>
      <p class={styles.soft}>Registered as <b>{own.registration.email}</b>. To come under another address, register with that one.</p>
      <TextField label="Name" name="name" autocomplete="name" required maxLength={100} spellcheck={false} value={draft.name} error={wrong('/name')} onInput={(event) => put({ name: event.currentTarget.value })} />
      {own.fields.map((field) => (
        <AnswerField key={field.key} field={field} typed={draft.answers[field.key] ?? ''} before={before.answers[field.key] ?? ''} error={wrong(pointerTo(field.key))}
          onType={(typed) => put({ answers: { ...draft.answers, [field.key]: typed } })} />
      ))}
      {earlier.length > 0 && (
        <dl class={styles.said}>
          {earlier.map(({ key, answer }) => <div key={key}><dt>Asked earlier: {key}</dt><dd>{answer}</dd></div>)}
        </dl>
      )}
      <div class={styles.pair}>
        <Field label="Time zone" help="Mails tell the time in it. Type a city." error={wrong('/timeZone')}>
          {(control) => (
            <input {...control} type="text" list={zones} autocomplete="off" spellcheck={false} value={draft.timeZone.replaceAll('_', ' ')}
              onFocus={(event) => event.currentTarget.select()} onInput={(event) => put({ timeZone: event.currentTarget.value })} onBlur={() => setDraft((now) => ({ ...now, timeZone: zoneTyped(now.timeZone) }))} />
          )}
        </Field>
        <datalist id={zones}>{allZones().map((zone) => <option key={zone} value={zone.replaceAll('_', ' ')} />)}</datalist>
        <SelectField label="Language" help="Of the mails to you." value={draft.language} options={LANGUAGES} error={wrong('/locale')} onChange={(language) => put({ language })} />
      </div>
      {refused && <Notice tone="danger">{refused.mistakes.length > 0 ? 'Please look again at what is marked. Nothing was changed yet.' : refused.sentence}</Notice>}
      <div class={styles.row}>
        <Button type="submit" busy={busy}>Save changes</Button>
        <p class={styles.done} role="status">{done}</p>
      </div>
    </form>
  );
}
