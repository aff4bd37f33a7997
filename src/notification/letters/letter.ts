/** A planned time as a letter needs it. */
export interface Time {
  startsAt: Date;
  endsAt: Date;
  /** The session's own zone. */
  timeZone: string;
}

/** Everything that a letter says, as data; texts as people typed them. */
export interface LetterData {
  /** A registrant follows a personal link; a host goes to the room of an account. */
  to: 'attendee' | 'host';
  recipientName: string;
  /** IANA zone in which the recipient lives. */
  recipientZone: string;
  /** BCP 47; decides language and the look of dates. */
  locale: string;
  title: string;
  description: string;
  hostName: string;
  time: Time;
  /** Null in a cancellation. */
  joinUrl: string | null;
  /** The session's public page: the one address without a secret. */
  pageUrl: string;
  /** What was told before, in an update. */
  before?: Time;
  /** In a reminder: whole minutes until the start; 0 or less when it has opened already. */
  minutesLeft?: number;
  /** In a reminder: a host has opened the doors early. */
  live?: boolean;
  /** In a cancellation: the whole session, or this one registration. */
  cancelled?: 'session' | 'registration';
}

/** A finished letter. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
  /** BCP 47 of the words used. */
  language: string;
}
