import { type Person, Set, story, until, wallTimeIn } from './set.ts';

/** One webinar: attendees need no device, see and hear the host, and can send nothing. */
describe('a webinar', () => {
  const step = story();
  let set: Set;
  let host: Person;
  let ada: Person;
  let guest: Person;
  let session: { id: string; slug: string; publicUrl: string };

  beforeAll(async () => {
    set = await Set.up();
    [host, ada, guest] = await Promise.all([set.person('Hedy'), set.person('Ada', { permissions: [], viewport: { width: 390, height: 844 } }), set.person('Gus', { permissions: [] })]);
    await host.page.goto('/sign-in');
    await host.api('POST', '/api/identity/sign-up', { name: 'Hedy Lamarr', email: 'hedy@example.org', password: 'a long and quiet password' });
    session = await host.api('POST', '/api/sessions', { title: 'Stars', wallTime: wallTimeIn(4, 'UTC'), timeZone: 'UTC', durationMinutes: 30, theme: 'webinar', registration: { fields: [] } });
  }, 120_000);
  afterAll(() => set?.down(), 60_000);

  step('takes a registration from a page without script', async () => {
    const plain = await set.person('No script', { javaScriptEnabled: false });
    await plain.page.goto(session.publicUrl);
    await plain.registers('ada@example.org', 'Ada Lovelace');
    await plain.page.getByText('Check your e-mail').waitFor();
    await plain.context.close();
  });

  step('asks an attendee for the name alone, and lets her wait', async () => {
    const { link } = await set.mail('ada@example.org', /registered/);
    await ada.page.goto(link);
    await ada.sees('pre-join');
    expect(await ada.page.locator('video').count()).toBe(0);
    await expect(ada.page.getByLabel('Your name').inputValue()).resolves.toBe('Ada Lovelace');
    await ada.joins('foyer');
  });

  step('reminds once in the last half hour, or not at all who was just confirmed', async () => {
    await set.mail('hedy@example.org', /Starts in/);
    const reminders = set.inbox.messages.filter((mail) => mail.to.includes('ada@example.org') && /^Subject: Starts in/m.test(mail.text));
    expect(reminders).toHaveLength(0); // her confirmation went out inside the window
  });

  step('warms her door without a packet, starts over the API, and places who waits into the room', async () => {
    await host.page.goto(`/room/${session.slug}`);
    await host.joins('backstage');
    await until('her door is warm', 20_000, async () => {
      const state = await ada.page.evaluate(() => window.foyerConnections?.receive?.connectionState);
      return state === 'connected' ? true : String(state);
    });
    await ada.page.waitForTimeout(1_000);
    expect((await ada.media()).receiving.reduce((sum, { packets }) => sum + packets, 0)).toBe(0);
    await host.api('POST', `/api/sessions/${session.id}/start`);
    await Promise.all([ada.sees('room'), host.sees('room')]);
    await host.page.getByText('Who waited is in.').waitFor();
    await ada.seesAndHears(1);
    expect(await ada.picturesThatChange()).toBe(1);
  });

  step('lets an attendee send nothing, and shows attendees to nobody', async () => {
    await until('the host sends', 10_000, async () => ((await host.media()).sending.length > 0 ? true : 'not yet'));
    expect((await ada.media()).sending).toEqual([]);
    expect(await ada.page.getByRole('button', { name: /mute/i }).count()).toBe(0);
    expect(await ada.tiles()).toBe(1);
    expect(await host.tiles()).toBe(1);
  });

  step('tells who has only the address to register', async () => {
    await guest.page.goto(`/room/${session.slug}`);
    await guest.page.getByRole('link', { name: /register/i }).waitFor();
  });

  step('is left by one, and ended for all', async () => {
    await ada.press('Leave');
    await ada.sees('closing');
    await ada.press('Rejoin');
    await ada.joins('room').catch(() => ada.sees('room'));
    await host.api('POST', `/api/sessions/${session.id}/end`);
    await Promise.all([ada.sees('closing'), host.sees('closing')]);
  });

  step('lets anyone in where no registration is asked for, also without a camera or microphone', async () => {
    const open = await host.api<{ slug: string; id: string; publicUrl: string }>('POST', '/api/sessions', {
      title: 'Open door', wallTime: wallTimeIn(40, 'UTC'), timeZone: 'UTC', durationMinutes: 30, theme: 'meeting', registration: null,
    });
    await guest.page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
    });
    await guest.page.goto(open.publicUrl);
    await guest.page.getByRole('link', { name: /join/i }).click();
    await guest.sees('pre-join');
    await guest.page.getByText(/allow|permission|blocked/i).first().waitFor();
    await guest.joins('foyer');
    await host.page.goto(`/room/${open.slug}`);
    await host.joins('backstage');
    await host.press('Start');
    await guest.sees('room');
    await until('he sees and hears the host', 30_000, async () => ((await guest.picturesThatChange()) === 1 ? true : 'no picture'));
    expect((await guest.media()).sending).toEqual([]);
  });

  step('is cancelled with a word to everyone who registered; its link says so', async () => {
    const later = await host.api<{ slug: string; id: string }>('POST', '/api/sessions', {
      title: 'Comets', wallTime: wallTimeIn(300, 'UTC'), timeZone: 'UTC', durationMinutes: 30, theme: 'webinar', registration: { fields: [] },
    });
    await host.api('POST', `/api/public/sessions/${later.slug}/registrations`, { email: 'ada@example.org', name: 'Ada', answers: {} });
    const { link } = await set.mail('ada@example.org', /Comets/);
    await host.api('POST', `/api/sessions/${later.id}/cancel`);
    const cancellation = await set.mail('ada@example.org', /[Cc]ancel.*Comets|Comets.*[Cc]ancel/);
    expect(cancellation.invite).toMatchObject({ method: 'CANCEL' });
    await ada.page.goto(link);
    await ada.sees('closing');
    await expect(ada.page.locator('main').innerText()).resolves.toMatch(/cancelled/);
  });
});
