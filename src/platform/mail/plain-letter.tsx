import type { OutgoingMail } from './mailer.js';
import { asHtml, Door, Paper, soft, text } from './paper.js';

/** A mail that is about no session: a few sentences, and at most one thing to do. */
export interface PlainLetter {
  subject: string;
  /** Empty where nobody knows it. */
  name: string;
  heading: string;
  lines: readonly string[];
  link?: { address: string; says: string };
  /** For whoever did not ask for it. */
  after?: string;
}

/** For organizers, so in English as their pages are. */
export function plainLetter({ subject, name, heading, lines, link, after }: PlainLetter): Pick<OutgoingMail, 'subject' | 'text' | 'html' | 'language'> {
  const greeting = name ? `Hello ${name},` : 'Hello,';
  const said = [greeting, heading, ...lines, ...(link ? [`${link.says}: ${link.address}`] : []), ...(after ? [after] : [])];
  return {
    subject,
    text: `${said.join('\n\n')}\n`,
    html: asHtml(
      <Paper language="en" subject={subject} glance={lines[0] ?? ''} greeting={greeting} heading={heading}>
        {lines.map((line, at) => <p class="ink" style={text({ margin: at === lines.length - 1 ? '0 0 24px' : '0 0 16px', wordBreak: 'break-word' })}>{line}</p>)}
        {link ? <Door to={link.address} says={link.says} note={null} /> : null}
        {after ? <p class="soft" style={text({ margin: 0, fontSize: '14px', color: soft })}>{after}</p> : null}
      </Paper>,
    ),
    language: 'en',
  };
}
