import type { Page } from 'playwright-core';
import type { Camera } from '../camera.ts';
import type { Cast } from '../cast.ts';

/** What belongs to an organizer, and to those who schedule together. */
export async function account(cast: Cast, camera: Camera): Promise<void> {
  const { page } = await cast.hedy();
  await own(page, cast, camera);
  await workspace(page, cast, camera);
}

async function own(page: Page, cast: Cast, camera: Camera): Promise<void> {
  await cast.api('POST', '/api/identity/api-keys', { name: 'The museum’s web site', scope: 'read', days: 90 });
  await page.goto('/desk/account');
  await page.getByText('The museum').waitFor();
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByLabel('The new one').fill('short');
  await page.getByRole('button', { name: 'Change it' }).click();
  await page.locator('[aria-invalid]').first().waitFor();
  await camera.take('account-mistakes', page);
  await page.getByRole('button', { name: 'Leave it' }).click();
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByLabel('What it is for').fill('Reading attendance');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByText('Keep it now').waitFor();
  await camera.take('account', page);
  await page.getByRole('button', { name: 'Revoke The museum’s web site' }).click();
  await camera.take('account-revoke-key', page, { onlyScreen: true });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByLabel('Your address, to be sure').waitFor();
  await camera.take('account-delete', page, { onlyScreen: true });
  await page.keyboard.press('Escape');
}

async function workspace(page: Page, cast: Cast, camera: Camera): Promise<void> {
  await page.goto('/desk/workspace');
  await page.getByRole('heading', { name: 'Members' }).waitFor();
  await camera.take('workspace-alone', page);
  await page.getByLabel('Accent colour').fill('#b3206b');
  await page.getByRole('button', { name: 'Save the colour' }).click();
  await page.getByText('Saved: your pages').waitFor();
  await camera.take('workspace-colour', page);
  await page.getByRole('button', { name: 'Use Foyer’s own' }).click();
  await page.getByText('Foyer’s own colours again.').waitFor();
  await page.getByLabel('E-mail').fill('george');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.locator('[aria-invalid]').first().waitFor();
  await camera.take('workspace-mistake', page);
  await page.getByLabel('E-mail').fill('george@example.org');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByText('george@example.org is invited.').waitFor();

  const letter = await cast.set.mail('george@example.org', /invites you/);
  const george = await cast.person('George Antheil');
  await george.page.goto(letter.link);
  await george.page.getByRole('button', { name: 'Join Hedy Lamarr' }).click();
  await george.page.locator('[aria-invalid]').first().waitFor();
  await camera.take('invitation', george.page);
  await george.page.getByLabel('Your name').fill('George Antheil');
  await george.page.getByLabel('Choose a password').fill('ballet mécanique');
  await george.page.getByRole('button', { name: 'Join Hedy Lamarr' }).click();
  await george.page.getByRole('heading', { name: 'Sessions' }).waitFor();

  await cast.api('POST', '/api/identity/invitations', { email: 'maximiliane.von.hohenstein@a-rather-long-domain.example', role: 'owner' });
  await page.goto('/desk/workspace');
  await page.getByText('George Antheil').waitFor();
  await page.getByText('maximiliane').waitFor();
  await camera.take('workspace', page);
  await page.getByRole('button', { name: 'Remove George' }).click();
  await camera.take('workspace-remove', page, { onlyScreen: true });
  await page.keyboard.press('Escape');
  await george.page.goto('/desk/workspace');
  await george.page.getByRole('button', { name: 'Leave the workspace' }).waitFor();
  await camera.take('workspace-host', george.page);
  await george.page.goto(letter.link);
  await george.page.getByText('does not stand any more').waitFor();
  await camera.take('invitation-dead', george.page);
}
