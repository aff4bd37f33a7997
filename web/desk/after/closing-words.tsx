import { useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { changesBetween, draftOf, rebased } from '../draft.ts';
import { FarewellFields } from '../farewell-fields.tsx';
import { mistakesBut, problemOf } from '../refused.ts';
import { readSession, useEditSession, type Session } from '../sessions.ts';
import styles from './after.module.css';

const SHOWN = /^\/farewell\//;

/** What the last page says can still be written once it is over: where the slides are, who won. */
export function ClosingWords({ session }: { session: Session }) {
  const [base, setBase] = useState(() => ({ draft: draftOf(session), version: session.version }));
  const [draft, setDraft] = useState(base.draft);
  const [said, setSaid] = useState('');
  const edit = useEditSession(session.id);
  const changes = changesBetween(base.draft, draft);
  const overtaken = problemOf(edit.error)?.status === 412;
  const wrong = overtaken ? undefined : mistakesBut(SHOWN, edit.error);

  function save(): void {
    setSaid('');
    if (edit.isPending) return;
    if (Object.keys(changes).length === 0) return setSaid('Nothing was changed.');
    edit.mutate({ changes, version: base.version }, {
      onSuccess: (after) => {
        const stored = draftOf(after);
        setBase({ draft: stored, version: after.version });
        setDraft(stored);
        setSaid('Saved. Whoever opens the last page reads it from now on.');
      },
    });
  }

  async function takeTheirs(): Promise<void> {
    const newer = await readSession(session.id);
    setDraft(rebased(draft, base.draft, draftOf(newer)));
    setBase({ draft: draftOf(newer), version: newer.version });
    edit.reset();
  }

  return (
    <section class={styles.part} aria-labelledby="closing-words">
      <h2 id="closing-words">Closing words</h2>
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <FarewellFields draft={draft} put={(part) => setDraft({ ...draft, ...part })} error={overtaken ? undefined : edit.error} />
        {overtaken && (
          <Notice tone="danger" title="Somebody else has changed this session meanwhile." action={<Button onClick={() => void takeTheirs()}>Load their version</Button>}>
            What you changed is kept; look through it, then save again.
          </Notice>
        )}
        {wrong && <Notice tone="danger">{wrong}</Notice>}
        <div class={styles.saving}>
          <Button type="submit" busy={edit.isPending}>Save</Button>
          <p class={styles.soft} role="status">{said}</p>
        </div>
      </form>
    </section>
  );
}
