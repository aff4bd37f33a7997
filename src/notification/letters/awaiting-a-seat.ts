import type { Letter, LetterData } from './letter.js';
import { onPaper } from './on-paper.js';
import { sheet } from './sheet.js';

/** No seat yet, or none at all: nothing to join, so no link and no calendar entry. */
const without = (which: 'pending' | 'denied' | 'waitlisted') => (data: LetterData): Letter =>
  onPaper(sheet({ ...data, joinUrl: null }, (words, { title, host }) => {
    const say = words[which];
    return { subject: say.subject(title), heading: say.heading, lead: say.lead(host), with: { about: which !== 'denied' } };
  }));

/** The organizer will look at the registration first. */
export const pending = without('pending');
/** The organizer has looked, and said no. */
export const denied = without('denied');
/** All seats are taken; the first that is freed is theirs. */
export const waitlisted = without('waitlisted');
