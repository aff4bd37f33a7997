import { useRef, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Notice } from '../kit/notice.tsx';
import { DeliveryHistory, LastDelivery } from './deliveries.tsx';
import { NameTeammate } from './name-teammate.tsx';
import { problemOf } from './refused.ts';
import { useDeliveries, type Delivery, type Session } from './sessions.ts';
import { Steward } from './steward.tsx';
import { useDeed, useTeam, type Deed, type Teammate } from './teammates.ts';
import styles from './team.module.css';

const ROLES: Record<Teammate['role'], string> = { host: 'Host', speaker: 'Speaker' };

const QUESTIONS: Record<Exclude<Deed, 'send-again'>, { title: (name: string) => string; text: string; yes: string; no: string }> = {
  rotate: { title: (name) => `Give ${name} a new link?`, text: 'The old link stops working at once, and whoever came in by it is shown out. The new one goes out by e-mail.', yes: 'Give a new link', no: 'Keep the old one' },
  remove: { title: (name) => `Remove ${name}?`, text: 'Their link stops working at once, and they are shown out if they are in. They are told by e-mail.', yes: 'Remove', no: 'Keep' },
};
const DONE: Record<Deed, (name: string) => string> = {
  'send-again': (name) => `${name} gets the link again, unless a mail with it left within the last minute.`,
  rotate: (name) => `${name} gets a new link by e-mail.`,
  remove: (name) => `${name} is off the team.`,
};

/** Who hosts and speaks beside whoever scheduled it: their links, and whether their invitations arrived. */
export function Team({ session, over }: { session: Session; over: boolean }) {
  const team = useTeam(session.id);
  const deliveries = useDeliveries(session.id, team.data?.map(({ id }) => id) ?? []);
  const deed = useDeed(session.id);
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState<{ deed: 'rotate' | 'remove'; teammate: Teammate }>();
  const [said, setSaid] = useState('');
  const question = asked && QUESTIONS[asked.deed];

  function act(what: Deed, teammate: Teammate): void {
    if (deed.isPending) return;
    deed.mutate({ deed: what, teammate }, {
      onSuccess: () => {
        setAsked(undefined);
        setSaid(DONE[what](teammate.name));
        // The row that was acted on is gone, and the keyboard with it.
        if (what === 'remove') requestAnimationFrame(() => heading.current?.focus());
      },
    });
  }

  function close(): void {
    deed.reset();
    setAsked(undefined);
  }

  return (
    <section class={styles.team} aria-labelledby="team">
      <h2 id="team" tabIndex={-1} ref={heading}>Hosts and speakers</h2>
      {team.isError && <Notice tone="danger" action={<Button onClick={() => void team.refetch()}>Try again</Button>}>{problemOf(team.error)?.detail}</Notice>}
      <ul class={styles.list}>
        <li>
          <div class={styles.person}>
            <p><b>{session.hostName}</b> <span class={styles.role}>Host</span></p>
            <p class={styles.soft}>scheduled it</p>
          </div>
        </li>
        {team.data?.map((teammate) => (
          <Person
            key={teammate.id}
            teammate={teammate}
            deliveries={(deliveries.data ?? []).filter(({ teammateId }) => teammateId === teammate.id)}
            over={over}
            busy={deed.isPending && deed.variables.deed === 'send-again' && deed.variables.teammate.id === teammate.id}
            act={(what) => (what === 'send-again' ? act(what, teammate) : setAsked({ deed: what, teammate }))}
          />
        ))}
      </ul>
      {deed.error && !asked && <Notice tone="danger">{problemOf(deed.error)?.detail}</Notice>}
      {!over && team.data && <NameTeammate sessionId={session.id} team={team.data} onNamed={({ name }) => setSaid(`${name} is invited by e-mail.`)} />}
      <p class={styles.soft} role="status">{said}</p>
      {session.status === 'scheduled' && team.data && <Steward sessionId={session.id} team={team.data} />}
      <Dialog
        open={asked !== undefined}
        onClose={close}
        title={asked && question?.title(asked.teammate.name)}
        actions={asked && question && (
          <>
            <Button onClick={close}>{question.no}</Button>
            <Button look="danger" busy={deed.isPending} onClick={() => act(asked.deed, asked.teammate)}>{question.yes}</Button>
          </>
        )}
      >
        {question && <p>{question.text}</p>}
        {deed.error && <Notice tone="danger">{problemOf(deed.error)?.detail}</Notice>}
      </Dialog>
    </section>
  );
}

interface PersonProps {
  teammate: Teammate;
  deliveries: Delivery[];
  /** Nothing is sent any more; removing is still possible. */
  over: boolean;
  busy: boolean;
  act: (deed: Deed) => void;
}

function Person({ teammate: { id, name, role, email }, deliveries, over, busy, act }: PersonProps) {
  const [open, setOpen] = useState(false);
  const at = `teammate-${id}`;
  return (
    <li>
      <div class={styles.person}>
        <p><b>{name}</b> <span class={styles.role}>{ROLES[role]}</span></p>
        <p class={styles.address}>{email}</p>
        <p class={styles.soft}><LastDelivery deliveries={deliveries} /></p>
      </div>
      <Button look="bare" aria-expanded={open} aria-controls={at} aria-label={`${open ? 'Less' : 'More'} about ${name}`} onClick={() => setOpen(!open)}>{open ? 'Less' : 'More'}</Button>
      <div id={at} class={styles.more} hidden={!open}>
        {open && (
          <>
            <div class={styles.deeds}>
              {!over && <Button busy={busy} onClick={() => act('send-again')}>Send the link again</Button>}
              {!over && <Button onClick={() => act('rotate')}>Give a new link</Button>}
              <Button look="danger" onClick={() => act('remove')}>Remove</Button>
            </div>
            <h3>Mails</h3>
            <DeliveryHistory deliveries={deliveries} />
          </>
        )}
      </div>
    </li>
  );
}
