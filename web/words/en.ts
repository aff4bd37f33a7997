import { closing } from './en/closing.js';
import { common } from './en/common.js';
import { devices } from './en/devices.js';
import { foyer } from './en/foyer.js';
import { gestures } from './en/gestures.js';
import { keys } from './en/keys.js';
import { moderation } from './en/moderation.js';
import { ownPage } from './en/own-page.js';
import { people } from './en/people.js';
import { polls } from './en/polls.js';
import { publicPage } from './en/public-page.js';
import { questions } from './en/questions.js';
import { recording } from './en/recording.js';
import { refusals } from './en/refusals.js';
import { room } from './en/room.js';
import { sharing } from './en/sharing.js';
import { stage } from './en/stage.js';
import { talk } from './en/talk.js';
import { views } from './en/views.js';
import { wayIn } from './en/way-in.js';

/**
 * All sentences of the pages that attendees see, in English. The other languages have this shape. Dates, hours,
 * zones and spans of time are written by `Intl`, so no translator need think of them.
 */
export const english = {
  /** BCP 47. */
  language: 'en',
  ...common,
  ...publicPage,
  ...refusals,
  ...devices,
  ...wayIn,
  ...foyer,
  ...room,
  ...recording,
  ...sharing,
  ...stage,
  ...views,
  ...keys,
  ...people,
  ...moderation,
  ...talk,
  ...gestures,
  ...questions,
  ...polls,
  ...closing,
  ...ownPage,
};

/** The sentences of one language: a translation that lacks one does not compile. */
export type Words = typeof english;
