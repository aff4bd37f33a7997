import { useQuery } from '@tanstack/preact-query';
import { api, type Schemas } from '../../../client/api.ts';
import { kindOf, lineOf, type Happening } from '../mail-words.ts';
import { dataOf } from '../refused.ts';

export type Story = Schemas['StoryAnswer'];
export type Told = Schemas['ToldAnswer'];

export function useStory(id: string, registrationId: string) {
  return useQuery({
    queryKey: ['sessions', id, 'story', registrationId],
    refetchInterval: 10_000,
    queryFn: () => dataOf(api.GET('/api/sessions/{id}/registrations/{registrationId}/story', { params: { path: { id, registrationId } } })),
  });
}

const LINES: Record<Exclude<Told['what'], 'mail'>, string> = {
  registered: 'Registered',
  'seat-given': 'Was given a seat',
  waitlisted: 'Was put on the waitlist',
  'seat-offered': 'Was offered a seat',
  'offer-lapsed': 'Did not answer the offer in time, and left the line',
  'seat-denied': 'Was denied by the organizer',
  withdrawn: 'Gave the seat up',
  'link-rotated': 'Was given a new link; the old one opens nothing any more',
  'link-revoked': 'The link was revoked',
  'link-restored': 'The link was restored',
  opened: 'Opened the link',
  'device-refused': 'Camera or microphone could not be used',
  joined: 'Pressed Join',
  moved: 'Pressed Join on another device',
  'turned-away': 'Pressed Join and was turned away',
  waiting: 'Waited in the foyer',
  knocking: 'Waited to be let in',
  'gave-up-waiting': 'Was not there any more: left, or lost the connection',
  denied: 'Was not let in by a host',
  removed: 'Was removed by a host',
  banned: 'Was banned by a host',
  entered: 'Was let into the room',
  left: 'Left the room, or lost the connection',
  'session-started': 'The session started',
  'session-ended': 'The session ended',
  'session-cancelled': 'The session was cancelled',
};

const DETAILS: Record<string, string> = {
  'camera-denied': 'The browser was not allowed to use the camera.',
  'camera-missing': 'There was no camera.',
  'camera-busy': 'Another program was using the camera.',
  'camera-failed': 'The camera did not work.',
  'microphone-denied': 'The browser was not allowed to use the microphone.',
  'microphone-missing': 'There was no microphone.',
  'microphone-busy': 'Another program was using the microphone.',
  'microphone-failed': 'The microphone did not work.',
  insecure: 'The page was not opened over HTTPS.',
  'seat-held-elsewhere': 'The same link was in use on another device.',
  'session-over': 'The session was over.',
  banned: 'A host had banned them.',
  'room-full': 'All places in the room were taken.',
};

/** Whose act it was: theirs, the mail's, a host's or the session's. */
export type Side = 'they' | 'mail' | 'house';

/** One line of the story. */
export function lineOfStory({ what, detail, mail }: Told): { words: string; more?: string; side: Side } {
  if (what === 'mail') {
    const { words, answer } = lineOf({ event: mail!.event as Happening['event'], answer: detail, at: '', nextTryAt: null });
    return { words: `${kindOf(mail!)}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`, ...(answer && { more: answer }), side: 'mail' };
  }
  const more = detail ? DETAILS[detail] ?? detail : undefined;
  return { words: LINES[what], ...(more && { more }), side: /^session|^link-|^(denied|removed|banned|seat-given|seat-offered|offer-lapsed|seat-denied|waitlisted)$/.test(what) ? 'house' : 'they' };
}

/** Who has no seat, and why: whatever else happened, that is what keeps them out. */
const OUTSIDE: Record<string, string> = {
  withdrawn: 'Gave the seat up.',
  pending: 'Waits for your answer: has no seat until you approve.',
  waitlisted: 'Is on the waitlist: all seats were taken.',
  offered: 'Was offered a seat, and has not accepted it yet.',
  denied: 'Was denied, and has no seat.',
  revoked: 'Has no seat: the link was taken back.',
  barred: 'Has no seat: banned by a host.',
};

/** The answer in one sentence: how far they came, and what stood in the way. */
export function answerOf({ status, events }: Pick<Story, 'status' | 'events'>): string {
  const last = (...what: Told['what'][]): Told | undefined => events.findLast((one) => what.includes(one.what));
  const shownOut = last('denied', 'removed', 'banned');
  const entered = last('entered');
  const ended = entered && OUTSIDE[status];
  if (ended && status !== 'withdrawn') return `Was in the room. ${ended}`;
  if (entered && (!shownOut || shownOut.at < entered.at)) return last('left') && last('left')!.at > entered.at ? 'Was in the room, and left it.' : 'Is in the room.';
  if (shownOut) return entered ? 'Was in the room, and a host ended that.' : 'Asked to be let in, and a host said no.';
  if (OUTSIDE[status]) return OUTSIDE[status];
  const started = last('session-started');
  const waiting = last('waiting', 'knocking');
  const gone = last('gave-up-waiting');
  if (waiting && (!gone || gone.at < waiting.at)) return waiting.what === 'knocking' ? 'Waits to be let in.' : started ? 'Waited, and has not come in.' : 'Waits in the foyer.';
  if (waiting) return started && gone!.at > started.at ? 'Waited to be let in, and nobody did.' : 'Waited, and was not there any more at the start.';
  const refused = last('turned-away');
  if (refused) return `Pressed Join and was turned away. ${DETAILS[refused.detail ?? ''] ?? ''}`.trim();
  if (last('joined', 'moved')) return 'Pressed Join, and the page could not connect.';
  if (last('device-refused')) return 'Opened the link, had trouble with camera or microphone, and did not press Join.';
  if (last('opened')) return 'Opened the link, and did not press Join.';
  const mails = events.filter(({ mail }) => mail);
  if (mails.length > 0 && !mails.some(({ mail }) => mail!.event === 'sent')) return 'The mail with the link has not left yet, or was refused.';
  if (mails.findLast(({ mail }) => ['sent', 'bounced', 'failed'].includes(mail!.event))?.mail!.event === 'bounced') return 'The mail with the link came back.';
  return 'Has not opened the link.';
}
