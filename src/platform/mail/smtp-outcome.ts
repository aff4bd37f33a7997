import type { Outcome } from './mailer.js';

/** The parts of nodemailer's errors that say where a try has ended. */
interface SmtpFault {
  message: string;
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

/** Closing, wanting a password, or not liking ours: whatever the moment, the mail itself was not judged. */
const ABOUT_THE_CONNECTION = new Set([421, 530, 535]);
const LOST = new Set(['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EABORT']);
const BEFORE_THE_MAIL = new Set(['EDNS', 'ETLS', 'EREQUIRETLS', 'EPROTOCOL', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'EPROXY', ...LOST]);

/**
 * Reads an error of nodemailer.
 * @param handedOver whether the whole message had been written, so that only the server's word was missing
 */
export function outcomeOf(fault: SmtpFault, handedOver: boolean): Outcome {
  const answer = told(fault);
  const { responseCode, code = '', command } = fault;
  if (responseCode && ABOUT_THE_CONNECTION.has(responseCode)) return { kind: 'transport', answer };
  if (BEFORE_THE_MAIL.has(code)) return { kind: handedOver && LOST.has(code) && !responseCode ? 'unknown' : 'transport', answer };
  if (!responseCode) return { kind: code === 'EENVELOPE' || code === 'EMESSAGE' ? 'refused' : 'deferred', answer };
  // 503: the session was in the wrong state. MAIL FROM is about us, the sender; it must be seen, but it is no verdict on the recipient.
  const lasting = responseCode >= 500 && responseCode !== 503 && command !== 'MAIL FROM';
  return { kind: lasting ? 'refused' : 'deferred', answer };
}

function told({ response, message }: SmtpFault): string {
  return withoutAddresses(response ?? message);
}

/** A server's words in one line, short, without the addresses and links that servers like to repeat. */
export const withoutAddresses = (answer: string): string =>
  // eslint-disable-next-line no-control-regex
  answer.replace(/[\u0000-\u001f\u007f\s]+/g, ' ').replace(/<?[^\s<>@:"']+@[^\s<>@,;:"']+>?/g, '<…>').replace(/(\/|%2F)(j|me|calendar|reminders-off)\1[\w-]+/gi, '$1$2$1…').slice(0, 300).trim();
