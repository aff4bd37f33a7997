import type { Words } from './en.js';
import { closing } from './fr/closing.js';
import { common } from './fr/common.js';
import { devices } from './fr/devices.js';
import { foyer } from './fr/foyer.js';
import { gestures } from './fr/gestures.js';
import { keys } from './fr/keys.js';
import { moderation } from './fr/moderation.js';
import { ownPage } from './fr/own-page.js';
import { people } from './fr/people.js';
import { polls } from './fr/polls.js';
import { publicPage } from './fr/public-page.js';
import { questions } from './fr/questions.js';
import { recording } from './fr/recording.js';
import { refusals } from './fr/refusals.js';
import { room } from './fr/room.js';
import { sharing } from './fr/sharing.js';
import { stage } from './fr/stage.js';
import { talk } from './fr/talk.js';
import { views } from './fr/views.js';
import { wayIn } from './fr/way-in.js';

/** Toutes les phrases des pages que voient les participant·e·s, en français. */
export const french: Words = {
  language: 'fr',
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
