import type { Camera } from '../camera.ts';
import type { Cast } from '../cast.ts';
import { late } from '../missed.ts';
import { PORTRAITS } from '../portrait.ts';

interface Teammate {
  id: string;
  name: string;
}

/** Hosts and speakers: named at the desk, invited by mail, in by a link of their own. */
export async function team(cast: Cast, camera: Camera): Promise<void> {
  const { page } = await cast.hedy();
  const session = await cast.schedules('Frequency hopping, explained', 12, { theme: 'webinar' });
  const name = (role: string, who: string, email: string): Promise<Teammate> => cast.api('POST', `/api/sessions/${session.id}/team`, { role, name: who, email });
  await page.goto(`/desk/sessions/${session.id}`);
  await page.getByRole('button', { name: 'Invite a host or speaker' }).click();
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.locator('[aria-invalid]').first().waitFor();
  await camera.take('team-mistakes', page);
  await page.getByLabel('Name').fill('Ada Lovelace');
  await page.getByLabel('E-mail').fill('ada@team.example');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  const { link } = await cast.set.mail('ada@team.example', /You are a speaker/);

  cast.set.inbox.refuseWith({ at: 'recipient', code: 550, text: '5.1.1 There is no such mailbox', only: (address) => address.startsWith('grace') });
  await name('host', 'Grace Hopper', 'grace@team.example');
  await name('host', 'Maximiliane von Hohenstein-Wolkenbruch', 'maximiliane.von.hohenstein@a-rather-long-domain.example');
  await page.goto(`/desk/sessions/${session.id}`);
  await page.getByText('failed').first().waitFor();
  cast.set.inbox.refuseWith(null);
  await page.getByRole('button', { name: 'More about Grace' }).click();
  await page.getByRole('heading', { name: 'Mails', exact: true }).waitFor();
  await camera.take('team', page);
  await page.getByRole('button', { name: 'Remove' }).first().click();
  await camera.take('team-remove', page, { onlyScreen: true });
  await page.keyboard.press('Escape');

  const ada = await cast.person('Ada Lovelace', PORTRAITS.ada);
  await ada.page.goto(link);
  await ada.sees('pre-join');
  await camera.take('team-speaker-pre-join', ada.page);
  await ada.press('Join');
  await ada.page.getByText(/backstage/i).first().waitFor();
  await camera.take('team-speaker-backstage', ada.page);

  const waiting = await cast.schedules('Stars over New York', 12, { theme: 'meeting' });
  const letters = [await cast.invited(waiting, 'Grace Hopper', 'grace@late.example'), await cast.invited(waiting, 'Ben', 'ben@late.example')];
  await cast.api('PUT', `/api/sessions/${waiting.id}/steward`, { email: 'grace@late.example' });
  for (const [at, letter] of letters.entries()) {
    const person = await cast.person(at === 0 ? 'Grace Hopper' : 'Ben', PORTRAITS.ada);
    await person.page.goto(letter.link);
    await person.sees('pre-join');
    await person.joins('foyer');
    if (at === 0) await late(cast, waiting);
    await person.page.getByText('The host is not here yet').waitFor({ timeout: 30_000 });
    await camera.take(at === 0 ? 'foyer-steward' : 'foyer-late', person.page);
  }
  await page.goto(`/desk/sessions/${waiting.id}`);
  await page.getByText('may start, and is the host then').waitFor();
  await camera.take('team-steward', page);

  const ben = await cast.person('Ben', PORTRAITS.ada);
  const open = await cast.schedules('Open studio', 12);
  const [his, hers] = [await cast.invited(open, 'Ben', 'ben@studio.example'), await cast.invited(open, 'Ada Lovelace', 'ada@studio.example')];
  await ben.page.goto(his.link);
  await ben.sees('pre-join');
  await ben.joins('foyer');
  await ben.page.goto(hers.link);
  await ben.page.getByText('Is this link yours?').waitFor();
  await camera.take('other-seat', ben.page);
  await ben.press('Back to my seat');
  await ben.sees('foyer');
}
