import type { Camera } from '../camera.ts';
import type { Cast } from '../cast.ts';

/** What a registrant may see and change of their own. */
export async function ownPage(cast: Cast, camera: Camera): Promise<void> {
  const { page } = await cast.person('Ada Lovelace');
  const session = await cast.schedulesWithQuestions();
  const { link } = await cast.registersWithAnswers(session, 'Ada Lovelace', 'ada@own-page.example');
  const open = async (): Promise<void> => {
    await page.goto(link.replace('/j/', '/me/'));
    await page.getByRole('heading', { name: session.title }).waitFor();
  };
  await open();
  await camera.take('own-page', page);
  await cast.api('POST', `/api/sessions/${session.id}/cancel`);
  await page.goto('about:blank');
  await open();
  await camera.take('own-page-cancelled', page);
  await page.goto(`/me/${'A'.repeat(27)}`);
  await page.locator('[data-screen="dead-link"]').waitFor();
  await camera.take('own-page-dead-link', page);
}
