import { useState } from 'preact/hooks';
import { tokensOf } from '../../../client/look.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Notice } from '../../kit/notice.tsx';
import { mistakeAt, problemOf } from '../refused.ts';
import { useChooseLook, useLook } from './workspace.ts';
import account from './account.module.css';
import styles from './look.module.css';

/** Foyer's own green, where a choice begins. */
const FIRST = '#17503f';

/** The colour that who comes sees: on public pages, at the door, in the room and in mails. The desk stays as it is. */
export function WorkspaceColour({ owner }: { owner: boolean }) {
  const look = useLook();
  const choose = useChooseLook();
  const [choice, setChoice] = useState<string>();
  const [saved, setSaved] = useState(false);
  if (!look.data || (!owner && look.data.accent === null)) return null;
  const { accent } = look.data;
  const shown = choice ?? accent;
  const wrong = mistakeAt(choose.error, '/accent');
  const store = (next: string | null): void => choose.mutate(next, { onSuccess: () => { setChoice(undefined); setSaved(true); } });
  return (
    <section class={account.part} aria-labelledby="colour">
      <h2 id="colour">Colour</h2>
      <p class={account.soft}>Your sessions’ pages, their rooms and your mails wear it. Choose any: its tone is adapted so that it can be read by day and by night.</p>
      <Samples accent={shown} />
      {owner && (
        <form
          class={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (choice && !choose.isPending) store(choice);
          }}
        >
          <Field label="Accent colour" error={wrong}>
            {(control) => <input {...control} class={`${control.class} ${styles.picker}`} type="color" value={shown ?? FIRST} onInput={(event) => { setSaved(false); setChoice(event.currentTarget.value); }} />}
          </Field>
          {choose.error && !wrong && <Notice tone="danger">{problemOf(choose.error)?.detail}</Notice>}
          <div class={account.deeds}>
            <Button type="submit" look="primary" disabled={!choice || choice === accent} busy={choose.isPending && choose.variables !== null}>Save the colour</Button>
            {accent !== null && <Button look="bare" busy={choose.isPending && choose.variables === null} onClick={() => store(null)}>Use Foyer’s own</Button>}
          </div>
          <p role="status">{saved && (accent === null ? 'Foyer’s own colours again.' : 'Saved: your pages and mails wear it now.')}</p>
        </form>
      )}
    </section>
  );
}

/** A button and a link as they will be, by day and by night. Pictures of them: nothing here can be pressed. */
function Samples({ accent }: { accent: string | null }) {
  return (
    <div class={styles.samples} role="img" aria-label="A button and a link in this colour, by day and by night">
      {(['light', 'dark'] as const).map((scheme) => (
        <div key={scheme} class={styles.sample} style={{ colorScheme: scheme, ...(accent && tokensOf(accent)) }}>
          <span class={styles.button}>Join</span>
          <span class={styles.link}>Add to calendar</span>
        </div>
      ))}
    </div>
  );
}
