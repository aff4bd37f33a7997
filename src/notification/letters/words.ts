/**
 * The sentences of one language. A new language is one file with this shape, named in `languages.ts`. Dates,
 * hours, zones, numbers and spans of time are written by `Intl`, so no translator need think of them.
 */
export interface Words {
  /** BCP 47. */
  language: string;
  /** How dates look where the reader's locale says nothing more. */
  defaultLocale: string;
  /** The name may be missing. */
  greeting(name: string): string;
  /** `leadWatching`: to who will be neither seen nor heard. */
  confirmation: { subject(title: string): string; heading: string; lead(host: string): string; leadWatching(host: string): string };
  update: { subject(title: string): string; heading: string; lead(host: string): string; leadForHost: string; before: string; now: string };
  /** `leadTeam`: to hosts and speakers, for whom the organizer asked. */
  linkAgain: { subject(title: string): string; heading: string; lead: string; leadTeam(host: string): string };
  linkRotated: { subject(title: string): string; heading: string; lead(host: string): string };
  /** `inTime`: what `Intl.RelativeTimeFormat` says, as "in 12 minutes". */
  reminder: {
    subject(title: string, inTime: string): string;
    subjectLive(title: string): string;
    heading(inTime: string): string;
    headingLive: string;
    lead(host: string): string;
    /** To who has no camera and no microphone to check: they will be neither seen nor heard. */
    leadWatching(host: string): string;
    leadLive(host: string): string;
    leadForHost: string;
    leadForSpeaker(host: string): string;
    /** Before the link that ends reminders. */
    stop: string;
  };
  cancellation: {
    subject(title: string): string;
    subjectRegistration(title: string): string;
    heading: string;
    headingRegistration: string;
    headingDenied: string;
    lead(host: string): string;
    leadForHost: string;
    leadRegistration: string;
    /** A seat that was given and is taken back. */
    leadDenied(host: string): string;
    /** The organizer has taken the personal link back. */
    headingRevoked: string;
    leadRevoked(host: string): string;
    /** To a host or speaker who was taken off the team. */
    subjectTeam(title: string): string;
    headingTeam: string;
    leadTeam(host: string): string;
  };
  pending: { subject(title: string): string; heading: string; lead(host: string): string };
  denied: { subject(title: string): string; heading: string; lead(host: string): string };
  waitlisted: { subject(title: string): string; heading: string; lead(host: string): string };
  /** `until`: a date, an hour and its zone. */
  offered: { subject(title: string): string; heading: string; lead(host: string, until: string): string; action: string };
  offerLapsed: { subject(title: string): string; heading: string; lead(host: string): string };
  invitation: {
    subjectHost(title: string): string;
    headingHost: string;
    leadHost(host: string): string;
    subjectSpeaker(title: string): string;
    headingSpeaker: string;
    leadSpeaker(host: string): string;
  };
  /** To hosts, when the start has passed and none of them is there. */
  hostMissing: { subject(title: string): string; heading: string; lead: string };
  /** The page on which reminders are stopped. */
  remindersOff: { ask: string; explain(title: string): string; button: string; done: string; doneExplain(title: string): string };
  /** Above what the organizer wrote. */
  messageFrom(host: string): string;
  when: string;
  wasPlanned: string;
  yourTime: string;
  sessionTime: string;
  host: string;
  about: string;
  join: string;
  openRoom: string;
  joinAt: string;
  joinLabel: string;
  personal: string;
  addTo: string;
  /** Beside Google and Outlook: a file for every other calendar. */
  otherCalendars: string;
  attached: string;
  sessionPage: string;
  ownPage: string;
  whyYouGetThis(title: string): string;
  whyHost(title: string): string;
  whySpeaker(title: string): string;
  answerTo(host: string): string;
}
