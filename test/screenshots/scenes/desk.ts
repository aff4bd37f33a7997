import type { Page } from 'playwright-core';
import { wallTimeIn } from '../../journeys/set.ts';
import type { Camera } from '../camera.ts';
import type { Cast, Session } from '../cast.ts';
import { missed } from '../missed.ts';

/** The organizer's side: the list, the form, and one session through its life. */
export async function desk(cast: Cast, camera: Camera): Promise<void> {
  const { page } = await cast.hedy();
  const full = await cast.schedulesWithQuestions();
  await form(page, camera);
  await list(page, cast, camera);
  await filled(page, cast, camera, full);
  await lives(page, cast, camera);
}

async function form(page: Page, camera: Camera): Promise<void> {
  await page.goto('/desk/new');
  await page.getByLabel('Title').waitFor();
  await camera.take('session-form', page);
  await page.getByLabel('Date').fill('2020-02-29');
  await page.getByLabel('Time zone').fill('Middle Earth');
  await page.getByRole('button', { name: 'Ask something else' }).click();
  await page.getByRole('button', { name: 'Schedule' }).click();
  await page.locator('[aria-invalid]').first().waitFor();
  await camera.take('session-form-mistakes', page);

  await page.goto('/desk/new');
  await page.getByLabel('Title').fill('Frequency hopping, explained');
  await page.getByLabel('Webinar').check();
  for (const [question, kind] of [['Company', 'short-text'], ['How did you hear of it?', 'choice']] as const) {
    await page.getByRole('button', { name: 'Ask something else' }).click();
    await page.getByRole('textbox', { name: 'Question' }).last().fill(question);
    await page.getByRole('combobox', { name: 'Answer' }).last().selectOption(kind);
  }
  await page.getByLabel('Options').fill('A friend\nThe newsletter\nSomewhere else');
  await page.getByLabel('Has to be answered').last().check();
  await camera.take('session-form-questions', page);
}

async function list(page: Page, cast: Cast, camera: Camera): Promise<void> {
  const [done, off, lost] = [await cast.schedules('What we learned', 40), await cast.schedules('Torpedoes for beginners', 60), await cast.schedules('Breakfast at the observatory', 90)];
  const live = await cast.schedules('Open studio', 15, { registration: null });
  await cast.schedules('Stars over New York', 25, { theme: 'webinar' });
  await cast.schedules('Clay for beginners', 5 * 24 * 60);
  await cast.schedules('A very long title, as people write them who want everything to be said before anybody has even come in', 9 * 24 * 60, { timeZone: 'Asia/Kolkata' });
  for (const { id } of [done, live]) await cast.api('POST', `/api/sessions/${id}/start`);
  await cast.api('POST', `/api/sessions/${done.id}/end`);
  await cast.api('POST', `/api/sessions/${off.id}/cancel`);
  await missed(cast, lost);
  await page.goto('/desk');
  await page.getByRole('link', { name: 'Open studio' }).waitFor();
  await camera.take('desk-list', page);
  await page.getByRole('button', { name: 'Duplicate Open studio' }).click();
  await page.getByRole('dialog').getByLabel('Date').waitFor();
  await camera.take('duplicate-session', page, { onlyScreen: true });
  await page.keyboard.press('Escape');
  await page.getByLabel('Search').fill('stars');
  await page.getByText('One is found.').waitFor();
  await camera.take('desk-list-found', page);
  await page.goto('/desk?show=past');
  await page.getByRole('link', { name: 'What we learned' }).waitFor();
  await camera.take('desk-list-past', page);
  await page.goto('/desk?show=cancelled');
  await page.getByRole('link', { name: 'Torpedoes' }).waitFor();
  await camera.take('desk-list-cancelled', page);

  await page.route('**/api/sessions?*', () => undefined); // never answered
  await page.goto('/desk');
  await page.getByRole('heading', { name: 'Sessions' }).waitFor();
  await camera.take('desk-loading', page);
  await page.unrouteAll();
  await page.route('**/api/sessions?*', (route) => route.abort());
  await page.goto('/desk');
  await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 30_000 });
  await camera.take('desk-unreachable', page);
  await page.unrouteAll();
}

async function filled(page: Page, cast: Cast, camera: Camera, session: Session): Promise<void> {
  await page.goto(`/desk/sessions/${session.id}?new`);
  await page.getByText('Nobody yet').waitFor();
  await camera.take('session-page-new', page);
  cast.set.inbox.refuseWith({ at: 'recipient', code: 550, text: '5.1.1 There is no such mailbox', only: (address) => address.startsWith('grace') });
  await cast.registersWithAnswers(session, 'Ada Lovelace', 'ada@example.org');
  await cast.registersWithAnswers(session, 'Maximiliane von Hohenstein-Wolkenbruch', 'maximiliane.von.hohenstein@a-rather-long-domain.example');
  await cast.registersWithAnswers(session, 'Ben', 'ben@example.org');
  await cast.registersWithAnswers(session, 'Grace Hopper', 'grace@example.org').catch(() => undefined); // her mail server says no
  cast.set.inbox.refuseWith(null);
  await page.goto(`/desk/sessions/${session.id}`);
  await page.getByText('failed').waitFor();
  await camera.take('session-page-registrants', page);
  await page.getByRole('button', { name: 'More about Grace' }).click();
  await page.getByRole('heading', { name: 'Mails', exact: true }).waitFor();
  await camera.take('session-page-deliveries', page);
  await page.getByRole('button', { name: 'Cancel session' }).click();
  await camera.take('session-page-cancel-dialog', page, { onlyScreen: true });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Edit or move' }).click();
  const [date] = wallTimeIn(5 * 24 * 60, 'America/New_York').split('T') as [string];
  await page.getByLabel('Date').fill(date);
  await page.getByText('get the new time by e-mail').waitFor();
  await camera.take('session-page-edit', page);
}

async function lives(page: Page, cast: Cast, camera: Camera): Promise<void> {
  const session = await cast.schedules('One evening', 20);
  await cast.invited(session, 'Ada Lovelace', 'ada@example.org');
  const look = async (name: string): Promise<void> => {
    await page.goto(`/desk/sessions/${session.id}`);
    await page.getByText('ada@example.org').waitFor();
    await camera.take(name, page);
  };
  await look('session-page-ready');
  await cast.api('POST', `/api/sessions/${session.id}/start`);
  await look('session-page-live');
  await cast.api('POST', `/api/sessions/${session.id}/end`);
  await look('session-page-ended');
  const off = await cast.schedules('No more torpedoes', 400);
  await cast.api('POST', `/api/sessions/${off.id}/cancel`);
  await page.goto(`/desk/sessions/${off.id}`);
  await page.getByRole('heading', { name: off.title }).waitFor();
  await camera.take('session-page-cancelled', page);
  await page.goto('/desk/sessions/00000000-0000-4000-8000-000000000000');
  await page.getByText('does not exist').waitFor();
  await camera.take('session-page-not-there', page);
}
