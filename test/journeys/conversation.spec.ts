import { type Person, Set, story, wallTimeIn } from './set.ts';

/** What people say to each other in a room: chat, hands, reactions, questions and polls, for a late-comer and through a reload, too. */
describe('a conversation', () => {
  const step = story();
  let set: Set;
  let host: Person;
  let ada: Person;
  let cleo: Person;
  let session: { id: string; slug: string };

  const part = (who: Person, name: string): Promise<void> => who.page.getByRole('tab', { name }).click();
  const hears = (who: Person, text: string | RegExp): Promise<void> => who.page.getByRole('log').getByText(text).waitFor();
  const says = async (who: Person, text: string, to?: string): Promise<void> => {
    if (to) await who.page.getByLabel('To', { exact: true }).selectOption({ label: to });
    await who.page.getByRole('textbox', { name: 'Message' }).fill(text);
    await who.page.keyboard.press('Enter');
    await hears(who, text);
  };
  const enters = async (who: Person, slug: string, screen: 'backstage' | 'foyer' | 'room'): Promise<void> => {
    await who.page.goto(`/room/${slug}`);
    await who.joins(screen);
  };
  const schedules = (title: string, theme: string): Promise<typeof session> =>
    host.api('POST', '/api/sessions', { title, wallTime: wallTimeIn(12, 'UTC'), timeZone: 'UTC', durationMinutes: 30, theme, registration: null });

  beforeAll(async () => {
    set = await Set.up();
    [host, ada, cleo] = await Promise.all([set.person('Hedy'), set.person('Ada', { viewport: { width: 390, height: 844 } }), set.person('Cleo')]);
    await host.page.goto('/sign-in');
    await host.api('POST', '/api/identity/sign-up', { name: 'Hedy Lamarr', email: 'hedy@example.org', password: 'a long and quiet password' });
    session = await schedules('Open studio', 'meeting');
    await enters(ada, session.slug, 'foyer');
    await enters(host, session.slug, 'backstage');
  }, 120_000);
  afterAll(() => set?.down(), 60_000);

  step('goes both ways in the chat; what came unseen is shown, and links lead out safely', async () => {
    await host.press(/^Chat/);
    await says(host, 'Only we are here yet.');
    await host.press('Start');
    await ada.sees('room');
    await says(host, 'Welcome! https://example.org/slides', 'Everyone');
    await ada.press(/^Chat\W+1 unread message/);
    const link = ada.page.getByRole('link', { name: 'https://example.org/slides' });
    expect(await link.evaluate((one: HTMLAnchorElement) => [one.href, one.rel, one.target])).toEqual(['https://example.org/slides', 'noopener noreferrer nofollow ugc', '_blank']);
    await says(ada, '<b>Thank you</b>');
    await hears(host, '<b>Thank you</b>');
    expect(await ada.page.getByText('Only we are here yet.').count()).toBe(0);
  });

  step('is private where it is meant so, and taken back where it was a mistake', async () => {
    await says(ada, 'My microphone hums.', 'Hosts only');
    await hears(host, 'My microphone hums.');
    await says(ada, 'Oops', 'Everyone');
    await hears(host, 'Oops');
    await host.press('Delete what Ada wrote: Oops');
    await ada.page.getByText('This message was deleted.').waitFor();
    expect(await ada.page.getByText('Oops').count()).toBe(0);
  });

  step('gives the keyboard back to its button when it is closed', async () => {
    await ada.page.keyboard.press('Escape');
    await ada.page.getByRole('log').waitFor({ state: 'detached' });
    expect(await ada.page.evaluate(() => document.activeElement?.getAttribute('aria-controls'))).toBe('talk');
  });

  step('knows raised hands and reactions', async () => {
    await ada.press('Raise hand');
    await host.page.locator('figure[data-seat]:not([data-self])').getByText('Hand raised').waitFor({ state: 'attached' });
    await host.press(/^People/);
    await host.press('Lower the hand of Ada');
    await ada.page.getByRole('button', { name: 'Raise hand' }).waitFor();
    await ada.press('More'); // a phone has no place for them in its bar
    await ada.press('Applause');
    await host.page.getByText('👏').first().waitFor({ state: 'attached' });
    await ada.page.keyboard.press('Escape');
  });

  step('has questions, which a host answers', async () => {
    await host.press(/^Chat/);
    await part(host, 'Questions');
    await ada.press(/^Chat/);
    await part(ada, 'Questions');
    for (const text of ['How does it hop?', 'Who built it?']) {
      await ada.page.getByLabel('Your question').fill(text);
      await ada.press('Ask');
      await ada.page.getByText(text).waitFor();
    }
    await ada.press(/I want to know this too: Who built it/);
    await host.page.getByRole('button', { name: /^1 vote/ }).waitFor();
    await expect(host.page.getByRole('tabpanel').getByRole('listitem').first().innerText()).resolves.toContain('Who built it?');
    await host.press('Reply: How does it hop?');
    await host.page.getByLabel('Answer', { exact: true }).fill('By a piano roll.');
    await host.press('Publish');
    await ada.page.getByText('By a piano roll.').waitFor();
  });

  step('has polls: made and opened by a host, voted in by others, counted live, shown when the host says so', async () => {
    await part(host, 'Polls');
    await host.press('New poll');
    await host.page.getByLabel('Question', { exact: true }).fill('Tea or coffee?');
    await host.page.getByLabel('Answer 1').fill('Tea');
    await host.page.getByLabel('Answer 2').fill('Coffee');
    await host.press('Open now');
    await ada.page.getByRole('button', { name: 'Vote', exact: true }).click();
    await ada.page.getByRole('radio', { name: 'Coffee' }).check();
    await ada.page.getByRole('tabpanel').getByRole('button', { name: 'Vote' }).click();
    await ada.page.getByText('Your vote is in.').waitFor();
    await host.page.getByText('1 person voted.').waitFor();
    expect(await ada.page.getByText('1 person voted.').count()).toBe(0);
  });

  step('is there for who comes late, but for what was not theirs', async () => {
    await enters(cleo, session.slug, 'room');
    await cleo.press(/^Chat/);
    await hears(cleo, /^Welcome!/);
    for (const hidden of ['Only we are here yet.', 'My microphone hums.']) expect(await cleo.page.getByText(hidden).count()).toBe(0);
    await part(cleo, 'Questions');
    await cleo.page.getByText('By a piano roll.').waitFor();
    await cleo.press(/^1 vote\. I want to know this too: Who built it/);
    await ada.page.getByRole('tab', { name: 'Questions' }).click();
    await ada.page.getByRole('button', { name: /^2 votes/ }).waitFor();
    await part(cleo, 'Polls');
    await cleo.page.getByRole('radio', { name: 'Tea' }).check();
    await cleo.page.getByRole('tabpanel').getByRole('button', { name: 'Vote' }).click();
    await host.page.getByText('2 people voted.').waitFor();
    await host.press(/^Show everyone the results/);
    await cleo.page.getByText('2 people voted.').waitFor();
  });

  step('is the same after a reload', async () => {
    await ada.press('Raise hand');
    await ada.page.reload();
    await ada.sees('room');
    await ada.page.getByRole('button', { name: 'Lower hand' }).waitFor();
    await ada.page.getByRole('button', { name: 'Chat', exact: true }).click(); // nothing is unread
    await hears(ada, 'My microphone hums.');
    await part(ada, 'Questions');
    expect(await ada.page.getByRole('button', { name: /I want to know this too: Who built it/ }).getAttribute('aria-pressed')).toBe('true');
    await part(ada, 'Polls');
    await ada.page.getByText('2 people voted.').waitFor();
    await expect(ada.page.getByRole('listitem').filter({ hasText: 'Coffee' }).innerText()).resolves.toContain('your vote');
  });

  step('bears no names for the audience of a webinar', async () => {
    await host.api('POST', `/api/sessions/${session.id}/end`);
    const webinar = await schedules('Stars', 'webinar');
    await Promise.all([ada, cleo].map((one) => enters(one, webinar.slug, 'foyer')));
    await enters(host, webinar.slug, 'backstage');
    await host.press('Start');
    for (const one of [host, ada, cleo]) {
      await one.sees('room');
      await one.press(/^Chat/);
      await part(one, 'Questions');
    }
    await ada.page.getByLabel('Your question').fill('Which star is that?');
    await ada.press('Ask');
    await Promise.all([host, cleo].map((one) => one.page.getByText('Which star is that?').waitFor()));
    await expect(host.page.getByRole('listitem').filter({ hasText: 'Which star' }).innerText()).resolves.toContain('Ada');
    expect(await cleo.page.locator('main').innerText()).not.toContain('Ada');
  });
});
