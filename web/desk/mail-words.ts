import { spellDistance } from '../kit/times.ts';
import { spellLead } from './lead.ts';
import type { Delivery } from './sessions.ts';

export type Happening = Delivery['history'][number];
export type Tone = 'arrived' | 'lost' | 'trouble' | 'quiet';

const KINDS: Record<Delivery['kind'], string> = {
  confirmation: 'Confirmation',
  update: 'New time',
  'link-again': 'Link, sent again',
  'link-rotated': 'New link',
  reminder: 'Reminder',
  cancellation: 'Cancellation',
  pending: 'Waiting for approval',
  denied: 'Not admitted',
  waitlisted: 'Waiting list',
  offered: 'Offer of a seat',
  'offer-lapsed': 'Offer over',
  invitation: 'Invitation',
  'host-missing': 'Call: no host in the room',
};

/** What a mail is about. */
export function kindOf({ kind, minutesBefore }: Pick<Delivery, 'kind' | 'minutesBefore'>): string {
  return kind === 'reminder' && minutesBefore !== null ? `Reminder, ${spellLead(minutesBefore)} before` : KINDS[kind];
}

/** Nobody will read it any more, and nobody wanted that. */
export function isLost({ status }: Pick<Delivery, 'status'>): boolean {
  return status === 'failed' || status === 'bounced' || status === 'expired';
}

/** Still on its way, and something has gone wrong already. */
export function isInTrouble({ status, history }: Pick<Delivery, 'status' | 'history'>): boolean {
  return status === 'deferred' || (status === 'queued' && history.at(-1)?.event === 'not-reached');
}

/** How a mail fared, in a few words. */
export function fateOf(mail: Delivery, now: number): { tone: Tone; words: string } {
  switch (mail.status) {
    case 'sent': return { tone: 'arrived', words: mail.history.at(-1)?.event === 'delayed' ? 'sent, delayed on the way' : 'sent' };
    case 'failed': return { tone: 'lost', words: mail.reason === 'stopped-address' ? 'not sent' : 'failed' };
    case 'bounced': return { tone: 'lost', words: 'came back' };
    case 'expired': return { tone: 'lost', words: 'too late' };
    case 'superseded': return { tone: 'quiet', words: 'no longer needed' };
    case 'deferred': return { tone: 'trouble', words: 'will be tried again' };
    case 'queued': {
      if (isInTrouble(mail)) return { tone: 'trouble', words: 'will be tried again' };
      const waits = mail.nextTryAt !== null && Date.parse(mail.nextTryAt) > now + 15_000;
      return { tone: 'quiet', words: waits ? `queued, leaves ${whenNext(mail.nextTryAt!, now)}` : 'queued' };
    }
  }
}

/** "in 2 minutes", "in a moment". */
export function whenNext(nextTryAt: string, now: number): string {
  return Date.parse(nextTryAt) < now + 45_000 ? 'in a moment' : spellDistance(nextTryAt, now);
}

