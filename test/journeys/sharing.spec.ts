import { type Person, Set, story, until, wallTimeIn } from './set.ts';

/** Somebody shows their screen, beside their camera. */
describe('a shared screen', () => {
  const step = story();
  let set: Set;
  let host: Person;
  let ada: Person;
  let session: { id: string; slug: string; publicUrl: string };

  beforeAll(async () => {
    set = await Set.up();
    [host, ada] = await Promise.all([set.person('Hedy'), set.person('Ada', { viewport: { width: 390, height: 844 } })]);
    await host.page.goto('/sign-in');
    await host.api('POST', '/api/identity/sign-up', { name: 'Hedy Lamarr', email: 'hedy@example.org', password: 'a long and quiet password' });
    session = await host.api('POST', '/api/sessions', { title: 'Screens', wallTime: wallTimeIn(4, 'UTC'), timeZone: 'UTC', durationMinutes: 30, theme: 'meeting', registration: null });
    await host.page.goto(`/room/${session.slug}`);
    await host.joins('backstage');
    await ada.page.goto(`/room/${session.slug}`);
    await ada.joins('foyer');
    await host.press('Start');
    await Promise.all([host.seesAndHears(1), ada.seesAndHears(1)]);
  }, 180_000);
  afterAll(() => set?.down(), 60_000);

  const screen = () => ada.page.locator('[data-shared] video');
  const moves = async () => {
    const look = () => screen().evaluate((video: HTMLVideoElement) => ({ frames: video.getVideoPlaybackQuality().totalVideoFrames, width: video.videoWidth })).catch(() => ({ frames: 0, width: 0 }));
    await until('the screen moves', 45_000, async () => {
      const before = await look();
      await ada.page.waitForTimeout(1_000);
      const now = await look();
      return now.frames > before.frames + 3 && now.width > 0 ? true : JSON.stringify(now);
    });
  };

  step('is seen large by the others, with the camera and the sound of both beside it', async () => {
    await host.press('Share screen');
    await host.page.locator('[data-part="sharing"]').getByText('You are sharing your screen.').waitFor();
    await screen().waitFor();
    await moves();
    expect(await ada.page.getByLabel('Screen of Hedy Lamarr').count()).toBe(1);
    await until('two pictures and two sounds of hers arrive', 20_000, async () => {
      const { receiving } = await ada.media();
      const of = (kind: string) => receiving.filter((one) => one.kind === kind && (kind === 'video' ? one.frames > 5 : one.energy > 0.0005)).length;
      return of('video') === 2 && of('audio') === 2 ? true : JSON.stringify(receiving);
    });
    expect(await ada.picturesThatChange()).toBe(1); // her camera
    expect(await host.page.locator('[data-shared]').count()).toBe(0); // not the screen in the screen
  });

  step('is there for who comes later', async () => {
    await ada.page.reload();
    await ada.sees('room');
    await moves();
  });

  step('ends in the room when it is stopped, and is there again at the next press, without the camera having stopped', async () => {
    await host.page.locator('[data-part="sharing"]').getByRole('button', { name: 'Stop sharing' }).click();
    await screen().waitFor({ state: 'detached' });
    await ada.seesAndHears(1);
    await host.press('Share screen');
    await moves();
  });

  step('ends when the browser’s own button ends it', async () => {
    await host.page.evaluate(() => {
      const sender = window.foyerConnections!.send!.getSenders().filter(({ track }) => track?.kind === 'video')[1]!;
      const { track } = sender;
      track!.stop();
      track!.dispatchEvent(new Event('ended')); // stopping it from a page tells nobody
    });
    await host.page.locator('[data-part="sharing"]').waitFor({ state: 'detached' });
    await screen().waitFor({ state: 'detached' });
  });

  step('comes back after the page of who shares has lost its network', async () => {
    await host.press('Share screen');
    await moves();
    await host.context.setOffline(true);
    await until('the page says so', 40_000, async () => (/reconnect/i.test(await host.page.locator('body').innerText()) ? true : 'nothing said'));
    await host.context.setOffline(false);
    await host.sees('room');
    await moves();
  });
});
