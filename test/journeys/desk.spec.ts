import { readFileSync } from 'node:fs';
import { lookOf } from '../../client/look.ts';
import { type Person, Set, story, until, wallTimeIn } from './set.ts';

interface Session { id: string; slug: string; publicUrl: string }

const rgbOf = (colour: string): string => `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(', ')})`;

/** The organizer's desk, from those who plan together to the question why somebody was not in. */
describe('the desk', () => {
  const step = story();
  let set: Set;
  let host: Person;
  let bob: Person;
  let ada: Person;
  let session: Session;
  const row = (name: string) => host.page.getByRole('row', { name: new RegExp(name) });
  const more = async (name: string) => {
    const opener = host.page.getByRole('button', { name: `More about ${name}`, exact: true });
    if (await opener.count()) await opener.click();
  };
  const yes = (button: string | RegExp) => host.page.getByRole('dialog').getByRole('button', { name: button }).click();
  const registers = async (name: string, answers: Record<string, string> = {}): Promise<void> => {
    await host.api('POST', `/api/public/sessions/${session.slug}/registrations`, { email: `${name.toLowerCase()}@example.org`, name, answers });
  };

  beforeAll(async () => {
    set = await Set.up({ UPDATE_HOLD_SECONDS: '60' });
    [host, bob, ada] = await Promise.all([set.person('Hedy'), set.person('Bob'), set.person('Ada')]);
    await host.page.goto('/sign-in');
    await host.api('POST', '/api/identity/sign-up', { name: 'Hedy Lamarr', email: 'hedy@example.org', password: 'a long and quiet password' });
  }, 120_000);
  afterAll(() => set?.down(), 60_000);

  step('is shared: who is invited by mail makes an account and plans with the others', async () => {
    await host.page.goto('/desk/workspace');
    await host.page.getByLabel('E-mail').fill('bob@example.org');
    await host.press('Send the invitation');
    await host.page.getByText('bob@example.org is invited.').waitFor();
    const { link } = await set.mail('bob@example.org', /./);
    await bob.page.goto(link);
    await bob.page.getByLabel('Your name').fill('Bob Moog');
    await bob.page.getByLabel('Choose a password').fill('another long and quiet password');
    await bob.press(/^Join /);
    await bob.page.waitForURL('**/desk');
    await host.page.reload();
    await host.page.getByRole('button', { name: 'Make an owner: Bob Moog' }).waitFor();
  });

  step('gives its pages and mails a colour, which the preview beside the editor wears, too', async () => {
    await host.page.goto('/desk/workspace');
    await host.page.getByLabel('Accent colour').fill('#b3206b');
    await host.press('Save the colour');
    await host.page.getByText('Saved: your pages').waitFor();
    await host.page.goto('/desk/new');
    const preview = host.page.frameLocator('iframe');
    await host.page.getByLabel('Title').fill('Ondes Martenot');
    await preview.locator('h1', { hasText: 'Ondes Martenot' }).waitFor();
    await until('the preview wears the colour', 10_000, async () => {
      const worn = await preview.locator('.go').first().evaluate((button) => getComputedStyle(button).backgroundColor);
      return worn === rgbOf(lookOf('#b3206b').day.accent) ? true : worn;
    });
    await host.page.getByLabel('Anyone with the address').check();
    await preview.locator('a.go').waitFor();
  });

  step('schedules what needs a word from the organizer, and shows it to everyone in the workspace', async () => {
    await host.page.goto('/desk/new');
    await host.page.getByLabel('Title').fill('Synthesizers');
    const [date, time] = wallTimeIn(300, 'Europe/Berlin').split('T') as [string, string];
    await host.page.getByLabel('Date').fill(date);
    await host.page.getByLabel('Time', { exact: true }).fill(time);
    await host.page.getByLabel('Approve each registration').check();
    await host.page.getByRole('button', { name: 'Schedule', exact: false }).last().click();
    await host.page.waitForURL('**/desk/sessions/*');
    session = await host.api<Session>('GET', `/api/sessions/${new URL(host.page.url()).pathname.split('/').at(-1)}`);
    await bob.page.goto('/desk');
    await bob.page.getByRole('link', { name: 'Synthesizers' }).waitFor();
  });

  step('decides about several at once, with a word to them that stands in their mail', async () => {
    await ada.page.goto(session.publicUrl);
    expect(await ada.page.locator('.go').first().evaluate((button) => getComputedStyle(button).backgroundColor)).toBe(rgbOf(lookOf('#b3206b').day.accent));
    await ada.registers('ada@example.org', 'Ada');
    await ada.page.getByRole('dialog').waitFor();
    for (const name of ['Ben', 'Cy']) await registers(name);
    await host.page.goto(`/desk/sessions/${session.id}`);
    await host.page.getByText('3 wait for your answer').waitFor();
    for (const name of ['Ada', 'Ben']) await host.page.getByRole('checkbox', { name }).check();
    await host.press('Approve 2 chosen');
    await host.page.getByRole('dialog').getByLabel('Message').fill('Bring an oscillator.');
    await yes('Approve');
    await host.page.getByText('Approved: 2 people.').waitFor();
    const told = await set.mail('ben@example.org', /registered/);
    expect(told.text).toContain('Bring an oscillator.');
    expect(told.raw.toString().replace(/=\r?\n/g, '')).toContain(`background:${lookOf('#b3206b').day.accent}`);
    await host.press('Deny Cy');
    await yes('Deny');
    await host.page.getByText('Nobody waits for your answer').waitFor();
    const denied = await set.mail('cy@example.org', /About your registration/);
    expect(denied.link).toBe('');
  });

  step('takes a file of people, after it has said what becomes of each line', async () => {
    await host.page.locator('input[type=file]').setInputFiles({
      name: 'people.csv', mimeType: 'text/csv',
      buffer: Buffer.from(['name,e-mail', 'Dora,dora@example.org', '"=HYPERLINK(""http://evil.example"")",eve@example.org', 'Ada,ada@example.org', 'Nobody,not an address', ...[1, 2, 3, 4, 5, 6].map((n) => `Crowd ${n},crowd${n}@example.org`)].join('\r\n')),
    });
    const dialog = host.page.getByRole('dialog', { name: 'Register 8 people?' });
    await dialog.getByText('Registered already').first().waitFor();
    await dialog.getByText('Needs another look').first().waitFor();
    await dialog.getByRole('button', { name: 'Register them' }).click();
    await host.page.getByText('8 people are registered and get their links by e-mail.').waitFor();
    expect((await set.mail('dora@example.org', /registered/)).link).toContain('/j/');
  });

  step('finds, narrows and orders those who registered', async () => {
    await host.page.getByRole('searchbox', { name: 'Search' }).fill('crowd');
    await host.page.getByText('6 are found.').waitFor();
    await host.page.getByLabel('Order').selectOption({ label: 'Name, Z to A' });
    await until('the order is turned', 20_000, async () => {
      const first = await host.page.locator('table tbody th[scope=row]').first().innerText();
      return first.startsWith('Crowd 6') ? true : first;
    });
    await host.page.getByRole('searchbox', { name: 'Search' }).fill('');
    await host.page.getByLabel('Show').selectOption({ label: 'Denied (1)' });
    await host.page.getByText('One is found.').waitFor();
    await row('Cy').first().waitFor();
    await host.page.getByLabel('Show').selectOption({ label: 'Everybody' });
    await host.page.getByLabel('Order').selectOption({ label: 'First come first' });
  });

  step('gives the table to a spreadsheet, and no cell of it begins a formula', async () => {
    const [download] = await Promise.all([host.page.waitForEvent('download'), host.page.getByRole('link', { name: 'Download as CSV' }).click()]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv).toContain('dora@example.org');
    expect(csv).toContain('HYPERLINK'); // it is in there, as text
    expect(csv.split(/\r?\n/).flatMap((line) => line.split(',')).filter((cell) => /^"?[=+@\t]/.test(cell))).toEqual([]);
  });

  step('corrects, sends again, gives a new link and erases', async () => {
    await more('Ben');
    await host.press('Correct');
    await host.page.getByRole('form', { name: 'Correct Ben' }).getByLabel('Name').fill('Benjamin');
    await host.page.getByRole('form', { name: 'Correct Ben' }).getByRole('button', { name: 'Save' }).click();
    await row('Benjamin').first().waitFor();
    await host.press('Send the link again');
    await host.page.getByText('Benjamin gets the link again').waitFor();
    const { link: old } = await set.mail('ben@example.org', /registered/);
    await host.page.getByRole('button', { name: 'Give a new link' }).click();
    await yes('Give a new link');
    const { link: fresh } = await set.mail('ben@example.org', /new link|New link/);
    expect(fresh).not.toBe(old);
    await bob.page.goto(old);
    await bob.sees('dead-link');
    await host.page.getByRole('button', { name: 'Erase' }).first().click();
    await yes('Erase');
    await host.page.getByText('Benjamin is erased.').waitFor();
    expect(await row('Benjamin').count()).toBe(0);
  });

  step('says before a move whom it tells and what it is on their clocks; while the mails wait, the way back is open', async () => {
    const before = await host.api<{ when: { startsAt: string } }>('GET', `/api/sessions/${session.id}`);
    await host.press('Edit or move');
    const [date, time] = wallTimeIn(600, 'Europe/Berlin').split('T') as [string, string];
    await host.page.getByLabel('Date', { exact: true }).fill(date);
    await host.page.getByLabel('Time', { exact: true }).fill(time);
    await host.press('Save');
    const dialog = host.page.getByRole('dialog', { name: 'Move this session?' });
    await dialog.getByText(/the new time by e-mail/).waitFor();
    await dialog.getByRole('button', { name: 'Move it' }).click();
    await host.press('Undo');
    await host.page.getByText('The former time is back.').waitFor();
    expect((await host.api<{ when: { startsAt: string } }>('GET', `/api/sessions/${session.id}`)).when.startsAt).toBe(before.when.startsAt);
  });

  step('tells afterwards who came and for how long, and of each registrant what became of them', async () => {
    const { link } = await set.mail('ada@example.org', /registered/);
    await ada.page.goto(link);
    await ada.joins('foyer');
    await host.page.goto(`/room/${session.slug}`);
    await host.joins('backstage');
    await host.press('Start');
    await Promise.all([ada.sees('room'), host.sees('room')]);
    await ada.seesAndHears(1);
    await host.press('End for all');
    await host.page.getByRole('dialog').getByRole('button', { name: /end/i }).last().click();
    await host.sees('closing');
    await host.page.goto(`/desk/sessions/${session.id}`);
    await host.page.getByRole('link', { name: 'Who came' }).click();
    await host.page.getByRole('table').getByRole('link', { name: 'Ada' }).click();
    await host.page.getByText('Was in the room, and left it.').waitFor();
    const told = await host.page.getByRole('list').filter({ hasText: 'Registered' }).innerText();
    for (const line of ['Registered', 'Opened the link', 'Pressed Join', 'Waited in the foyer', 'Was let into the room', 'The session ended']) expect(told).toContain(line);
    expect(told).toMatch(/250/); // what the mail server answered
    const dora = (await host.api<{ items: { id: string; name: string }[] }>('GET', `/api/sessions/${session.id}/registrations`)).items.find(({ name }) => name === 'Dora')!;
    await host.page.goto(`/desk/sessions/${session.id}/registrants/${dora.id}`);
    await host.page.getByText('Has not opened the link.').waitFor();
  });

  step('gives programs keys that look only, and ends them and other browsers at once', async () => {
    await host.page.goto('/desk/account');
    await host.press('Make a key');
    await host.page.getByLabel('What it is for').fill('The wall');
    await host.page.getByLabel('What it may do').selectOption({ label: 'Looking only' });
    await host.press('Make it');
    const key = (await host.page.getByText(/Keep it now/).locator('xpath=preceding-sibling::p[1]').innerText()).trim();
    const asks = (method: string) => fetch(`${set.product.url}/api/sessions${method === 'GET' ? '' : `/${session.id}`}`, { method, headers: { authorization: `Bearer ${key}`, 'x-api-key': key } }).then(({ status }) => status);
    expect([await asks('GET'), await asks('DELETE')]).toEqual([200, 403]);
    await host.press('Revoke The wall');
    await yes('Revoke');
    await until('the key is dead', 10_000, async () => ((await asks('GET')) === 401 ? true : 'it lives'));

    const phone = await set.person('Hedy on the phone', { viewport: { width: 390, height: 844 } });
    await phone.page.goto('/sign-in');
    await phone.page.getByLabel('E-mail').fill('hedy@example.org');
    await phone.page.getByLabel('Password').first().fill('a long and quiet password');
    await phone.page.locator('form').getByRole('button', { name: /sign in/i }).first().click();
    await phone.page.waitForURL('**/desk');
    await host.page.reload();
    await host.page.getByRole('button', { name: /^Sign out .*signed in since/ }).first().click();
    await host.page.getByText(/is signed out\./).waitFor({ state: 'attached' });
    await phone.page.reload();
    await phone.page.waitForURL('**/sign-in*');
  });
});
