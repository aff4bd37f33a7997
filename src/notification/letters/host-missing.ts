import type { Letter, LetterData } from './letter.js';
import { onPaper } from './on-paper.js';
import { sheet } from './sheet.js';

/** It should have begun, people may wait, and no host is there: their link, and what to do. */
export const hostMissing = (data: LetterData): Letter =>
  onPaper(sheet(data, ({ hostMissing: say }, { title }) => ({ subject: say.subject(title), heading: say.heading, lead: say.lead })));
