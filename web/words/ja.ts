import type { Words } from './en.js';
import { closing } from './ja/closing.js';
import { common } from './ja/common.js';
import { devices } from './ja/devices.js';
import { foyer } from './ja/foyer.js';
import { gestures } from './ja/gestures.js';
import { keys } from './ja/keys.js';
import { moderation } from './ja/moderation.js';
import { ownPage } from './ja/own-page.js';
import { people } from './ja/people.js';
import { polls } from './ja/polls.js';
import { publicPage } from './ja/public-page.js';
import { questions } from './ja/questions.js';
import { recording } from './ja/recording.js';
import { refusals } from './ja/refusals.js';
import { room } from './ja/room.js';
import { sharing } from './ja/sharing.js';
import { stage } from './ja/stage.js';
import { talk } from './ja/talk.js';
import { views } from './ja/views.js';
import { wayIn } from './ja/way-in.js';

/** 参加者が目にするページの文面（日本語）。 */
export const japanese: Words = {
  language: 'ja',
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
