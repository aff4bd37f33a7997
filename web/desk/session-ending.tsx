import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Notice } from '../kit/notice.tsx';
import { Waiting } from './desk-frame.tsx';
import { ForeseenLetters } from './foreseen-letters.tsx';
import { concernsOthers, people, useForesee, type Foresight } from './foresight.ts';
import { problemOf } from './refused.ts';
import { useCancelSession, useDeleteSession, useEndSession, type Session } from './sessions.ts';
import { useTeam } from './teammates.ts';

type Ending = 'end' | 'cancel' | 'delete';

const WORDS = {
  end: { button: 'End for all', title: 'End it for everyone?', yes: 'End for all', no: 'Keep it open' },
  cancel: { button: 'Cancel session', title: 'Cancel this session?', yes: 'Cancel session', no: 'Keep it' },
  delete: { button: 'Delete', title: 'Delete this session?', yes: 'Delete', no: 'Keep it' },
};

/** The ways in which a session can be done with; each is asked twice, and says whom it reaches. */
export function SessionEnding({ session, registrants }: { session: Session; registrants: number | undefined }) {
  const { route } = useLocation();
  const [asked, setAsked] = useState<Ending>();
  const asks = { end: useEndSession(session.id), cancel: useCancelSession(session.id), delete: useDeleteSession(session.id) };
  const foresee = useForesee(session.id);
  const ask = asked && asks[asked];
  const team = useTeam(session.id).data?.length;
  // Who was invited, or registered, was told of it.
  const nobody = (session.registration ? registrants : 0) === 0 && team === 0;
  const possible: Ending[] = session.status === 'live' ? ['end'] : [...(session.status === 'scheduled' ? ['cancel' as const] : []), ...(nobody ? ['delete' as const] : [])];

  function open(ending: Ending): void {
    setAsked(ending);
    if (ending === 'cancel') foresee.mutate({ cancel: true });
  }

  function close(): void {
    ask?.reset();
    foresee.reset();
    setAsked(undefined);
  }

  function act(): void {
    ask?.mutate(undefined, { onSuccess: () => (asked === 'delete' ? route('/desk', true) : close()) });
  }

  return (
    <>
      {possible.map((ending) => <Button key={ending} look="danger" onClick={() => open(ending)}>{WORDS[ending].button}</Button>)}
      <Dialog
        open={asked !== undefined}
        onClose={close}
        title={asked && WORDS[asked].title}
        actions={asked && (
          <>
            <Button onClick={close}>{WORDS[asked].no}</Button>
            {(asked !== 'cancel' || foresee.data) && <Button look="danger" busy={ask?.isPending} onClick={act}>{WORDS[asked].yes}</Button>}
          </>
        )}
      >
        {asked === 'end' && <p>Everyone in the room lands on the closing page. It cannot be opened again.</p>}
        {asked === 'delete' && <p>Nobody has registered. It is gone for good, and its address leads nowhere.</p>}
        {asked === 'cancel' && foresee.isPending && <Waiting />}
        {asked === 'cancel' && foresee.error && <Notice tone="danger" action={<Button onClick={() => foresee.mutate({ cancel: true })}>Try again</Button>}>{problemOf(foresee.error)?.detail}</Notice>}
        {asked === 'cancel' && foresee.data && <p>{whoIsTold(foresee.data)}</p>}
        {asked === 'cancel' && foresee.data && concernsOthers(foresee.data) && <ForeseenLetters sessionId={session.id} foreseen={foresee.data} />}
        {ask?.error && <Notice tone="danger">{problemOf(ask.error)?.detail}</Notice>}
      </Dialog>
    </>
  );
}

function whoIsTold(foreseen: Foresight): string {
  const { told } = foreseen.counts;
  if (!concernsOthers(foreseen)) return 'Nobody has registered, so nobody but you is told by e-mail. Its page will say that it is cancelled.';
  return `${people(told)} ${told === 1 ? 'gets' : 'get'} a cancellation by e-mail at once, which takes it off the calendar. This cannot be undone.`;
}
