import { type Person, Set, story, until, wallTimeIn } from './set.ts';

/** A workshop in which the host decides: who is heard, who comes on stage, who has to go. */
describe('what a host decides', () => {
  const step = story();
  let set: Set;
  let host: Person;
  let ada: Person;
  let session: { id: string; slug: string };

  beforeAll(async () => {
    set = await Set.up();
    [host, ada] = await Promise.all([set.person('Hedy'), set.person('Ada')]);
    await host.page.goto('/sign-in');
    await host.api('POST', '/api/identity/sign-up', { name: 'Hedy Lamarr', email: 'hedy@example.org', password: 'a long and quiet password' });
    session = await host.api('POST', '/api/sessions', { title: 'Pottery', wallTime: wallTimeIn(4, 'UTC'), timeZone: 'UTC', durationMinutes: 30, theme: 'workshop', registration: null });
    await ada.page.goto(`/room/${session.slug}`);
    await ada.joins('foyer');
    await host.page.goto(`/room/${session.slug}`);
    await host.joins('backstage');
    await host.press('Start');
    await Promise.all([ada.sees('room'), host.sees('room')]);
    await host.page.getByRole('button', { name: /^People/ }).click();
  }, 120_000);
  afterAll(() => set?.down(), 60_000);

  const decides = async (choice: string, sure = false): Promise<void> => {
    const opener = host.page.getByRole('button', { name: 'Decide about Ada' });
    if ((await opener.getAttribute('aria-expanded')) !== 'true') await opener.click();
    await host.page.getByRole('group', { name: 'Ada', exact: true }).getByRole('button', { name: choice }).click();
    if (sure) await host.page.getByRole('dialog').getByRole('button', { name: choice }).click();
  };
  /** How much of whatever sound arrives at the host is more than silence, in a second and a half. */
  const heard = async (): Promise<number> => {
    const sum = async () => (await host.media()).receiving.filter(({ kind }) => kind === 'audio').reduce((energy, one) => energy + one.energy, 0);
    const before = await sum();
    await host.page.waitForTimeout(1_500);
    return (await sum()) - before;
  };
  const sendsNothing = () => until('Ada sends nothing', 20_000, async () => {
    const sent = async () => (await ada.media()).sending.reduce((sum, { packets }) => sum + packets, 0);
    const before = await sent();
    await ada.page.waitForTimeout(1_000);
    return (await sent()) === before ? true : `${(await sent()) - before} packets`;
  });
  const onScreen = (who: Person, screen: string) => who.page.locator(`[data-screen="${screen}"]`).waitFor();

  step('off stage no camera burns', async () => {
    await until('she sees the host', 30_000, async () => ((await ada.picturesThatChange()) === 1 ? true : 'no picture'));
    expect(await ada.page.locator('figure[data-self]').count()).toBe(0);
    await sendsNothing();
  });

  step('asked on stage, somebody looks into the mirror first and then comes, seen and heard', async () => {
    await decides('Invite on stage');
    await host.page.getByText('Invited on stage', { exact: true }).waitFor();
    await ada.press('Get ready');
    await ada.page.getByRole('dialog').locator('video').waitFor();
    await sendsNothing();
    await ada.press('Go on stage');
    await host.seesAndHears(1);
    await until('the host’s page shows her picture', 20_000, async () => ((await host.picturesThatChange()) === 1 ? true : 'no picture that changes'));
  });

  step('muted at the gateway, nothing is heard, even of a page that goes on sending', async () => {
    await until('she is heard', 20_000, async () => ((await heard()) > 0.0005 ? true : 'silence'));
    await decides('Mute');
    await ada.page.getByText('A host muted you.').last().waitFor();
    await ada.page.evaluate(() => {
      // A page that does not obey: its microphone is on again without a word.
      for (const { track } of window.foyerConnections!.send!.getSenders()) if (track?.kind === 'audio') track.enabled = true;
    });
    await until('nothing is heard of her', 20_000, async () => {
      const energy = await heard();
      return energy < 0.00001 ? true : String(energy);
    });
  });

  step('she unmutes herself, and is heard again', async () => {
    await ada.page.getByRole('group', { name: 'Controls' }).getByRole('button', { name: 'Unmute' }).click();
    await until('she is heard', 20_000, async () => ((await heard()) > 0.0005 ? true : 'silence'));
    await host.page.locator('figure', { hasText: 'Ada' }).getByText('Muted').waitFor({ state: 'detached' });
  });

  step('all video stopped at once, hers is seen no more until she shows it again', async () => {
    await host.press('Stop all video');
    await ada.page.getByText('A host stopped your video.').last().waitFor();
    await until('no picture of her', 20_000, async () => ((await host.picturesThatChange()) === 0 ? true : 'a picture that changes'));
    await ada.page.getByRole('group', { name: 'Controls' }).getByRole('button', { name: 'Camera on' }).click();
    await until('her picture is back', 30_000, async () => ((await host.picturesThatChange()) === 1 ? true : 'no picture that changes'));
  });

  step('on a phone her buttons are one row for a thumb, and the others a press away, by keyboard, too', async () => {
    await ada.page.setViewportSize({ width: 390, height: 844 });
    const bar = ada.page.getByRole('group', { name: 'Controls' });
    const more = bar.getByRole('button', { name: 'More', exact: true });
    await more.waitFor();
    const boxes = await bar.locator(':scope > button').evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().toJSON() as DOMRect));
    expect(new globalThis.Set(boxes.map(({ top }) => top)).size).toBe(1);
    expect(boxes.filter(({ width, height, left, right }) => width < 44 || height < 44 || left < 0 || right > 390)).toEqual([]);
    await more.focus();
    await ada.page.keyboard.press('Enter');
    for (const name of [/^People/, 'Devices', 'Leave stage', 'Applause']) await bar.getByRole('button', { name }).waitFor();
    await bar.getByRole('button', { name: 'Devices' }).click();
    await ada.press('Done');
    await until('the focus is back at More', 10_000, async () => ((await more.evaluate((button) => button === document.activeElement)) ? true : 'elsewhere'));
    expect(await bar.getByRole('button', { name: 'Devices' }).count()).toBe(0);
    await ada.page.keyboard.press('Enter');
    await ada.page.keyboard.press('Escape');
    expect(await more.getAttribute('aria-expanded')).toBe('false');
    await ada.page.setViewportSize({ width: 1280, height: 720 });
    await bar.getByRole('button', { name: 'Devices' }).waitFor();
  });

  step('who would rather not come on stage says so, and the host hears it', async () => {
    await decides('Take off stage');
    await ada.page.getByText('A host took you off stage.').last().waitFor();
    await sendsNothing();
    await decides('Invite on stage');
    await ada.press('Not now');
    await host.page.getByText('Ada would rather not come on stage.').last().waitFor();
    await host.page.getByText('Declined', { exact: true }).waitFor();
  });

  step('removed, she knocks, and is let in again', async () => {
    await decides('Remove', true);
    await onScreen(ada, 'removed');
    await ada.press('Ask to come in');
    await ada.sees('pre-join');
    await ada.press('Ask to come in');
    await onScreen(ada, 'door');
    await host.page.getByRole('button', { name: 'Let in: Ada', exact: true }).click();
    await ada.sees('room');
    await until('she sees the host', 30_000, async () => ((await ada.picturesThatChange()) === 1 ? true : 'no picture'));
  });

  step('in a locked room somebody knocks, and the host decides: not now, and then yes', async () => {
    await host.page.getByRole('switch', { name: 'Lock the room' }).click();
    const ben = await set.person('Ben');
    await ben.page.goto(`/room/${session.slug}`);
    await ben.sees('pre-join');
    await ben.page.getByLabel('Your name').fill('Ben');
    await ben.press('Ask to come in');
    await onScreen(ben, 'door');
    await host.page.getByRole('button', { name: 'Do not let in: Ben' }).click();
    await onScreen(ben, 'denied');
    await ben.press('Ask to come in');
    await ben.sees('pre-join');
    await ben.press('Ask to come in');
    await host.page.getByRole('button', { name: 'Close' }).click();
    await host.page.getByText('Ben asks to come in.').last().waitFor();
    await host.page.getByRole('button', { name: 'Let in', exact: true }).click();
    await ben.sees('room');
    await ben.context.close();
  });

  step('banned, she finds every door shut', async () => {
    await host.page.getByRole('button', { name: /^People/ }).click();
    await decides('Ban', true);
    await onScreen(ada, 'banned');
    expect(await ada.page.getByRole('button').count()).toBe(0);
    await ada.page.goto(`/room/${session.slug}`);
    await onScreen(ada, 'banned');
  });
});
