import type { Camera } from '../camera.ts';
import type { Cast } from '../cast.ts';
import { missed } from '../missed.ts';

/** What everybody with the address sees of a session. */
export async function publicPages(cast: Cast, camera: Camera): Promise<void> {
  const { page } = await cast.person('Ada Lovelace');
  const session = await cast.schedulesWithQuestions();
  await page.goto(session.publicUrl);
  await page.getByText('Berlin').waitFor();
  await camera.take('public-page', page);

  await page.getByRole('textbox', { name: 'E-mail' }).fill('ada@example');
  await page.getByRole('button', { name: 'Register' }).click();
  await page.locator('#summary a').first().waitFor();
  await camera.take('public-page-mistakes', page);

  await page.getByRole('textbox', { name: 'E-mail' }).fill('ada@example.org');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace');
  await page.getByRole('radio', { name: 'A friend' }).check();
  await page.getByRole('checkbox', { name: 'My question' }).check();
  await page.getByRole('button', { name: 'Register' }).click();
  await page.getByRole('dialog').waitFor();
  await camera.take('public-page-registered', page, { onlyScreen: true });

  await cast.api('PUT', '/api/identity/workspace/look', { accent: '#b3206b' });
  await page.goto(session.publicUrl);
  await camera.take('public-page-colour', page);
  await cast.api('PUT', '/api/identity/workspace/look', { accent: null });

  const scriptless = await cast.set.person('No script', { javaScriptEnabled: false });
  await scriptless.page.goto(session.publicUrl);
  await camera.take('public-page-no-script', scriptless.page, { scriptless: true });
  await scriptless.context.close();

  const secret = await cast.schedules('For friends of the house', 300, { passcode: 'kiln fire' });
  await page.goto(secret.publicUrl);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('ada@example.org');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace');
  await page.getByRole('textbox', { name: 'Passcode' }).fill('fire kiln');
  await page.getByRole('button', { name: 'Register' }).click();
  await page.locator('#summary a').first().waitFor();
  await camera.take('public-page-passcode', page);

  const open = await cast.schedules('Open studio', 300, { registration: null });
  await page.goto(open.publicUrl);
  await camera.take('public-page-no-registration', page);

  const short = await cast.schedules('Stars over New York', 25, { theme: 'webinar', description: 'Half an hour with a telescope.' });
  await cast.api('POST', `/api/sessions/${short.id}/start`);
  await page.goto(short.publicUrl);
  await page.getByText('It is running now').waitFor();
  await camera.take('public-page-live', page);
  await cast.api('POST', `/api/sessions/${short.id}/end`);
  await page.goto(short.publicUrl);
  await page.getByText('It is over').waitFor();
  await camera.take('public-page-ended', page);

  const off = await cast.schedules('Torpedoes for beginners', 300);
  await cast.api('POST', `/api/sessions/${off.id}/cancel`);
  await page.goto(off.publicUrl);
  await page.getByRole('heading', { name: 'Cancelled' }).waitFor();
  await camera.take('public-page-cancelled', page);

  const lost = await cast.schedules('Breakfast at the observatory', 90);
  await missed(cast, lost);
  await page.goto(lost.publicUrl);
  await page.getByText('did not take place').waitFor();
  await camera.take('public-page-missed', page);

  await page.goto('/s/no-such-session-aaaaaa');
  await camera.take('not-found-session', page);
  await page.goto('/no/such/page');
  await camera.take('not-found', page);
}
