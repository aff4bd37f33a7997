import type { PlainLetter } from '../../platform/mail/plain-letter.js';
import { cleanName } from '../../platform/mail/clean.js';

/** A mail to oneself, to see that mails arrive. */
export const testMail = ({ name, from }: { name: string; from: string }): PlainLetter => ({
  subject: 'Your test mail from Foyer',
  name: cleanName(name, 60),
  heading: 'It has arrived',
  lines: [
    'This is the mail that you asked for. If you can read it, mails from here reach you.',
    `Please look where it arrived: among your other mails is good; among the spam is not. Its sender is ${from}.`,
  ],
});
