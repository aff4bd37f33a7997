import type { Words } from './en.js';
import { closing } from './es/closing.js';
import { common } from './es/common.js';
import { devices } from './es/devices.js';
import { foyer } from './es/foyer.js';
import { gestures } from './es/gestures.js';
import { keys } from './es/keys.js';
import { moderation } from './es/moderation.js';
import { ownPage } from './es/own-page.js';
import { people } from './es/people.js';
import { polls } from './es/polls.js';
import { publicPage } from './es/public-page.js';
import { questions } from './es/questions.js';
import { recording } from './es/recording.js';
import { refusals } from './es/refusals.js';
import { room } from './es/room.js';
import { sharing } from './es/sharing.js';
import { stage } from './es/stage.js';
import { talk } from './es/talk.js';
import { views } from './es/views.js';
import { wayIn } from './es/way-in.js';

/** Todas las frases de las páginas que ven quienes asisten, en español. */
export const spanish: Words = {
  language: 'es',
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
