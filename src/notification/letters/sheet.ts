import { lookOf, type Look } from '../../../client/look.js';
import { calendarLinks, type CalendarLink } from './calendar-links.js';
import { cleanLine, cleanName, cleanText } from '../../platform/mail/clean.js';
import { wordsFor } from './languages.js';
import type { LetterData, Time } from './letter.js';
import { lasting, localeFor, shownTimes, type ShownTime } from './shown-time.js';
import type { Words } from './words.js';

export type Moment = { own: ShownTime; session: ShownTime | null };

/** A letter before it is put on paper: what is said, in order, the same for the plain text and the HTML. */
export interface Sheet {
  words: Words;
  locale: string;
  subject: string;
  heading: string;
  greeting: string;
  lead: string;
  title: string;
  hostName: string;
  /** Null for the house's own colours. */
  look: Look | null;
  /** An update's old time, struck out. */
  before: Moment | null;
  when: Moment;
  /** The time stands, but nothing happens then any more. */
  off: boolean;
  duration: string;
  action: { label: string; url: string; note: string | null } | null;
  calendars: CalendarLink[];
  /** What the organizer wrote, under who wrote it. */
  message: { from: string; text: string } | null;
  about: string;
  pageUrl: string;
  /** The registrant's page about themselves. */
  own: { label: string; url: string } | null;
  stop: { label: string; url: string } | null;
  footer: string[];
}

type Said = Pick<Sheet, 'subject' | 'heading' | 'lead'> & { with?: { calendars?: boolean; about?: boolean; off?: boolean; /** What the button says, where it leads elsewhere than in. */ action?: string } };

/** Lays a letter out: the kind says what is new, the rest is what every letter holds. */
export function sheet(data: LetterData, say: (words: Words, names: { title: string; host: string; locale: string }) => Said): Sheet {
  const words = wordsFor(data.locale);
  const locale = localeFor(data.locale, words);
  const title = cleanLine(data.title, 120) || '–';
  const host = cleanName(data.hostName, 60) || 'Foyer';
  const { with: also = {}, ...said } = say(words, { title, host, locale });
  const moment = (time: Time): Moment => shownTimes(time, data.recipientZone, locale);
  const forHost = data.to === 'host';
  const action = data.joinUrl === null ? null
    : { label: also.action ?? (forHost ? words.openRoom : words.join), url: data.joinUrl, note: data.linkIsPersonal ? words.personal : null };
  const message = cleanText(data.message ?? '', 1_000);
  const why = { host: words.whyHost, speaker: words.whySpeaker, attendee: words.whyYouGetThis }[data.to](title);
  return {
    ...said, words, locale, title, action,
    subject: cleanLine(said.subject, 200),
    greeting: words.greeting(sayable(data.recipientName)),
    hostName: host,
    look: data.accent ? lookOf(data.accent) : null,
    before: data.before ? moment(data.before) : null,
    when: moment(data.time),
    off: also.off === true,
    duration: lasting(Math.round((data.time.endsAt.getTime() - data.time.startsAt.getTime()) / 60_000), locale),
    calendars: also.calendars && action
      ? [
          ...calendarLinks({ title, details: `${words.joinAt} ${action.url}`, location: action.url, time: data.time }),
          ...(data.calendarFileUrl ? [{ label: words.otherCalendars, url: data.calendarFileUrl }] : []),
        ]
      : [],
    message: message ? { from: words.messageFrom(host), text: message } : null,
    about: also.about ? cleanText(data.description, 1_000) : '',
    pageUrl: data.pageUrl,
    own: data.ownPageUrl ? { label: words.ownPage, url: data.ownPageUrl } : null,
    stop: data.remindersOffUrl ? { label: words.reminder.stop, url: data.remindersOffUrl } : null,
    // who was just taken off the team is not on it, and has read why above
    footer: [...(also.off && data.cancelled === 'team' ? [] : [why]), ...(data.linkIsPersonal ? [words.answerTo(host)] : [])],
  };
}

/**
 * Anyone may register someone else's address under any name, so a name is a way to send strangers text.
 * It is short, and what a mail program would turn into a link is not repeated.
 */
export function sayable(name: string): string {
  const short = cleanName(name, 50);
  return /:\/\/|www\.|[\p{L}\p{N}]\.\p{L}{2,}|@/iu.test(short) ? '' : short;
}
