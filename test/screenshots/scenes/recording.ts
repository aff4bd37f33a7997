import type { Person } from '../../journeys/set.ts';
import type { Camera, Manner } from '../camera.ts';
import type { Cast } from '../cast.ts';
import { PORTRAITS } from '../portrait.ts';

const SCREEN: Manner = { onlyScreen: true };

/** A session that is recorded: the question at the door, the sign while it runs, and what is to be watched afterwards. */
export async function recording(cast: Cast, camera: Camera): Promise<void> {
  const session = await cast.schedules('Spread spectrum, kept for later', 12, { registration: null, recording: 'everyone' });
  const host = await cast.hedy(PORTRAITS.hedy);
  const ada = await cast.person('Ada Lovelace', PORTRAITS.ada);
  const comes = async (who: Person): Promise<void> => {
    await who.page.goto(`/room/${session.slug}`);
    await who.sees('pre-join');
  };
  const enters = async (who: Person, screen: 'backstage' | 'foyer'): Promise<void> => {
    await comes(who);
    await who.page.getByLabel('I agree to be recorded').check();
    await who.joins(screen);
  };
  await comes(ada);
  await ada.page.getByLabel('I agree to be recorded').waitFor();
  await camera.take('recording-asked', ada.page);
  await ada.page.getByLabel('Your name').fill('Ada Lovelace');
  await ada.press('Join');
  await ada.page.getByText('Please agree first').waitFor();
  await camera.take('recording-not-agreed', ada.page);
  await enters(ada, 'foyer');
  await enters(host, 'backstage');
  await host.press('Start');
  await Promise.all([host, ada].map((one) => one.sees('room')));
  await ada.seesAndHears(1);
  await camera.take('recording-may-begin', host.page, SCREEN);
  await host.press('Record');
  await ada.page.locator('header').getByText('Recording').waitFor();
  await ada.seesAndHears(1);
  await camera.take('recording-runs', host.page, SCREEN);
  await camera.take('recording-runs-attendee', ada.page, SCREEN);
  await host.press('End for all');
  await host.page.getByRole('dialog').getByRole('button', { name: 'End for all' }).click();
  await ada.sees('closing');
  await ada.page.getByRole('link', { name: /Hedy Lamarr · Picture/ }).first().waitFor({ timeout: 90_000 });
  await camera.take('closing-recording', ada.page);
  await host.page.goto(`/desk/sessions/${session.id}/after`);
  await host.page.getByRole('heading', { name: /^Recording/ }).waitFor();
  await host.page.getByRole('link', { name: /· Picture$/ }).first().waitFor();
  await camera.take('after-recording', host.page);
}
