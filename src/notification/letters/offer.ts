import type { Letter, LetterData } from './letter.js';
import { onPaper } from './on-paper.js';
import { sheet } from './sheet.js';
import { shownMoment } from './shown-time.js';

/** A seat is held for them until an hour: the page behind the button asks, and its button takes it. */
export const offered = (data: LetterData): Letter =>
  onPaper(sheet({ ...data, joinUrl: data.ownPageUrl ?? null }, (words, { title, host, locale }) => ({
    subject: words.offered.subject(title),
    heading: words.offered.heading,
    lead: words.offered.lead(host, shownMoment(data.offeredUntil ?? data.time.startsAt, data.recipientZone || data.time.timeZone, locale)),
    with: { about: true, action: words.offered.action },
  })));

/** The hour has passed: the seat has gone on to the next. */
export const offerLapsed = (data: LetterData): Letter =>
  onPaper(sheet({ ...data, joinUrl: null, ownPageUrl: undefined }, (words, { title, host }) => ({
    subject: words.offerLapsed.subject(title),
    heading: words.offerLapsed.heading,
    lead: words.offerLapsed.lead(host),
  })));
