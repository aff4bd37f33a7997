import type { Camera, Manner } from '../camera.ts';
import type { Cast } from '../cast.ts';
import { PORTRAITS } from '../portrait.ts';

const SCREEN: Manner = { onlyScreen: true };

/** What hosts decide, as they see it and as those see it whom it concerns. */
export async function moderation(cast: Cast, camera: Camera): Promise<void> {
  const host = await cast.hedy(PORTRAITS.hedy);
  const session = await cast.schedules('Open studio', 12, { registration: null });
  await host.page.goto(`/room/${session.slug}`);
  await host.joins('backstage');
  await host.press('Start');
  await host.sees('room');
  for (const name of ['Ada Lovelace', 'Maximiliane von Hohenstein-Wolkenbruch', 'Ben']) await cast.seated(session, name);
  await host.page.getByRole('button', { name: /^People/ }).click();
  await host.page.getByRole('button', { name: 'Decide about Ben' }).waitFor();
  await camera.take('moderation-list', host.page, SCREEN);
  await host.page.getByRole('button', { name: 'Decide about Ben' }).click();
  await host.press('Stop video');
  await host.page.getByRole('status').getByText('The video of Ben is stopped.').waitFor({ state: 'attached' });
  await host.page.getByRole('button', { name: 'Decide about Ben' }).click();
  await camera.take('moderation-menu', host.page, SCREEN);
  await host.press('Ban');
  await camera.take('moderation-ban-dialog', host.page, SCREEN);
  await host.press('Cancel');

  const stars = await cast.schedules('Stars over New York', 12, { theme: 'webinar', registration: null });
  for (const name of ['Ada Lovelace', 'Cleo', 'Grace Hopper']) await cast.seated(stars, name);
  await host.page.goto(`/room/${stars.slug}`);
  await host.joins('backstage');
  await host.press('Start');
  await host.sees('room');
  await host.page.getByRole('button', { name: /^People/ }).click();
  await host.page.getByRole('button', { name: 'Decide about Cleo' }).click();
  await host.press('Invite on stage');
  await host.page.getByText('Invited on stage').waitFor();
  await camera.take('moderation-audience', host.page, SCREEN);
}
