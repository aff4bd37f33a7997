import { Camera } from './camera.ts';
import { Cast } from './cast.ts';
import { after } from './scenes/after.ts';
import { conversation } from './scenes/conversation.ts';
import { countdown } from './scenes/countdown.ts';
import { desk } from './scenes/desk.ts';
import { house } from './scenes/house.ts';
import { letters } from './scenes/letters.ts';
import { moderation } from './scenes/moderation.ts';
import { publicPages } from './scenes/public-pages.ts';
import { ownPage } from './scenes/own-page.ts';
import { recording } from './scenes/recording.ts';
import { reference } from './scenes/reference.ts';
import { approval, registrants } from './scenes/registrants.ts';
import { room } from './scenes/room.ts';
import { account } from './scenes/account.ts';
import { team } from './scenes/team.ts';
import { wayIn } from './scenes/way-in.ts';

/** In this order: later scenes use the sessions and registrations of earlier ones only through `cast.prepare`. */
const SCENES: Record<string, (cast: Cast, camera: Camera) => Promise<void>> = {
  house, desk, after, public: publicPages, letters, 'own-page': ownPage, 'way-in': wayIn, room, countdown, recording, moderation, conversation, team, account, registrants, approval, reference,
};

/** All scenes, one after the other. One that fails is told of, and the others are still taken. */
export async function takeAll({ axe, only }: { axe: boolean; only: string[] }): Promise<{ taken: number; complaints: string[] }> {
  const camera = new Camera(axe, only.length === 0);
  const began = Date.now();
  const cast = await Cast.up();
  try {
    for (const [name, scene] of Object.entries(SCENES)) {
      if (only.length > 0 && !only.includes(name)) continue;
      process.stdout.write(`${name} … (${Math.round((Date.now() - began) / 1000)} s)\n`);
      try {
        await scene(cast, camera);
      } catch (error) {
        camera.complaints.push(`The scene ${name} broke off: ${(error as Error).message}`);
      } finally {
        await cast.leaveStage();
      }
    }
  } finally {
    await cast.down();
  }
  return { taken: camera.taken, complaints: camera.complaints };
}
