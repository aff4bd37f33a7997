import type { Words } from './en.js';
import { closing } from './de/closing.js';
import { common } from './de/common.js';
import { devices } from './de/devices.js';
import { foyer } from './de/foyer.js';
import { gestures } from './de/gestures.js';
import { keys } from './de/keys.js';
import { moderation } from './de/moderation.js';
import { ownPage } from './de/own-page.js';
import { people } from './de/people.js';
import { polls } from './de/polls.js';
import { publicPage } from './de/public-page.js';
import { questions } from './de/questions.js';
import { recording } from './de/recording.js';
import { refusals } from './de/refusals.js';
import { room } from './de/room.js';
import { sharing } from './de/sharing.js';
import { stage } from './de/stage.js';
import { talk } from './de/talk.js';
import { views } from './de/views.js';
import { wayIn } from './de/way-in.js';

/** Alle Sätze der Seiten, die Teilnehmende sehen, auf Deutsch. */
export const german: Words = {
  language: 'de',
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
