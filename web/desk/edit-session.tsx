import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { changesBetween, draftOf, rebased } from './draft.ts';
import { problemOf } from './refused.ts';
import { SessionForm } from './session-form.tsx';
import { readSession, useEditSession, type Session } from './sessions.ts';

/** A session rewritten, against the version that was read: nobody's change is overwritten unseen. */
export function EditSession({ session, registrants, onDone }: { session: Session; registrants: number; onDone: () => void }) {
  const [base, setBase] = useState(() => ({ draft: draftOf(session), version: session.version }));
  const [draft, setDraft] = useState(base.draft);
  const edit = useEditSession(session.id);
  const changes = changesBetween(base.draft, draft);
  const overtaken = problemOf(edit.error)?.status === 412;
  const moves = 'wallTime' in changes || 'timeZone' in changes || 'durationMinutes' in changes;

  async function takeTheirs(): Promise<void> {
    const newer = await readSession(session.id);
    const theirs = draftOf(newer);
    setDraft(rebased(draft, base.draft, theirs));
    setBase({ draft: theirs, version: newer.version });
    edit.reset();
  }

  function save(): void {
    if (Object.keys(changes).length === 0) onDone();
    else edit.mutate({ changes, version: base.version }, { onSuccess: onDone });
  }

  return (
    <>
      <h1>Edit</h1>
      <SessionForm
        draft={draft}
        onChange={setDraft}
        error={overtaken ? undefined : edit.error}
        busy={edit.isPending}
        submitLabel="Save"
        onSubmit={save}
        onLeave={onDone}
        timeFixed={session.status === 'live'}
        consequence={
          overtaken ? (
            <Notice tone="danger" title="Somebody else has changed this session meanwhile." action={<Button onClick={() => void takeTheirs()}>Load their version</Button>}>
              What you changed is kept; look through it, then save again.
            </Notice>
          ) : (
            moves && registrants > 0 && (
              <Notice tone="lit">{registrants === 1 ? 'One person has registered and gets' : `${registrants} people have registered and get`} the new time by e-mail.</Notice>
            )
          )
        }
      />
    </>
  );
}
