import { spellTime, type SpelledTime } from '../kit/times.js';
import { withLinks } from '../kit/with-links.js';
import type { Words } from '../words/en.js';
import type { PublicSession, Reader } from './public-session.js';

/** Title, host and time. The viewer's own time is the script's to fill in, unless the zone is known. */
export function SessionHead({ session, reader: { words: { page }, locale }, viewerTimeZone }: { session: PublicSession; reader: Reader; viewerTimeZone?: string }) {
  const { startsAt, endsAt, timeZone } = session.when;
  const own = viewerTimeZone && viewerTimeZone !== timeZone ? spellTime(startsAt, endsAt, viewerTimeZone, locale) : undefined;
  return (
    <div class="head">
      {session.picture && <HeadPicture picture={session.picture} />}
      <p class="host">{page.invites[session.theme](session.hostName)}</p>
      <h1>{session.title}</h1>
      <dl class="times">
        <TimeRow label={page.sessionTime} time={spellTime(startsAt, endsAt, timeZone, locale)} session={session} />
        {viewerTimeZone
          ? own && <TimeRow label={page.yourTime} time={own} session={session} />
          : <div id="own-time" class="time waiting" aria-live="off" data-same-zone={page.sameZone('{zone}')}><dt>{page.yourTime}</dt><dd><b /> <span /> <i /></dd></div>}
      </dl>
    </div>
  );
}

/** As high as the page has room for: its width follows, so that its place is there before it is, and nothing of it is cut off. */
const HIGHEST_REM = 24;

function HeadPicture({ picture: { path, width, height, alt } }: { picture: NonNullable<PublicSession['picture']> }) {
  const widest = Math.ceil((HIGHEST_REM * 100 * width) / height) / 100;
  return <img class="picture" src={path} width={width} height={height} alt={alt ?? ''} style={`max-width:min(100%,${widest}rem,${width}px)`} />;
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
export function Description({ text, words }: { text: string; words: Words }) {
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.trim()).filter(Boolean);
  if (!paragraphs.length) return null;
  return (
    <section class="about" aria-label={words.page.about}>
      {paragraphs.map((paragraph) => (
        <p>{paragraph.split('\n').map((line, n) => <>{n > 0 && <br />}{withLinks(line)}</>)}</p>
      ))}
    </section>
  );
}
