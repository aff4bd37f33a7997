import { type Person, Set, story, wallTimeIn } from './set.ts';

/** Three, two, and the host thinks again. */
describe('a countdown', () => {
  const step = story();
  let set: Set;
  let host: Person;
  let ada: Person;
  let session: { id: string; slug: string };

  beforeAll(async () => {
    set = await Set.up();
    [host, ada] = await Promise.all([set.person('Hedy'), set.person('Ada')]);
    await host.page.goto('/sign-in?new');
    await host.page.getByLabel('Your name').fill('Hedy Lamarr');
    await host.page.getByLabel('E-mail').fill('hedy@example.org');
    await host.page.getByLabel('Password').first().fill('a long and quiet password');
    await host.press('Create account');
    await host.page.waitForURL('**/desk');
    session = await host.api('POST', '/api/sessions', { title: 'Three, two', wallTime: wallTimeIn(10, 'Europe/Berlin'), timeZone: 'Europe/Berlin', durationMinutes: 30, theme: 'webinar', registration: null, countdown: true });
    await ada.page.goto(`/room/${session.slug}`);
    await ada.joins('foyer');
    await host.page.goto(`/room/${session.slug}`);
    await host.joins('backstage');
    await host.page.getByText('1 person is waiting').waitFor();
  }, 180_000);
  afterAll(() => set?.down(), 60_000);

  step('is stopped by the host with a key, and who waits is told and goes on waiting', async () => {
    await host.press('Start');
    await host.page.locator('[data-part="countdown"]').getByRole('button', { name: 'Stop' }).waitFor();
    await host.page.keyboard.press('Escape');
    await ada.page.getByText('The host has stopped the start. You go on waiting.').waitFor();
    await host.page.getByText('The start is stopped.').waitFor();
    for (const one of [host, ada]) await one.page.locator('[data-part="countdown"]').waitFor({ state: 'detached' });
    await Promise.all([ada.sees('foyer'), host.sees('backstage')]);
    expect(await ada.page.getByRole('button', { name: 'Stop' }).count()).toBe(0);
  });

  step('begins anew from where the keyboard is, and opens the doors', async () => {
    await host.page.locator('button[data-part="start"]:focus').waitFor();
    await host.page.keyboard.press('Enter');
    await Promise.all([ada.sees('room'), host.sees('room')]);
    expect(await ada.page.getByText('The host has stopped the start.').count()).toBe(0);
  });
});
