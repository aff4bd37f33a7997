import type { Letter, LetterData } from './letter.js';
import { onPaper } from './on-paper.js';
import { sheet } from './sheet.js';

/** Whoever has the mailbox has lost the first mail. */
export const linkAgain = (data: LetterData): Letter =>
  onPaper(sheet(data, ({ linkAgain: say }, { title, host }) => ({
    subject: say.subject(title), heading: say.heading, lead: data.to === 'attendee' ? say.lead : say.leadTeam(host), with: { calendars: true, about: true },
  })));
