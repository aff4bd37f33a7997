import type { Letter, LetterData } from './letter.js';
import { onPaper } from './on-paper.js';
import { sheet } from './sheet.js';

/** The session has moved: the old time, the new time, the same link. */
export const update = (data: LetterData): Letter =>
  onPaper(sheet(data, ({ update: say }, { title, host }) => ({
    subject: say.subject(title),
    heading: say.heading,
    lead: data.to === 'host' ? say.leadForHost : say.lead(host),
    with: { calendars: true },
  })));
