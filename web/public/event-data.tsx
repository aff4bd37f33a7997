import type { Words } from '../words/en.js';
import type { PublicSession } from './public-session.js';

/** What link previews and search engines read: Open Graph and schema.org's Event. */
export function EventData({ session, words, address }: { session: PublicSession; words: Words; address?: string }) {
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
      <meta name="twitter:card" content="summary" />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: dataBlock(schemaOrgEvent(session, summary, address)) }} />
    </>
  );
}

function schemaOrgEvent(session: PublicSession, description: string, address?: string): object {
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
