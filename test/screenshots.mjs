/**
 * `npm run screenshots [-- --axe] [-- <scene> …]`: a picture of each page in each of its states, on a phone and
 * on a desktop, by day and by night, into `screenshots/`. Everything in them is real: database, mail server,
 * Janus, the built product, a browser. `--axe` looks for barriers on each of them, too, and fails where
 * there are any. The name of a scene (`house`, `desk`, `after`, `public`, `letters`, `own-page`, `way-in`, `room`, `countdown`, `recording`, `moderation`, `conversation`, `team`, `account`, `registrants`, `approval`, `reference`)
 * narrows it to that one.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../embedded/build.mjs';
import { havePackages } from '../embedded/debian-packages.mjs';
import { installDependencies, node24, say } from '../embedded/install.mjs';

const [, , ...words] = process.argv;
const TRANSFORM = '--experimental-transform-types';

try {
  await installDependencies();
  if (process.execArgv.includes(TRANSFORM)) await picturesOfEverything();
  else again();
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}

/** The same under Node 24, which the dependencies brought, and which reads TypeScript as the journeys are written. */
function again() {
  const child = spawn(node24(), [TRANSFORM, '--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), ...words], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

async function picturesOfEverything() {
  if (!(await havePackages(['janus', 'chromium'], 'and pictures need both'))) throw new Error('No pictures were taken.');
  await build();
  const folder = mkdtempSync(join(tmpdir(), 'foyer-screenshots-'));
  chmodSync(folder, 0o1777); // PostgreSQL and Janus run as users of their own
  process.env.TMPDIR = folder;
  try {
    const { takeAll } = await import('./screenshots/take-all.ts');
    const { taken, complaints } = await takeAll({ axe: words.includes('--axe'), only: words.filter((word) => !word.startsWith('-')) });
    for (const complaint of complaints) say(complaint);
    say(`${taken} pictures in screenshots/${complaints.length ? `, ${complaints.length} complaints` : ''}`);
    process.exitCode = complaints.length ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
