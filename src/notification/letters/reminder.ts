import type { Letter, LetterData } from './letter.js';
import { onPaper } from './on-paper.js';
import { sheet } from './sheet.js';
import { inTime } from './shown-time.js';

/** It starts soon; what counts is the link, at the top of a short mail. */
export const reminder = (data: LetterData): Letter =>
  onPaper(sheet(data, ({ reminder: say }, { title, host, locale }) => {
    if (data.live && data.to === 'attendee') return { subject: say.subjectLive(title), heading: say.headingLive, lead: say.leadLive(host) };
    const left = inTime(Math.max(1, data.minutesLeft ?? 1), locale);
    const lead = { host: say.leadForHost, speaker: say.leadForSpeaker(host), attendee: data.onlyWatches ? say.leadWatching(host) : say.lead(host) }[data.to];
    return { subject: say.subject(title, left), heading: say.heading(left), lead };
  }));
