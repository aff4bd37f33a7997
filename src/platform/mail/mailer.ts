/** Someone who sends or gets a mail; always in two pieces, never parsed out of one string. */
export interface Mailbox {
  name: string;
  address: string;
}

/** A finished mail: nothing in it is a template any more. */
export interface OutgoingMail {
  /** `<deliveryId@domain>`: identical on each try of one delivery. */
  messageId: string;
  /** MAIL FROM, where bounces go. */
  bounceTo: string;
  from: Mailbox;
  to: Mailbox;
  replyTo: Mailbox | null;
  date: Date;
  subject: string;
  text: string;
  html: string;
  /** BCP 47. */
  language: string;
  /** Message-ID of the mail that this one belongs to. */
  inReplyTo: string | null;
  headers?: Readonly<Record<string, string>>;
  /** A calendar object, attached and as an alternative of the text, byte for byte the same. */
  invite: { method: 'REQUEST' | 'CANCEL'; file: string } | null;
}

/** A mail whose very bytes are ready. */
export type FinishedMail = Pick<OutgoingMail, 'messageId' | 'bounceTo' | 'to'> & { raw: Buffer };

/**
 * What became of one try.
 * - `accepted`: the server has taken it.
 * - `refused`: this recipient or this mail, for good.
 * - `deferred`: not now; the server is well.
 * - `transport`: nobody was reached or let in; it says nothing about this mail.
 * - `unknown`: lost after the final dot. It may have arrived: send again under the same Message-ID.
 */
export type Outcome =
  | { kind: 'accepted'; answer: string }
  | { kind: 'refused' | 'deferred' | 'transport' | 'unknown'; answer: string };

/** Hands one mail to the mail server and says what the server said. Never throws for what a server or a network does. */
export abstract class Mailer {
  /** @param mayLeave asked once the server is ready for the message, and waited for: nothing of it is written before */
  abstract send(mail: OutgoingMail | FinishedMail, mayLeave?: () => Promise<void>): Promise<Outcome>;
}
