import { type Person, Set, story, until, wallTimeIn } from './set.ts';

/** How the stage is looked at, and what comes over the network for it. */
describe('the stage', () => {
  const step = story();
  let set: Set;
  let host: Person;
  let ada: Person;
  let session: { id: string; slug: string };

  beforeAll(async () => {
    set = await Set.up();
    [host, ada] = await Promise.all([set.person('Hedy'), set.person('Ada', { viewport: { width: 390, height: 844 } })]);
    await host.page.goto('/sign-in');
    await host.api('POST', '/api/identity/sign-up', { name: 'Hedy Lamarr', email: 'hedy@example.org', password: 'a long and quiet password' });
    session = await host.api('POST', '/api/sessions', { title: 'Views', wallTime: wallTimeIn(4, 'UTC'), timeZone: 'UTC', durationMinutes: 30, theme: 'meeting', registration: null });
    await host.page.goto(`/room/${session.slug}`);
    await host.joins('backstage');
    await ada.page.goto(`/room/${session.slug}`);
    await ada.joins('foyer');
    await host.press('Start');
    await Promise.all([host.seesAndHears(1), ada.seesAndHears(1)]);
  }, 180_000);
  afterAll(() => set?.down(), 60_000);

  /** Height of what the host’s camera sends now. */
  const sent = () => host.page.evaluate(async () => {
    const stats = [...(await window.foyerConnections!.send!.getStats()).values()] as { type: string; kind?: string; frameHeight?: number }[];
    return stats.find(({ type, kind }) => type === 'outbound-rtp' && kind === 'video')?.frameHeight ?? 0;
  });
  const packets = async (kind: string) => (await ada.media()).receiving.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.packets, 0);

  step('is sent no larger than anyone shows it', async () => {
    await until('the host sends what fills a telephone’s width', 40_000, async () => ((await sent()) === 360 ? true : `${await sent()}`));
  });

  step('sends no picture behind a list that covers it, goes on with the sound, and costs the sender next to nothing', async () => {
    await ada.press('More'); // on a phone the list lies behind it
    await ada.press(/^People/);
    await until('the picture has stopped', 20_000, async () => {
      const before = { video: await packets('video'), audio: await packets('audio') };
      await ada.page.waitForTimeout(1_500);
      const now = { video: await packets('video'), audio: await packets('audio') };
      return now.video === before.video && now.audio > before.audio + 20 ? true : JSON.stringify({ before, now });
    });
    await until('the host sends little', 40_000, async () => ((await sent()) <= 90 ? true : `${await sent()}`));
    await ada.press('Close');
    await ada.seesAndHears(1);
    expect(await ada.picturesThatChange()).toBe(1);
    await until('it is sent as large as before', 40_000, async () => ((await sent()) === 360 ? true : `${await sent()}`));
  });

  step('shows who speaks large, for whoever wants that, also after a reload', async () => {
    await ada.press('Speaker view');
    const large = ada.page.locator('[data-view="large"] > figure', { hasText: 'Hedy Lamarr' });
    await large.waitFor();
    expect((await large.boundingBox())!.width).toBeGreaterThan(360);
    await ada.page.reload();
    await ada.sees('room');
    await large.waitFor();
    await ada.seesAndHears(1);
    await ada.press('Grid view');
    await ada.page.locator('[data-view="grid"]').waitFor();
  });

  step('takes single keys for its buttons, but not while somebody types, nor where they are turned off', async () => {
    const { page } = host;
    const muted = () => page.getByRole('button', { name: 'Unmute' }).count();
    await page.locator('body').press('m');
    await page.getByRole('button', { name: 'Unmute' }).waitFor();
    await page.locator('body').press('m');
    await page.getByRole('button', { name: 'Mute', exact: true }).waitFor();
    await page.locator('body').press('c');
    const box = page.getByRole('textbox').last();
    await box.fill('');
    await box.pressSequentially('mvs?');
    await expect(box.inputValue()).resolves.toBe('mvs?');
    expect(await muted()).toBe(0);
    await box.fill('');
    await box.press('Escape'); // closes the panel
    await box.waitFor({ state: 'detached' });
    await page.locator('body').press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByRole('checkbox').uncheck();
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    await page.locator('body').press('m');
    await page.locator('body').press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByRole('checkbox').check();
    expect(await muted()).toBe(0);
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.locator('body').press('v');
    await page.getByRole('button', { name: 'Camera on' }).waitFor();
  });
});
