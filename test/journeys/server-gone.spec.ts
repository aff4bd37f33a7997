import { type Person, Set, story, until, wallTimeIn } from './set.ts';

/** The server goes and comes back; sound and picture do not notice. */
describe('a meeting whose server goes away', () => {
  const step = story();
  let set: Set;
  let host: Person;
  let gus: Person;
  let open: { slug: string; id: string; publicUrl: string };

  beforeAll(async () => {
    set = await Set.up();
    [host, gus] = await Promise.all([set.person('Hedy'), set.person('Gus')]);
    await host.page.goto('/sign-in');
    await host.api('POST', '/api/identity/sign-up', { name: 'Hedy Lamarr', email: 'hedy@example.org', password: 'a long and quiet password' });
    open = await host.api('POST', '/api/sessions', { title: 'Storm', wallTime: wallTimeIn(4, 'UTC'), timeZone: 'UTC', durationMinutes: 30, theme: 'meeting', registration: null });
  }, 120_000);
  afterAll(() => set?.down(), 60_000);

  /** Marks the connections that there are, and what was negotiated on them. */
  const mark = (one: Person): Promise<void> =>
    one.page.evaluate(() => {
      for (const connection of Object.values(window.foyerConnections ?? {})) Object.assign(connection, { marked: connection.remoteDescription?.sdp });
    });
  /** Whether they are still the same, and nothing was negotiated since. */
  const isUntouched = (one: Person): Promise<boolean> =>
    one.page.evaluate(() => {
      const both = Object.values(window.foyerConnections ?? {}) as (RTCPeerConnection & { marked?: string })[];
      return both.length === 2 && both.every(({ marked, remoteDescription }) => marked !== undefined && marked === remoteDescription?.sdp);
    });
  const isBack = (one: Person): Promise<void> =>
    until(`${one.name} is back on the line`, 40_000, async () => (/reconnecting/i.test(await one.page.locator('main').innerText()) ? 'reconnecting' : true));

  step('is on, two see and hear each other', async () => {
    await host.page.goto(`/room/${open.slug}`);
    await host.joins('backstage');
    await gus.page.goto(`/room/${open.slug}`);
    await gus.joins('foyer');
    await host.press('Start');
    await Promise.all([host.sees('room'), gus.sees('room')]);
    await Promise.all([host.seesAndHears(1), gus.seesAndHears(1)]);
  });

  step('goes on without it when it is killed, and with it again, and nothing is negotiated anew', async () => {
    await Promise.all([mark(host), mark(gus)]);
    set.product.kill();
    await Promise.all([host.seesAndHears(1, 10_000), gus.seesAndHears(1, 10_000)]);
    await set.product.restart();
    await Promise.all([isBack(host), isBack(gus)]);
    await Promise.all([host.seesAndHears(1), gus.seesAndHears(1)]);
    await expect(Promise.all([isUntouched(host), isUntouched(gus)])).resolves.toEqual([true, true]);
  });

  step('goes on through a deploy, too', async () => {
    await set.product.restart();
    await Promise.all([isBack(host), isBack(gus)]);
    await Promise.all([host.seesAndHears(1), gus.seesAndHears(1)]);
    await expect(Promise.all([isUntouched(host), isUntouched(gus)])).resolves.toEqual([true, true]);
  });

  step('knows what it has taken over: who comes now is seen and heard on the same connections', async () => {
    const ada = await set.person('Ada');
    await ada.page.goto(`/room/${open.slug}`);
    await ada.joins('room');
    await Promise.all([host.seesAndHears(2), gus.seesAndHears(2), ada.seesAndHears(2)]);
    await host.page.evaluate(() => Object.values(window.foyerConnections ?? {}).every((one) => 'marked' in one)).then((same) => expect(same).toBe(true));
    await ada.press('Leave');
    await until('two tiles are left', 20_000, async () => ((await gus.tiles()) === 2 ? true : String(await gus.tiles())));
    await gus.seesAndHears(1);
  });

  step('is ended for all', async () => {
    await host.api('POST', `/api/sessions/${open.id}/end`);
    await Promise.all([host.sees('closing'), gus.sees('closing')]);
  });
});
