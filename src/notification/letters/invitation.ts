import type { Letter, LetterData } from './letter.js';
import { onPaper } from './on-paper.js';
import { sheet } from './sheet.js';

/** Someone was named as a host or a speaker: their link, and what it lets them do. */
export const invitation = (data: LetterData): Letter =>
  onPaper(sheet(data, ({ invitation: say }, { title, host }) => ({
    ...(data.to === 'host'
      ? { subject: say.subjectHost(title), heading: say.headingHost, lead: say.leadHost(host) }
      : { subject: say.subjectSpeaker(title), heading: say.headingSpeaker, lead: say.leadSpeaker(host) }),
    with: { calendars: true, about: true },
  })));
