import { type Person, Set, story, until, wallTimeIn, type Letter } from './set.ts';

interface Session { id: string; slug: string; publicUrl: string; version: number }

/** One meeting, from the form to the last goodbye, with everything real. Each step stands on the one before. */
describe('a meeting', () => {
  const step = story();
  let set: Set;
  let host: Person;
  let ada: Person;
  let ben: Person;
  let session: Session;
  let invitation: Letter;
  let adasLink = '';

  beforeAll(async () => {
    set = await Set.up();
    [host, ada, ben] = await Promise.all([set.person('Hedy', { timezoneId: 'America/New_York' }), set.person('Ada'), set.person('Ben')]);
  }, 120_000);
  afterAll(() => set?.down(), 60_000);

  step('is scheduled by an organizer on the page', async () => {
    const { page } = host;
    await page.goto('/sign-in?new');
    await page.getByLabel('Your name').fill('Hedy Lamarr');
    await page.getByLabel('E-mail').fill('hedy@example.org');
    await page.getByLabel('Password').first().fill('a long and quiet password');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.waitForURL('**/desk');
    await page.getByRole('link', { name: 'Schedule a session' }).first().click();
    await page.getByLabel('Title').fill('Frequencies');
    const [date, time] = wallTimeIn(200, 'America/New_York').split('T') as [string, string];
    await page.getByLabel('Date').fill(date);
    await page.getByLabel('Time', { exact: true }).fill(time);
    await page.getByRole('button', { name: 'Ask something else' }).click();
    await page.getByRole('textbox', { name: 'Question' }).fill('Company');
    await page.getByRole('button', { name: 'Ask something else' }).click();
    await page.getByRole('textbox', { name: 'Question' }).last().fill('An invoice, please');
    await page.getByRole('combobox', { name: 'Answer' }).last().selectOption('checkbox');
    await page.getByRole('button', { name: 'Ask something else' }).click();
    await page.getByRole('textbox', { name: 'Question' }).last().fill('Invoice to');
    await page.getByLabel('Asked of').last().selectOption({ label: 'Who ticked “An invoice, please”' });
    await page.getByLabel('Has to be answered').last().check();
    await page.getByRole('button', { name: 'Schedule', exact: false }).last().click();
    await page.waitForURL('**/desk/sessions/*');
    const id = page.url().split('/').at(-1)!;
    session = await host.api<Session>('GET', `/api/sessions/${id}`);
    expect(session.publicUrl).toMatch(/\/s\/frequencies-[a-z0-9]{6}$/);
  });

  step('shows a mistake beside its field, and then the dialog', async () => {
    const { page } = ada;
    await page.goto(session.publicUrl);
    await expect(page.locator('main').innerText()).resolves.toMatch(/New York/); // the session's zone, named
    await expect(page.locator('main').innerText()).resolves.toMatch(/Berlin/); // and the viewer's own
    await ada.registers('ada@example', 'Ada Lovelace');
    const email = page.getByRole('textbox', { name: 'E-mail' });
    await until('the field is marked', 10_000, async () => ((await email.getAttribute('aria-invalid')) === 'true' ? true : 'not marked'));
    // A question that hangs on another answer is there once that is given, and has to be answered then.
    const invoice = page.getByRole('textbox', { name: 'Invoice to' });
    expect(await invoice.isVisible()).toBe(false);
    await page.getByLabel('An invoice, please').check();
    await ada.registers('ada@example.org', 'Ada Lovelace');
    await until('the question that opened is marked', 10_000, async () => ((await invoice.getAttribute('aria-invalid')) === 'true' ? true : 'not marked'));
    await invoice.fill('Ockham Park');
    await ada.registers('ada@example.org', 'Ada Lovelace');
    await page.getByRole('dialog').getByText('Check your e-mail').waitFor();
  });

  step('is confirmed by mail, with an invite and a link of one’s own', async () => {
    const confirmation = await set.mail('ada@example.org', /You are registered/);
    expect(confirmation.invite).toMatchObject({ method: 'REQUEST' });
    expect(confirmation.link).toMatch(/\/j\/[\w-]{27}$/);
    expect(confirmation.text).toMatch(/Europe\/Berlin/);
    adasLink = confirmation.link;
    invitation = confirmation;
  });

  step('moves, and everyone who registered is told, with the same UID and a higher sequence', async () => {
    await host.api('PATCH', `/api/sessions/${session.id}`, { wallTime: wallTimeIn(50, 'Asia/Tokyo'), timeZone: 'Asia/Tokyo', durationMinutes: 50 }, { 'if-match': `"${session.version}"` });
    const update = await set.mail('ada@example.org', /time|moved|new|changed/i);
    const value = (letter: Letter, name: string): string => String(letter.invite?.event.getFirstPropertyValue(name));
    expect(value(update, 'uid')).toBe(value(invitation, 'uid'));
    expect(Number(value(update, 'sequence'))).toBeGreaterThan(Number(value(invitation, 'sequence')));
    expect(update.link).toBe(adasLink);
  });

  step('leads from the link to the device check, and lets her wait', async () => {
    await ada.page.goto(adasLink);
    await ada.sees('pre-join');
    await expect(ada.page.getByLabel('Your name').inputValue()).resolves.toBe('Ada Lovelace');
    expect(ada.page.url()).not.toContain(adasLink.split('/').at(-1));
    await until('the preview moves', 15_000, async () => ((await ada.page.locator('video').first().evaluate((video: HTMLVideoElement) => video.videoWidth > 0 && video.currentTime > 0.3)) ? true : 'still'));
    await ada.joins('foyer');
    await expect(ada.page.locator('main').innerText()).resolves.toMatch(/Waiting for the host/);
  });

  step('lets nobody see or hear anything before the start, also with a host backstage', async () => {
    await host.page.goto(`/room/${session.slug}`);
    await host.joins('backstage');
    await host.page.getByText('1 person is waiting').waitFor();
    await until('the host sends', 20_000, async () => ((await host.media()).sending.some(({ packets }) => packets > 20) ? true : 'nothing yet'));
    expect((await ada.media()).receiving.reduce((sum, { packets }) => sum + packets, 0)).toBe(0);
    expect(await ada.tiles()).toBe(0);
  });

  step('brings her back waiting after a reload and after a restart of the server', async () => {
    await ada.page.reload();
    await ada.sees('foyer');
    set.product.kill();
    await set.product.restart();
    await host.page.getByText('1 person is waiting').waitFor({ timeout: 40_000 });
    await ada.sees('foyer');
    await host.sees('backstage');
  });

  step('places who waits into the room when the host presses Start, and they see and hear each other', async () => {
    await host.press('Start');
    await Promise.all([ada.sees('room'), host.sees('room')]);
    await Promise.all([ada.seesAndHears(1), host.seesAndHears(1)]);
    expect(await ada.picturesThatChange()).toBe(1);
  });

  step('lets who comes later straight in', async () => {
    await ben.page.goto(session.publicUrl);
    await ben.registers('ben@example.org', 'Ben');
    const { link } = await set.mail('ben@example.org', /registered/);
    await ben.page.goto(link);
    await ben.joins('room');
    await Promise.all([ben.seesAndHears(2), ada.seesAndHears(2), host.seesAndHears(2)]);
    await until('three tiles everywhere', 10_000, async () => ((await Promise.all([host, ada, ben].map((one) => one.tiles()))).every((tiles) => tiles === 3) ? true : 'not yet'));
  });

  step('mutes and stops a camera, for all to see', async () => {
    await ben.press('Mute');
    await ben.press('Camera off');
    await until('Ada sees it', 10_000, async () => {
      const shown = await ada.page.locator('figure[data-seat]', { hasText: 'Ben' }).first().innerText();
      const moving = await ada.picturesThatChange();
      return moving === 1 ? true : `${moving} pictures move; Ben’s tile says ${shown}`;
    });
  });

  step('comes back into the room after a reload, and after a restart of the server', async () => {
    await ada.page.reload();
    await ada.sees('room');
    await ada.seesAndHears(1);
    set.product.kill();
    await set.product.restart();
    await Promise.all([host.seesAndHears(1, 40_000), ada.seesAndHears(1, 40_000)]);
    await ada.sees('room');
  });

  step('comes back after a lost network', async () => {
    await ada.context.setOffline(true);
    await until('the page says so', 40_000, async () => (/reconnect|connection/i.test(await ada.page.locator('body').innerText()) ? true : 'nothing said'));
    await ada.context.setOffline(false);
    await ada.sees('room');
    await ada.seesAndHears(1, 40_000);
  });

  step('asks before the seat moves to a second device, and tells the first', async () => {
    const phone = await set.person('Ada on the phone', { viewport: { width: 390, height: 844 } });
    await phone.page.goto(adasLink);
    await phone.sees('pre-join');
    await phone.press('Join');
    await phone.page.getByRole('dialog').getByRole('button', { name: 'Move here' }).click();
    await phone.sees('room');
    await ada.page.getByText(/another device/i).first().waitFor();
    await phone.context.close();
  });

  step('ends for all: everyone lands on the closing page, and the link says what became of it', async () => {
    await host.press('End for all');
    await host.page.getByRole('dialog').getByRole('button', { name: /end/i }).last().click();
    await Promise.all([host.sees('closing'), ben.sees('closing')]);
    await ada.page.goto(adasLink);
    await ada.sees('closing');
    await expect(ada.page.locator('main').innerText()).resolves.toMatch(/has ended/);
    await expect(ada.page.goto(session.publicUrl).then(() => ada.page.locator('main').innerText())).resolves.toMatch(/over|ended/i);
  });
});
