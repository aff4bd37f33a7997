/** A planned time as a letter needs it. */
export interface Time {
  startsAt: Date;
  endsAt: Date;
  /** The session's own zone. */
  timeZone: string;
}

/** Everything that a letter says, as data; texts as people typed them. */
export interface LetterData {
  /** A registrant, a speaker or an invited host follows a personal link; the host who planned it goes to the room of their account. */
  to: 'attendee' | 'host' | 'speaker';
  recipientName: string;
  /** An attendee of a session whose audience sends no sound and no picture: nobody sees or hears them. */
  onlyWatches?: boolean;
  /** IANA zone in which the recipient lives. */
  recipientZone: string;
  /** BCP 47; decides language and the look of dates. */
  locale: string;
  title: string;
  description: string;
  hostName: string;
  /** The colour of its workspace, `#rrggbb`; left out or null for the house's own. */
  accent?: string | null;
  time: Time;
  /** Null where there is nothing to join: any more, or not yet. */
  joinUrl: string | null;
  /** Whether that link is the recipient's own. */
  linkIsPersonal: boolean;
  /** The session's public page: the one address without a secret. */
  pageUrl: string;
  /** Where the entry lies as a file, for calendars that are no web page. */
  calendarFileUrl?: string;
  /** Where a registrant sees, changes and ends their registration; as personal as the link itself. */
  ownPageUrl?: string;
  /** Where reminders of this session can be stopped. */
  remindersOffUrl?: string;
  /** In an offer: until when the seat is held. */
  offeredUntil?: Date;
  /** What the organizer adds in their own words. */
  message?: string;
  /** What was told before, in an update. */
  before?: Time;
  /** In a reminder: whole minutes until the start; 0 or less when it has opened already. */
  minutesLeft?: number;
  /** In a reminder: a host has opened the doors early. */
  live?: boolean;
  /** In a cancellation: the whole session; or this one registration, by its owner or by the organizer; or a host's or speaker's part in it. */
  cancelled?: 'session' | 'registration' | 'denied' | 'revoked' | 'team';
}

/** A finished letter. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
  /** BCP 47 of the words used. */
  language: string;
}
