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
    session = await host.api('POST', '/api/sessions', { title: 'Stars', wallTime: wallTimeIn(20, 'UTC'), timeZone: 'UTC', durationMinutes: 30, theme: 'webinar', registration: { fields: [] } });
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

  step('starts over the API, and places who waits into the room', async () => {
    await host.page.goto(`/room/${session.slug}`);
    await host.joins('backstage');
    expect((await ada.media()).receiving).toEqual([]);
    await host.api('POST', `/api/sessions/${session.id}/start`);
    await Promise.all([ada.sees('room'), host.sees('room')]);
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
});
