import { spellTime, type SpelledTime } from '../kit/times.js';
import type { PublicSession } from './public-session.js';

/** English, with the day before the month and 24 hours: hard to misread in a second language. */
const LOCALE = 'en-GB';

/** Title, host and time. The viewer's own time is the script's to fill in, unless the zone is known. */
export function SessionHead({ session, viewerTimeZone }: { session: PublicSession; viewerTimeZone?: string }) {
  const { startsAt, endsAt, timeZone } = session.when;
  const own = viewerTimeZone && viewerTimeZone !== timeZone ? spellTime(startsAt, endsAt, viewerTimeZone, LOCALE) : undefined;
  return (
    <div class="head">
      <p class="host">{session.hostName} invites you to a {session.theme}</p>
      <h1>{session.title}</h1>
      <dl class="times">
        <TimeRow label="Session’s time" time={spellTime(startsAt, endsAt, timeZone, LOCALE)} session={session} />
        {viewerTimeZone
          ? own && <TimeRow label="Your time" time={own} session={session} />
          : <div id="own-time" class="time waiting" aria-live="off"><dt>Your time</dt><dd><b /> <span /> <i /></dd></div>}
      </dl>
    </div>
  );
}

function TimeRow({ label, time, session: { when } }: { label: string; time: SpelledTime; session: PublicSession }) {
  return (
    <div class="time" data-starts={when.startsAt} data-ends={when.endsAt} data-zone={when.timeZone}>
      <dt>{label}</dt>
      <dd><b>{time.hours}</b> <span><time dateTime={when.startsAt}>{time.day}</time></span> <i>{time.zone}</i></dd>
    </div>
  );
}

/** The organizer's own words, paragraph by paragraph, addresses pressable. */
export function Description({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.trim()).filter(Boolean);
  if (!paragraphs.length) return null;
  return (
    <section class="about" aria-label="About this session">
      {paragraphs.map((paragraph) => (
        <p>{paragraph.split('\n').map((line, n) => <>{n > 0 && <br />}{withLinks(line)}</>)}</p>
      ))}
    </section>
  );
}

function withLinks(line: string) {
  return line.split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)])/).map((part, n) =>
    n % 2 ? <a href={part} rel="nofollow ugc noopener noreferrer" target="_blank">{part}</a> : part);
}