/** Newest first. */
export function newestFirst(mails: Delivery[]): Delivery[] {
  return mails.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** The newest that still means something: one that nobody needs any more tells nothing of who was reached. */
export function lastOf(mails: Delivery[]): Delivery | undefined {
  const newest = newestFirst(mails);
  return newest.find(({ status }) => status !== 'superseded') ?? newest[0];
}

const REASONS: Record<string, string> = {
  rescheduled: 'The session was moved meanwhile.',
  cancelled: 'The session was cancelled meanwhile.',
  barred: 'A host has banned the person.',
  revoked: 'The person’s link was taken back.',
  decided: 'It was decided about the person meanwhile.',
  withdrawn: 'The person has no seat any more.',
  'told-already': 'The person knew the time already.',
  'reminders-off': 'The person wants no reminders.',
  'reminded-later': 'A later reminder took its place.',
  'link-rotated': 'A new link took the place of the one in it.',
  'stopped-address': 'Two mails to this address have come back for good: nothing more is sent to it.',
};

/** Why it did not arrive, or has not yet, or need not; nothing where all is well. */
export function whyOf({ status, reason, bounce, lastAnswer, history }: Delivery): string | undefined {
  if (reason && REASONS[reason]) return REASONS[reason];
  if (status === 'expired') return 'It could not be sent while it was still of use.';
  if (status === 'bounced') return sentence(inWords(reason ?? lastAnswer ?? '') ?? (bounce === 'hard' ? 'the address takes no mail' : 'the mail server gave up'));
  if (history.at(-1)?.event === 'not-reached') return 'Our own mail server cannot be reached. It is tried every few seconds.';
  if (status === 'failed' || status === 'deferred') {
    if (history.at(-1)?.event === 'unknown') return 'The connection was lost after the mail had been handed over: it may have arrived.';
    return sentence(inWords(lastAnswer ?? '') ?? (status === 'failed' ? 'the mail server refused it' : 'the mail server asks to try again later'));
  }
  return undefined;
}

/** RFC 3463, subject and detail: what is the matter, as people say it. */
const MATTERS: Record<string, string> = {
  '1.0': 'something is wrong with the address',
  '1.1': 'there is no such mailbox',
  '1.2': 'the part after the @ takes no mail',
  '1.3': 'the address is not written as it should be',
  '1.6': 'the mailbox has moved',
  '1.10': 'the part after the @ takes no mail',
  '2.0': 'the mailbox cannot take it',
  '2.1': 'the mailbox is closed',
  '2.2': 'the mailbox is full',
  '2.3': 'the mail is too big for the mailbox',
  '3.4': 'the mail is too big for the mail server',
  '4.1': 'the mail server for the address does not answer',
  '4.2': 'the connection to the mail server was lost',
  '4.4': 'no mail server is found for the address',
  '4.7': 'it was too long on the way',
  '7.1': 'the mail server does not want it',
};
/** Where a server gives no more than the plain code. */
const PLAIN: Record<string, string> = {
  421: 'the mail server is busy',
  450: 'the mailbox is not reachable just now',
  451: 'the mail server has a trouble of its own',
  452: 'the mailbox or the mail server is full',
  550: 'the address takes no mail',
  551: 'the mailbox is somewhere else',
  552: 'the mailbox is full',
  553: 'the address is not written as it should be',
  554: 'the mail server refused it',
};

/** A mail server's answer in plain words, where it is known what it means. */
export function inWords(answer: string): string | undefined {
  const [, kind, subject, detail] = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/.exec(answer) ?? [];
  if (kind) {
    // Greylisting: a stranger is asked to come back.
    if (subject === '7' && kind === '4') return 'the mail server asks to try again later';
    if (subject === '7' && Number(detail) >= 20 && Number(detail) <= 30) return 'the mail server doubts that it comes from us (SPF, DKIM, DMARC)';
    const matter = MATTERS[`${subject}.${detail}`] ?? (subject === '7' ? MATTERS['7.1'] : undefined);
    if (matter) return matter;
  }
  return PLAIN[/^\s*([45]\d\d)\b/.exec(answer)?.[1] ?? ''];
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

const EVENTS: Record<Happening['event'], string> = {
  queued: 'Written',
  sent: 'Taken by the mail server',
  deferred: 'Put off by the mail server',
  unknown: 'Cut off after it was handed over',
  'not-reached': 'Our own mail server not reached',
  failed: 'Refused',
  superseded: 'No longer needed',
  expired: 'Too late',
  delayed: 'Delayed on the way',
  bounced: 'Came back',
};

/** One line of a mail's history: what happened, why where we know, and the server's own words. */
export function lineOf({ event, answer }: Happening): { words: string; answer?: string } {
  const ours = answer ? REASONS[answer] : undefined;
  return { words: event === 'failed' && ours ? 'Not sent' : EVENTS[event], ...(answer && { answer: ours ?? `“${answer}”` }) };
}
