import type { Camera } from '../camera.ts';
import type { Cast } from '../cast.ts';

/** The house from the street, and the way in for organizers; then a desk with nothing on it yet. */
export async function house(cast: Cast, camera: Camera): Promise<void> {
  const { page } = await cast.person('Nobody yet');
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await camera.take('front-page', page);

  await page.goto('/sign-in');
  await camera.take('sign-in', page);
  await page.getByLabel('E-mail').fill('hedy@example.org');
  await page.getByLabel('Password').fill('not this one');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').first().waitFor();
  await camera.take('sign-in-refused', page);

  await page.goto('/sign-in?new');
  await camera.take('sign-up', page);
  await page.getByLabel('E-mail').fill('hedy@example');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.locator('[aria-invalid]').first().waitFor();
  await camera.take('sign-up-mistakes', page);

  await page.goto('/desk/nowhere');
  await camera.take('desk-nothing-here', page);

  const { page: empty } = await cast.hedy();
  await empty.goto('/desk');
  await empty.getByText('Nothing planned yet').waitFor();
  await camera.take('desk-empty', empty);
}
