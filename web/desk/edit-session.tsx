import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { changesBetween, draftOf, rebased } from './draft.ts';
import { concernsOthers, isMove, thoughtOf, useForesee, type Foresight } from './foresight.ts';
import { MoveDialog } from './move-dialog.tsx';
import { movedFrom, type Moved } from './moved.ts';
import { Previewed } from './preview/previewed.tsx';
import { problemOf } from './refused.ts';
import { SessionForm } from './session-form.tsx';
import { readSession, useEditSession, type Session } from './sessions.ts';

interface EditSessionProps {
  session: Session;
  registrants: number;
  /** With what was moved, if anything was. */
  onDone: (moved?: Moved) => void;
}

/** A session rewritten, against the version that was read: nobody's change is overwritten unseen, and nobody is moved unforeseen. */
export function EditSession({ session, registrants, onDone }: EditSessionProps) {
  const [base, setBase] = useState(() => ({ draft: draftOf(session), version: session.version, when: session.when }));
  const [draft, setDraft] = useState(base.draft);
  const [foreseen, setForeseen] = useState<Foresight>();
  const foresee = useForesee(session.id);
  const edit = useEditSession(session.id);
  const changes = changesBetween(base.draft, draft);
  const overtaken = problemOf(edit.error)?.status === 412;

  async function takeTheirs(): Promise<void> {
    const newer = await readSession(session.id);
    const theirs = draftOf(newer);
    setDraft(rebased(draft, base.draft, theirs));
    setBase({ draft: theirs, version: newer.version, when: newer.when });
    edit.reset();
  }

  function save(): void {
    edit.reset();
    foresee.reset();
    if (Object.keys(changes).length === 0) onDone();
    else if (isMove(changes)) foresee.mutate(thoughtOf(changes), { onSuccess: (seen) => (concernsOthers(seen) ? setForeseen(seen) : store(seen)) });
    else store();
  }

  function store(seen?: Foresight): void {
    edit.mutate({ changes, version: base.version }, {
      onSuccess: (after) => onDone(seen && movedFrom(base.when, after, seen, Date.now())),
      // What is wrong stands in the form.
      onError: () => setForeseen(undefined),
    });
  }

  return (
    <>
      <h1>Edit</h1>
      <Previewed draft={draft} hostName={session.hostName}>
        <SessionForm
          draft={draft}
          onChange={setDraft}
          error={overtaken ? undefined : (edit.error ?? foresee.error)}
          busy={edit.isPending || foresee.isPending}
          submitLabel="Save"
          onSubmit={save}
          onLeave={() => onDone()}
          timeFixed={session.status === 'live'}
          consequence={
            overtaken ? (
              <Notice tone="danger" title="Somebody else has changed this session meanwhile." action={<Button onClick={() => void takeTheirs()}>Load their version</Button>}>
                What you changed is kept; look through it, then save again.
              </Notice>
            ) : (
              isMove(changes) && registrants > 0 && (
                <Notice tone="lit">{registrants === 1 ? 'One person has registered and gets' : `${registrants} people have registered and get`} the new time by e-mail. Before it is saved you see when that is for them.</Notice>
              )
            )
          }
        />
      </Previewed>
      <MoveDialog sessionId={session.id} foreseen={foreseen} busy={edit.isPending} onMove={() => store(foreseen)} onClose={() => setForeseen(undefined)} />
    </>
  );
}
