import { type Person, until } from '../../journeys/set.ts';
import type { Camera, Manner } from '../camera.ts';
import type { Cast } from '../cast.ts';
import { PORTRAITS } from '../portrait.ts';

const SCREEN: Manner = { onlyScreen: true };
const FAREWELL = { text: 'That was the last studio of this year.\n\nWhat you made is on the shelf by the window until Friday.', link: { label: 'Tell us how it was', url: 'https://example.org/studio' } };
const MORE = ['Cleo', 'Grace Hopper', 'Katherine Johnson', 'Maximiliane von Hohenstein-Wolkenbruch', 'Ólafur Þórsson', 'Mary Jackson'];

/** Backstage, the room as it fills, what goes wrong in it, and its end. */
export async function room(cast: Cast, camera: Camera): Promise<void> {
  const session = await cast.schedules('Open studio', 12, { registration: null, farewell: FAREWELL });
  const host = await cast.hedy(PORTRAITS.hedy);
  const [ada, ben] = [await cast.person('Ada Lovelace', PORTRAITS.ada), await cast.person('Ben', PORTRAITS.ben)];
  const enters = async (who: Person, screen: 'backstage' | 'foyer' | 'room'): Promise<void> => {
    await who.page.goto(`/room/${session.slug}`);
    await who.joins(screen);
  };
  await enters(host, 'backstage');
  await host.page.getByText('Nobody is waiting yet').waitFor();
  await camera.take('backstage-nobody', host.page, SCREEN);
  await enters(ada, 'foyer');
  await enters(ben, 'foyer');
  await host.page.getByText('2 people are waiting').waitFor();
  await camera.take('backstage', host.page, SCREEN);

  await serverAway(cast, camera, 'foyer-reconnecting', ada, {});
  await host.sees('backstage');
  await host.page.getByText('2 people are waiting').waitFor({ timeout: 40_000 });
  await host.press('Start');
  await Promise.all([host, ada, ben].map((one) => one.sees('room')));
  await shown(host, 2);
  await camera.take('room-3-tiles', host.page, SCREEN);
  await camera.take('room-3-tiles-attendee', ada.page, SCREEN);
  await host.page.getByRole('button', { name: /^People/ }).click();
  await camera.take('room-people', host.page, SCREEN);
  await host.page.getByRole('button', { name: 'Close' }).click();
  await host.press('Devices');
  await camera.take('room-devices', host.page, SCREEN);
  await host.press('Done');
  await host.press('End for all');
  await camera.take('room-end-dialog', host.page, SCREEN);
  await host.press('Go on');
  await ben.press('Camera off');
  await ben.press('Mute');
  await shown(host, 1);
  await camera.take('room-camera-off', host.page, SCREEN);
  await camera.take('room-own-camera-off', ben.page, SCREEN);

  for (const name of MORE) await cast.seated(session, name);
  await tiles(host, 9);
  await camera.take('room-9-tiles', host.page, SCREEN);
  for (let n = 1; n <= 16; n++) await cast.seated(session, `Guest ${n}`);
  await tiles(host, 25);
  await camera.take('room-25-tiles', host.page, SCREEN);

  await serverAway(cast, camera, 'room-reconnecting', host, SCREEN);
  await host.sees('room');
  await ada.sees('room');
  await ben.press('Leave');
  await ben.page.getByRole('link', { name: FAREWELL.link.label }).waitFor();
  await camera.take('closing-left-live', ben.page);
  await cast.api('POST', `/api/sessions/${session.id}/end`);
  await Promise.all([host, ada].map((one) => one.sees('closing')));
  await camera.take('closing-at-its-end', ada.page);
  await ada.page.goto(`/room/${session.slug}`);
  await ada.sees('closing');
  await camera.take('closing-afterwards', ada.page);
  await webinar(cast, camera, host);
}

/** One host on stage, one person who watches. */
async function webinar(cast: Cast, camera: Camera, host: Person): Promise<void> {
  const session = await cast.schedules('Stars over New York', 12, { theme: 'webinar', registration: null });
  const cleo = await cast.person('Cleo');
  await cleo.page.goto(`/room/${session.slug}`);
  await cleo.joins('foyer');
  await host.page.goto(`/room/${session.slug}`);
  await host.joins('backstage');
  await host.press('Start');
  await cleo.sees('room');
  await shown(cleo, 1);
  await camera.take('room-1-tile-audience', cleo.page, SCREEN);
  await camera.take('room-1-tile-host', host.page, SCREEN);
  await host.press('Leave');
  await host.sees('closing');
  await tiles(cleo, 0);
  await camera.take('room-empty-stage', cleo.page, SCREEN);
}

/** The server is gone for a while, as in a power cut, and comes back. */
async function serverAway(cast: Cast, camera: Camera, name: string, who: Person, manner: Manner): Promise<void> {
  cast.set.product.kill();
  await who.page.getByText('Reconnecting').first().waitFor();
  await camera.take(name, who.page, manner);
  await cast.set.product.restart();
  await who.page.getByText('Reconnecting').first().waitFor({ state: 'detached', timeout: 60_000 });
}

/** So many pictures of others are there. */
function shown({ name, page }: Person, others: number): Promise<void> {
  return until(`${name} sees ${others} others`, 30_000, async () => {
    const seen = await page.locator('figure[data-seat]:not([data-self]) video').evaluateAll((all) => all.filter((one) => (one as HTMLVideoElement).videoWidth > 0).length);
    return seen === others || `${seen} of them`;
  });
}

function tiles(who: Person, count: number): Promise<void> {
  return until(`${who.name} has ${count} tiles`, 20_000, async () => ((await who.tiles()) === count ? true : `${await who.tiles()} tiles`));
}
