import type { Person } from '../../journeys/set.ts';
import type { Camera } from '../camera.ts';
import type { Cast } from '../cast.ts';
import { PORTRAITS } from '../portrait.ts';

/** Three, two, one: as the host sees it, and who waits; and the start that the host has stopped. */
export async function countdown(cast: Cast, camera: Camera): Promise<void> {
  const session = await cast.schedules('Counted in', 12, { theme: 'webinar', registration: null, countdown: true });
  const host = await cast.hedy(PORTRAITS.hedy);
  const ada = await cast.person('Ada Lovelace', PORTRAITS.ada);
  await ada.page.goto(`/room/${session.slug}`);
  await ada.joins('foyer');
  await host.page.goto(`/room/${session.slug}`);
  await host.joins('backstage');
  await host.page.getByText('1 person is waiting').waitFor();
  const counting = ({ page }: Person) => page.locator('[data-part="countdown"]');
  const stopped = async (): Promise<void> => {
    if (await counting(host).isVisible()) await host.page.keyboard.press('Escape');
    await Promise.all([host, ada].map((one) => counting(one).waitFor({ state: 'detached' })));
  };
  /** Three seconds are short for a camera: each picture has a count of its own. */
  const begun = async (): Promise<void> => {
    await stopped();
    await host.press('Start');
    await Promise.all([host, ada].map((one) => counting(one).waitFor()));
  };
  await camera.take('countdown', host.page, { onlyScreen: true, settled: begun });
  await stopped();
  await camera.take('countdown-waiting', ada.page, { settled: begun });
  await stopped();
  await camera.take('countdown-stopped', host.page, { onlyScreen: true });
  await camera.take('countdown-stopped-waiting', ada.page);
}
