import type { Camera } from '../camera.ts';
import type { Cast } from '../cast.ts';

/** The API, to read. */
export async function reference(cast: Cast, camera: Camera): Promise<void> {
  const { page } = await cast.person('A programmer');
  await page.goto('/docs');
  await camera.take('api-reference', page, { onlyScreen: true });
  await page.goto('/docs#scheduleSession');
  await camera.take('api-reference-operation', page, { onlyScreen: true });
  await page.goto('/docs#schema-SessionAnswer');
  await camera.take('api-reference-schema', page, { onlyScreen: true });
}
