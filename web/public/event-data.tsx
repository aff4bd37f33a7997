import type { Words } from '../words/en.js';
import type { PublicSession } from './public-session.js';

/** What link previews and search engines read: Open Graph and schema.org's Event. */
/** Absolute, where the page's own address is: whoever previews a link knows no other. */
const pictureAt = ({ picture }: PublicSession, address?: string): string | undefined => (picture && address ? new URL(picture.path, address).href : undefined);

export function EventData({ session, words, address }: { session: PublicSession; words: Words; address?: string }) {
  const picture = pictureAt(session, address);
  const summary = firstWords(session.description) || words.page.summary[session.theme](session.hostName);
  return (
    <>
      <meta name="description" content={summary} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Foyer" />
      <meta property="og:title" content={session.title} />
      <meta property="og:description" content={summary} />
      {address && <meta property="og:url" content={address} />}
      {address && <link rel="canonical" href={address} />}
      {picture && (
        <>
          <meta property="og:image" content={picture} />
          <meta property="og:image:width" content={String(session.picture!.width)} />
          <meta property="og:image:height" content={String(session.picture!.height)} />
          {session.picture!.alt !== null && <meta property="og:image:alt" content={session.picture!.alt} />}
        </>
      )}
      <meta name="twitter:card" content={picture ? 'summary_large_image' : 'summary'} />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: dataBlock(schemaOrgEvent(session, summary, address, picture)) }} />
    </>
  );
}

function schemaOrgEvent(session: PublicSession, description: string, address?: string, image?: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: session.title,
    description,
    startDate: session.when.startsAt,
    endDate: session.when.endsAt,
    eventStatus: `https://schema.org/Event${session.status === 'cancelled' ? 'Cancelled' : 'Scheduled'}`,
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url: address },
    ...(image && { image }),
    organizer: { '@type': 'Person', name: session.hostName },
  };
}

/** JSON that cannot end the element it stands in, nor a line of it. */
export function dataBlock(data: object): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 160 ? line : `${line.slice(0, 159).replace(/\s\S*$/, '')}…`;
}
