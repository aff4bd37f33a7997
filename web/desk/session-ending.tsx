import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Notice } from '../kit/notice.tsx';
import { problemOf } from './refused.ts';
import { useCancelSession, useDeleteSession, useEndSession, type Session } from './sessions.ts';

type Ending = 'end' | 'cancel' | 'delete';

/** The ways in which a session can be done with; each is asked twice, and says whom it reaches. */
export function SessionEnding({ session, registrants }: { session: Session; registrants: number | undefined }) {
  const { route } = useLocation();
  const [asked, setAsked] = useState<Ending>();
  const asks = { end: useEndSession(session.id), cancel: useCancelSession(session.id), delete: useDeleteSession(session.id) };
  const ask = asked && asks[asked];
  const people = session.registration ? registrants : 0;
  const possible: Ending[] = session.status === 'live' ? ['end'] : [...(session.status === 'scheduled' ? ['cancel' as const] : []), ...(people === 0 ? ['delete' as const] : [])];

  const words = {
    end: { button: 'End for all', title: 'End it for everyone?', text: 'Everyone in the room lands on the closing page. It cannot be opened again.', yes: 'End for all', no: 'Keep it open' },
    cancel: { button: 'Cancel session', title: 'Cancel this session?', text: whoIsTold(people), yes: 'Cancel session', no: 'Keep it' },
    delete: { button: 'Delete', title: 'Delete this session?', text: 'Nobody has registered. It is gone for good, and its address leads nowhere.', yes: 'Delete', no: 'Keep it' },
  };

  function close(): void {
    ask?.reset();
    setAsked(undefined);
  }

  function act(): void {
    ask?.mutate(undefined, { onSuccess: () => (asked === 'delete' ? route('/desk', true) : close()) });
  }

  return (
    <>
      {possible.map((ending) => <Button key={ending} look="danger" onClick={() => setAsked(ending)}>{words[ending].button}</Button>)}
      <Dialog
        open={asked !== undefined}
        onClose={close}
        title={asked && words[asked].title}
        actions={asked && (
          <>
            <Button onClick={close}>{words[asked].no}</Button>
            <Button look="danger" busy={ask?.isPending} onClick={act}>{words[asked].yes}</Button>
          </>
        )}
      >
        <p>{asked && words[asked].text}</p>
        {ask?.error && <Notice tone="danger">{problemOf(ask.error)?.detail}</Notice>}
      </Dialog>
    </>
  );
}

function whoIsTold(people: number | undefined): string {
  if (people === undefined) return 'Everyone who registered gets a cancellation by e-mail. This cannot be undone.';
  if (people === 0) return 'Nobody has registered, so nobody is told by e-mail. Its page will say that it is cancelled.';
  return `${people === 1 ? 'One person has registered and gets' : `${people} people have registered and each gets`} a cancellation by e-mail, which takes it off the calendar. This cannot be undone.`;
}
