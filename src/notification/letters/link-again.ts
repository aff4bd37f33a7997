import type { Letter, LetterData } from './letter.js';
import { onPaper } from './on-paper.js';
import { sheet } from './sheet.js';

/** Whoever has the mailbox has lost the first mail. */
export const linkAgain = (data: LetterData): Letter =>
  onPaper(sheet(data, ({ linkAgain: say }, { title }) => ({
    subject: say.subject(title), heading: say.heading, lead: say.lead, with: { calendars: true, about: true },
  })));
