import type { Person } from '../../journeys/set.ts';
import type { Camera, Manner } from '../camera.ts';
import type { Cast, Session } from '../cast.ts';
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

  await concerned(cast, camera, host, session);
  await audience(cast, camera, host);
}

const decides = async ({ page }: Person, about: string, choice: string, sure = false): Promise<void> => {
  const opener = page.getByRole('button', { name: `Decide about ${about}` });
  if ((await opener.getAttribute('aria-expanded')) !== 'true') await opener.click();
  await page.getByRole('group', { name: about, exact: true }).getByRole('button', { name: choice }).click();
  if (sure) await page.getByRole('dialog').getByRole('button', { name: choice }).click();
};

/** Muted, held, taken off the stage; removed, asking to come in again, not let in, banned. */
async function concerned(cast: Cast, camera: Camera, host: Person, session: Session): Promise<void> {
  const grace = await cast.person('Grace Hopper', PORTRAITS.ada);
  await grace.page.goto(`/room/${session.slug}`);
  await grace.joins('room');
  await decides(host, 'Grace Hopper', 'Mute');
  await grace.page.getByText('A host muted you.').last().waitFor();
  await camera.take('moderation-muted', grace.page, SCREEN);
  await host.page.getByRole('switch', { name: 'They may unmute themselves' }).click();
  await grace.page.getByText('You can speak once a host lets you.').last().waitFor();
  await camera.take('moderation-held', grace.page, SCREEN);
  await decides(host, 'Grace Hopper', 'Remove', true);
  await grace.page.locator('[data-screen="removed"]').waitFor();
  await camera.take('moderation-removed', grace.page);
  await grace.press('Ask to come in');
  await grace.sees('pre-join');
  await camera.take('moderation-pre-join-to-knock', grace.page);
  await grace.press('Ask to come in');
  await grace.page.locator('[data-screen="door"]').waitFor();
  await camera.take('moderation-at-the-door', grace.page);

  await host.page.getByRole('switch', { name: 'Lock the room' }).click();
  await host.page.getByRole('switch', { name: 'Lock the room', checked: true }).waitFor();
  await host.page.getByRole('button', { name: 'Close' }).click();
  await host.page.getByText('Grace Hopper asks to come in.').last().waitFor();
  await camera.take('moderation-knock', host.page, SCREEN);
  for (const name of ['Mary Jackson', 'Ólafur Þórsson']) await cast.seated(session, name);
  await host.page.getByText('3 people ask to come in.').last().waitFor();
  await camera.take('moderation-knocks', host.page, SCREEN);
  await host.press('See who');
  await host.page.getByRole('button', { name: 'Let in: Mary Jackson', exact: true }).waitFor();
  await camera.take('moderation-who-knocks', host.page, SCREEN);
  await host.page.getByRole('button', { name: 'Do not let in: Grace Hopper' }).click();
  await grace.page.locator('[data-screen="denied"]').waitFor();
  await camera.take('moderation-denied', grace.page);
  await host.press('Let all in');
  await host.page.getByRole('button', { name: 'Decide about Mary Jackson' }).waitFor();
}

/** Somebody of a webinar's audience is asked on stage. */
async function audience(cast: Cast, camera: Camera, host: Person): Promise<void> {
  const session = await cast.schedules('Stars over New York', 12, { theme: 'webinar', registration: null });
  for (const name of ['Ada Lovelace', 'Grace Hopper']) await cast.seated(session, name);
  const cleo = await cast.person('Cleo', PORTRAITS.ben);
  await cleo.page.goto(`/room/${session.slug}`);
  await cleo.joins('foyer');
  await host.page.goto(`/room/${session.slug}`);
  await host.joins('backstage');
  await host.press('Start');
  await host.sees('room');
  await cleo.sees('room');
  await host.page.getByRole('button', { name: /^People/ }).click();
  await decides(host, 'Cleo', 'Invite on stage');
  await host.page.getByText('Invited on stage', { exact: true }).waitFor();
  await camera.take('moderation-audience', host.page, SCREEN);
  await cleo.page.getByRole('button', { name: 'Get ready' }).waitFor();
  await camera.take('moderation-invited', cleo.page, SCREEN);
  await cleo.press('Get ready');
  await cleo.page.getByRole('dialog').locator('video').waitFor();
  await camera.take('moderation-mirror', cleo.page, SCREEN);
  await cleo.press('Go on stage');
  await cleo.page.getByRole('button', { name: 'Leave stage' }).waitFor();
  await camera.take('moderation-on-stage', cleo.page, SCREEN);
  await decides(host, 'Cleo', 'Take off stage');
  await cleo.page.getByText('A host took you off stage.').last().waitFor();
  await camera.take('moderation-taken-off', cleo.page, SCREEN);
}
