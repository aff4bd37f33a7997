import { spellMoment, zoneNamed } from '../kit/times.js';
import { CheckYourEmail, RegistrationForm } from './registration-form.js';
import type { FormProblem, PublicSession, Reader, Standing, TypedValues } from './public-session.js';

export interface DoorProps {
  session: PublicSession;
  reader: Reader;
  problem?: FormProblem;
  values?: TypedValues;
  /** After registering: what the page says then. */
  standing?: Standing;
}

/** The one thing to do on this page: register, join, or read why neither is possible. */
export function Door(props: DoorProps) {
  const shut = whyClosed(props.session, props.reader);
  return (
    <section class={shut ? 'door shut' : 'door'} aria-labelledby="door-title">
      <Plate session={props.session} reader={props.reader} />
      <div class="leaf"><Leaf {...props} /></div>
    </section>
  );
}

/** Day and month over the door, as a house wears its number. A picture: the time is in words beside it. */
function Plate({ session: { when }, reader: { locale } }: Pick<DoorProps, 'session' | 'reader'>) {
  const [year, month, day] = when.wallTime.slice(0, 10).split('-').map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(date);
  return (
    <p class="plate" aria-hidden="true">
      <span>{part({ weekday: 'long' })}</span>
      <b>{day}</b>
      <span>{part({ month: 'long' })}</span>
    </p>
  );
}

function Leaf({ session, reader, problem, values, standing }: DoorProps) {
  const closed = whyClosed(session, reader);
  const { page, form } = reader.words;
  const live = session.phase === 'live';
  if (closed) return <><h2 id="door-title">{closed.title}</h2><p>{closed.text}</p></>;
  if (!session.registration) {
    return (
      <>
        <h2 id="door-title">{live ? page.liveTitle : page.openTitle}</h2>
        <p>{live ? page.liveText : page.openText}</p>
        <a class="go" href={`/room/${encodeURIComponent(session.slug)}?lang=${reader.words.language}`}>{page.join}</a>
      </>
    );
  }
  return (
    <>
      <h2 id="door-title">{form.register}</h2>
      {live && <p class="lit">{page.liveRegister}</p>}
      {session.registration.approval && <p class="small">{page.looksFirst(session.hostName)}</p>}
      <ClosingHour session={session} reader={reader} />
      <RegistrationForm session={session} reader={reader} problem={problem} values={standing ? undefined : values} />
      <CheckYourEmail session={session} words={reader.words} standing={standing} address={standing && String(values?.['email'] ?? '')} />
    </>
  );
}

/** Until when one may register, where the organizer set an hour. The viewer's own time is the script's to add. */
function ClosingHour({ session: { registration, when: { timeZone } }, reader: { words: { page }, locale } }: Pick<DoorProps, 'session' | 'reader'>) {
  if (!registration?.closesAt) return null;
  const at = registration.closesAt;
  return (
    <p id="closes" class="small" data-at={at} data-zone={timeZone} data-yours={page.yourTime}>
      {page.openUntil} <time dateTime={at}>{spellMoment(at, timeZone, locale)}</time>, {zoneNamed(timeZone, new Date(at), locale)}
    </p>
  );
}

function whyClosed({ phase, registration, hostName }: PublicSession, { words: { page } }: Reader): { title: string; text: string } | undefined {
  switch (phase) {
    case 'cancelled':
      return { title: page.cancelled.title, text: page.cancelled.text(hostName) };
    case 'ended':
      return page.ended;
    case 'missed':
      return { title: page.missed.title, text: page.missed.text(hostName) };
  }
  return registration && !registration.open ? page.closed : undefined;
}
