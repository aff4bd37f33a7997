/**
 * `npm run bench [-- <path> [options]]`: measures a hot path beside its floor program, as real parts on this
 * machine: a PostgreSQL that syncs, the built product, real sockets. The last line is one JSON object. Without
 * a path all of them run. docs/benchmarks.md says what is measured and how.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../embedded/build.mjs';
import { installDependencies, node24, say } from '../embedded/install.mjs';

const paths = {
  start: () => import('./start/measure.ts'),
  doors: () => import('./doors/measure.ts'),
  join: () => import('./join/measure.ts'),
  media: () => import('./media/measure.ts'),
  mail: () => import('./mail/measure.ts'),
  register: () => import('./register/measure.ts'),
  desk: () => import('./desk/measure.ts'),
  boot: () => import('./boot/measure.ts'),
  pages: () => import('./pages/measure.ts'),
};

try {
  await installDependencies();
  if (node24() === process.execPath) await everything();
  else again();
} catch (error) {
  say(error.message);
  process.exit(1);
}

/** The same under Node 24, which the dependencies brought. */
function again() {
  const child = spawn(node24(), [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

async function everything() {
  const [first, ...rest] = process.argv.slice(2);
  const named = first && !first.startsWith('-') ? [first] : Object.keys(paths);
  const unknown = named.find((path) => !paths[path]);
  if (unknown) throw new Error(`There is no path "${unknown}". There are: ${Object.keys(paths).join(', ')}.`);
  const options = named.length === 1 && first === named[0] ? rest : process.argv.slice(2);

  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  chmodSync(folder, 0o1777); // PostgreSQL runs as a user of its own
  process.env.TMPDIR = folder;
  const { Parts } = await import('./parts.ts');
  let failed = false;
  await build();
  for (const path of named) {
    const parts = new Parts();
    const interrupted = () => void parts.stop().finally(() => { rmSync(folder, { recursive: true, force: true }); process.exit(1); });
    process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
    try {
      const { measure, minutes } = await paths[path]();
      const { result, table, complaints } = await within(minutes(options), measure(options, parts));
      say(`\n${table}\n`);
      for (const complaint of complaints) say(`NOT DONE: ${complaint}`);
      failed ||= complaints.length > 0;
      await parts.stop();
      say(JSON.stringify(result));
    } catch (error) {
      failed = true;
      say(`${path}: ${error.stack}`);
    } finally {
      await parts.stop();
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    }
  }
  rmSync(folder, { recursive: true, force: true });
  process.exit(failed ? 1 : 0);
}

function within(minutes, work) {
  let timer;
  const over = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error(`its ${minutes} minutes were over`)), minutes * 60_000); });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}
