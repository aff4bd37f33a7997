import type { Letter, LetterData } from './letter.js';
import { onPaper } from './on-paper.js';
import { sheet } from './sheet.js';

/** Someone has a seat. */
export const confirmation = (data: LetterData): Letter =>
  onPaper(sheet(data, ({ confirmation: say }, { title, host }) => ({
    subject: say.subject(title), heading: say.heading, lead: data.onlyWatches ? say.leadWatching(host) : say.lead(host), with: { calendars: true, about: true },
  })));
