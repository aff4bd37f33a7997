import type { Camera } from '../camera.ts';
import type { Cast } from '../cast.ts';

const PEOPLE = ['Ada Lovelace', 'Alan Turing', 'Barbara Liskov', 'Edsger Dijkstra', 'Grace Hopper', 'Hedwig Eva Maria von Hohenstein-Wolkenbruch', 'Joan Clarke', 'Karen Spärck Jones', 'Ōe Kenzaburō', 'Radia Perlman'];
const SHEET = 'name;e-mail;company\nTim Berners-Lee;tim@guests.example;CERN\nGrace Hopper;grace@guests.example;\nTim Berners-Lee;TIM@guests.example;\n;nobody;\n';

/** Those who registered, at the desk: found, put in order, helped, added, and brought in from a file. */
export async function registrants(cast: Cast, camera: Camera): Promise<void> {
  const { page } = await cast.hedy();
  const session = await cast.schedulesWithQuestions();
  for (const name of PEOPLE) await cast.api('POST', `/api/sessions/${session.id}/registrations`, { name, email: `${name.split(' ')[0]!.toLowerCase().replace('ō', 'o')}@guests.example` });
  await page.goto(`/desk/sessions/${session.id}`);
  await page.getByLabel('Search').waitFor();
  await page.getByLabel('Order').selectOption('name');
  await page.getByRole('button', { name: 'More about Grace' }).click();
  await camera.take('registrants', page);

  await page.getByRole('button', { name: 'Correct' }).click();
  await page.getByLabel('Name').fill(' ');
  await page.getByRole('form', { name: 'Correct Grace Hopper' }).getByRole('button', { name: 'Save' }).click();
  await page.locator('[aria-invalid]').first().waitFor();
  await camera.take('registrants-correct', page);
  await page.getByRole('button', { name: 'Leave as it was' }).click();
  await page.getByRole('button', { name: 'Give a new link' }).click();
  await camera.take('registrants-new-link', page, { onlyScreen: true });
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Revoke the link' }).click();
  await camera.take('registrants-revoke', page, { onlyScreen: true });
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke the link' }).click();
  await page.getByRole('button', { name: 'Restore the link' }).waitFor();
  await camera.take('registrants-revoked', page);

  await page.getByLabel('Search').fill('spär');
  await page.getByText('One is found.').waitFor();
  await page.getByRole('button', { name: 'Register somebody' }).click();
  await camera.take('registrants-found', page);

  await page.locator('input[type=file]').setInputFiles({ name: 'guests.csv', mimeType: 'text/csv', buffer: Buffer.from(SHEET) });
  await page.getByRole('heading', { name: 'Register one person?' }).waitFor();
  await camera.take('registrants-import', page, { onlyScreen: true });
  await page.getByRole('button', { name: 'Register', exact: true }).last().click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await cast.set.mail('tim@guests.example', /You are registered/);
}

/** Registrations that wait for the organizer's word, and a session that is full: from the page to the mailbox. */
export async function approval(cast: Cast, camera: Camera): Promise<void> {
  const { page } = await cast.hedy();
  await page.goto('/desk/new');
  await page.getByLabel('Title').waitFor();
  await page.getByLabel('Title').fill('Six seats at the observatory');
  await page.getByLabel(/approve/i).check();
  await page.getByLabel(/seats/i).fill('2');
  await page.getByLabel('Ask for a passcode').check();
  await page.getByLabel('Passcode', { exact: true }).fill('kiln fire');
  await page.getByLabel('Places in the room').fill('40');
  await camera.take('session-form-terms', page);
  const session = await cast.schedules('Six seats at the observatory', 3 * 24 * 60, { registration: { fields: [], approval: true, capacity: 2 } });
  for (const name of ['Ada', 'Ben', 'Cleo', 'Dora']) {
    await cast.registers(session, name, `${name.toLowerCase()}@terms.example`);
    await cast.set.mail(`${name.toLowerCase()}@terms.example`, /./);
  }
  await page.goto(`/desk/sessions/${session.id}`);
  await page.getByRole('heading', { name: '4 wait for your answer' }).waitFor();
  await camera.take('undecided', page);
  for (const name of ['Ada', 'Ben', 'Cleo']) await page.getByLabel(name, { exact: false }).first().check();
  await page.getByRole('button', { name: 'Approve 3 chosen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Approve/ }).waitFor();
  await camera.take('undecided-approve', page, { onlyScreen: true });
  await page.getByRole('dialog').getByRole('button', { name: /^Approve/ }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  for (const name of ['ada', 'ben']) await cast.set.mail(`${name}@terms.example`, /You are registered/);
  await cast.set.mail('cleo@terms.example', /wait/i);
  await page.getByRole('button', { name: 'Deny Dora' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Deny/ }).click();
  await page.getByText('Nobody waits for your answer').waitFor();
  await camera.take('undecided-nobody', page);
}
