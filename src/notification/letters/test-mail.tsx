import { renderToString } from 'preact-render-to-string';
import { cleanName } from './clean.js';
import type { Letter } from './letter.js';

/** A mail to oneself, to see that mails arrive. For organizers, so in English as their pages are. */
export function testMail({ name, from }: { name: string; from: string }): Letter {
  const subject = 'Your test mail from Foyer';
  const lines = [
    `Hello ${cleanName(name, 60)},`,
    'this is the mail that you asked for. If you can read it, mails from here reach you.',
    `Please look where it arrived: among your other mails is good; among the spam is not. Its sender is ${from}.`,
  ];
  const html = renderToString(
    <html lang="en">
      <head>
        <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
      </head>
      <body style={{ margin: 0, padding: '32px 24px', fontFamily: 'sans-serif', fontSize: '16px', lineHeight: '1.55' }}>
        {lines.map((line) => <p>{line}</p>)}
      </body>
    </html>,
  );
  return { subject, text: `${lines.join('\n\n')}\n`, html: `<!doctype html>\n${html}\n`, language: 'en' };
}
