import type { Words } from './en.js';
import { closing } from './pt/closing.js';
import { common } from './pt/common.js';
import { devices } from './pt/devices.js';
import { foyer } from './pt/foyer.js';
import { gestures } from './pt/gestures.js';
import { keys } from './pt/keys.js';
import { moderation } from './pt/moderation.js';
import { ownPage } from './pt/own-page.js';
import { people } from './pt/people.js';
import { polls } from './pt/polls.js';
import { publicPage } from './pt/public-page.js';
import { questions } from './pt/questions.js';
import { recording } from './pt/recording.js';
import { refusals } from './pt/refusals.js';
import { room } from './pt/room.js';
import { sharing } from './pt/sharing.js';
import { stage } from './pt/stage.js';
import { talk } from './pt/talk.js';
import { views } from './pt/views.js';
import { wayIn } from './pt/way-in.js';

/** Todas as frases das páginas que os participantes veem, em português. */
export const portuguese: Words = {
  language: 'pt',
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
