import type { Person } from '../../journeys/set.ts';
import type { Camera } from '../camera.ts';
import type { Cast } from '../cast.ts';
import { PORTRAITS, refuseDevices } from '../portrait.ts';

/** From a link to the chair in the foyer, and every door that stays shut. */
export async function wayIn(cast: Cast, camera: Camera): Promise<void> {
  const session = await cast.schedules('Frequency hopping, explained', 12);
  const { link } = await cast.invited(session, 'Ada Lovelace', 'ada@way-in.example');
  const ada = await cast.person('Ada Lovelace', PORTRAITS.ada);
  await ada.page.goto(link);
  await seesHerself(ada);
  await camera.take('pre-join', ada.page, { reload: true, settled: () => seesHerself(ada) });
  await ada.page.getByLabel('Your name').fill('');
  await ada.press('Join');
  await ada.page.locator('[aria-invalid]').waitFor();
  await camera.take('pre-join-no-name', ada.page);

  for (const [name, refusal] of [['denied', 'NotAllowedError'], ['no-devices', 'NotFoundError']] as const) {
    const other = await cast.person('Ada Lovelace');
    await other.context.addInitScript(refuseDevices, refusal);
    await other.page.goto(link);
    await other.page.getByText('You can come in without').waitFor();
    await camera.take(`pre-join-${name}`, other.page, { reload: true, settled: () => other.page.getByText('You can come in without').waitFor() });
    await other.context.close();
  }

  await ada.page.reload();
  await ada.joins('foyer');
  await camera.take('foyer', ada.page, { reload: true, settled: async () => (await ada.sees('foyer'), seesHerself(ada)) });
  const phone = await cast.person('Ada on the phone', PORTRAITS.ada);
  await phone.page.goto(link);
  await phone.sees('pre-join');
  await phone.press('Join');
  await phone.page.getByRole('dialog').waitFor();
  await camera.take('pre-join-move-here', phone.page, { onlyScreen: true });
  await phone.press('Move here');
  await ada.page.getByText('another device').first().waitFor();
  await camera.take('moved-elsewhere', ada.page);
  await Promise.all([ada.context.close(), phone.context.close()]);

  await limited(cast, camera);
  await webinar(cast, camera);
  await shutDoors(cast, camera, session.slug);
}

/** A passcode at the door, and a room with one place. */
async function limited(cast: Cast, camera: Camera): Promise<void> {
  const session = await cast.schedules('Open studio', 12, { theme: 'webinar', registration: null, passcode: 'kiln fire', roomLimit: 1 });
  const [ada, ben] = [await cast.person('Ada'), await cast.person('Ben')];
  for (const [one, name] of [[ada, 'Ada'], [ben, 'Ben']] as const) {
    await one.page.goto(`/room/${session.slug}`);
    await one.sees('pre-join');
    await one.page.getByLabel('Your name').fill(name);
  }
  await ada.page.getByLabel('Passcode').fill('kiln fire');
  await ada.press('Join');
  await ada.sees('foyer');
  await ben.page.getByLabel('Passcode').fill('fire kiln');
  await ben.press('Join');
  await ben.page.locator('[aria-invalid]').waitFor();
  await camera.take('pre-join-passcode', ben.page);
  await ben.page.getByLabel('Passcode').fill('kiln fire');
  await ben.press('Join');
  await ben.page.getByText('All places in the room are taken').waitFor();
  await camera.take('pre-join-full', ben.page);
  await Promise.all([ada.context.close(), ben.context.close()]);
}

async function webinar(cast: Cast, camera: Camera): Promise<void> {
  const session = await cast.schedules('Stars over New York', 3 * 24 * 60 + 130, { theme: 'webinar' });
  const { link } = await cast.invited(session, 'Ben', 'ben@way-in.example');
  const ben = await cast.person('Ben');
  await ben.page.goto(link);
  await ben.sees('pre-join');
  await camera.take('pre-join-webinar', ben.page);
  await ben.joins('foyer');
  await camera.take('foyer-webinar', ben.page);
  await ben.press('Leave');
  await ben.sees('closing');
  await camera.take('closing-left', ben.page);
  await cast.api('POST', `/api/sessions/${session.id}/cancel`);
  await ben.page.goto(link);
  await ben.sees('closing');
  await camera.take('closing-cancelled', ben.page);
}

async function shutDoors(cast: Cast, camera: Camera, slug: string): Promise<void> {
  const { page } = await cast.person('Somebody');
  await page.goto('/j/AAAAAAAAAAAAAAAAAAAAAAAAAAA');
  await page.locator('[data-screen="dead-link"]').waitFor();
  await camera.take('dead-link', page);
  await page.goto(`/room/${slug}`);
  await page.locator('[data-screen="registration-needed"]').waitFor();
  await camera.take('registration-needed', page);
  await page.route('**/api/join/resolve', () => undefined); // never answered
  await page.goto(`/room/${slug}`);
  await camera.take('opening', page);
  await page.unrouteAll();
  await page.route('**/api/join/resolve', (route) => route.abort());
  await page.goto(`/room/${slug}`);
  await page.locator('[data-screen="unreachable"]').waitFor();
  await camera.take('unreachable', page);
}

/** The picture in the mirror moves, and its sound was heard. */
async function seesHerself({ page }: Person): Promise<void> {
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
}
