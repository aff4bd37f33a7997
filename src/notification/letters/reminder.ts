import type { Letter, LetterData } from './letter.js';
import { onPaper } from './on-paper.js';
import { sheet } from './sheet.js';

/** It starts soon; what counts is the link, at the top of a short mail. */
export const reminder = (data: LetterData): Letter =>
  onPaper(sheet(data, (words, { title, host }) => {
    const say = words.reminder;
    if (data.live && data.to === 'attendee') return { subject: say.subjectLive(title), heading: say.headingLive, lead: say.leadLive(host) };
    const left = words.minutes(Math.max(1, data.minutesLeft ?? 1));
    return { subject: say.subject(title, left), heading: say.heading(left), lead: data.to === 'host' ? say.leadForHost : say.lead(host) };
  }));
