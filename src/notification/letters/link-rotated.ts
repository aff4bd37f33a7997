import type { Letter, LetterData } from './letter.js';
import { onPaper } from './on-paper.js';
import { sheet } from './sheet.js';

/** The organizer gave this person a new link; what stood in the calendar leads nowhere now. */
export const linkRotated = (data: LetterData): Letter =>
  onPaper(sheet(data, ({ linkRotated: say }, { title, host }) => ({
    subject: say.subject(title), heading: say.heading, lead: say.lead(host), with: { calendars: true },
  })));
