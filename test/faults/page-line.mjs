/** The page's line to the server, for a program of Node's: bundled as the page is, and loaded. Jest imports it as it stands. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { root } from '../../embedded/install.mjs';

export async function pageLine() {
  const bundle = await rolldown({ input: join(root, 'web/room/connection.ts'), platform: 'node', treeshake: { moduleSideEffects: false } });
  const file = join(mkdtempSync(join(tmpdir(), 'foyer-page-line-')), 'connection.mjs');
  await bundle.write({ file, format: 'esm' });
  return (await import(pathToFileURL(file).href)).RoomConnection;
}
