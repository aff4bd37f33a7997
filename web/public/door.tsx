import { CheckYourEmail, RegistrationForm } from './registration-form.js';
import type { FormProblem, PublicSession, TypedValues } from './public-session.js';

export interface DoorProps {
  session: PublicSession;
  problem?: FormProblem;
  values?: TypedValues;
  outcome?: 'check-your-email';
}

/** The one thing to do on this page: register, join, or read why neither is possible. */
export function Door(props: DoorProps) {
  const shut = whyClosed(props.session);
  return (
    <section class={shut ? 'door shut' : 'door'} aria-labelledby="door-title">
      <Plate session={props.session} />
      <div class="leaf"><Leaf {...props} /></div>
    </section>
  );
}

/** Day and month over the door, as a house wears its number. A picture: the time is in words beside it. */
function Plate({ session: { when } }: { session: PublicSession }) {
  const [year, month, day] = when.wallTime.slice(0, 10).split('-').map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(date);
  return (
    <p class="plate" aria-hidden="true">
      <span>{part({ weekday: 'long' })}</span>
      <b>{day}</b>
      <span>{part({ month: 'long' })}</span>
    </p>
  );
}

function Leaf({ session, problem, values, outcome }: DoorProps) {
  const closed = whyClosed(session);
  if (closed) return <><h2 id="door-title">{closed.title}</h2><p>{closed.text}</p></>;
  if (!session.registration) {
    return (
      <>
        <h2 id="door-title">{session.phase === 'live' ? 'It is running now' : 'No registration needed'}</h2>
        <p>{session.phase === 'live' ? 'Come in: the host is already there.' : 'Come at the time named here, or a little early: you wait in the foyer until the host opens the doors.'}</p>
        <a class="go" href={`/room/${encodeURIComponent(session.slug)}`}>Join</a>
      </>
    );
  }
  return (
    <>
      <h2 id="door-title">Register</h2>
      {session.phase === 'live' && <p class="lit">It is running now. Register, and your link is sent at once.</p>}
      <RegistrationForm session={session} problem={problem} values={outcome ? undefined : values} />
      <CheckYourEmail session={session} open={outcome === 'check-your-email'} address={outcome && String(values?.['email'] ?? '')} />
    </>
  );
}

function whyClosed({ phase, registration, hostName }: PublicSession): { title: string; text: string } | undefined {
  switch (phase) {
    case 'cancelled':
      return { title: 'Cancelled', text: `${hostName} has cancelled this session. Nothing more to do: whoever registered has been told.` };
    case 'ended':
      return { title: 'It is over', text: 'This session has ended. Thank you to everyone who came.' };
    case 'missed':
      return { title: 'It did not take place', text: `${hostName} has not started this session. If it is moved, whoever registered is told the new time by e-mail.` };
  }
  if (registration && !registration.open) {
    return { title: 'Registration is closed', text: 'If you have registered, your personal link from the e-mail still works.' };
  }
  return undefined;
}
