/**
 * `npm run faults -- <name> [options]`: breaks the built product on purpose, as real parts on this machine,
 * and compares what was acknowledged with what is there. The last line is one JSON object:
 * `{ name, tried, acknowledged, lost, doubled, recoverySeconds, goal, met }`. The shortest form of each runs
 * in `npm test`, as `test/faults/<name>.short.spec.ts`.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../../embedded/build.mjs';
import { installDependencies, node24, say } from '../../embedded/install.mjs';

const faults = {
  mail: () => import('./mail.ts'),
};

try {
  await installDependencies();
  if (node24() === process.execPath) await everything();
  else again();
} catch (error) {
  say(error.stack);
  process.exit(1);
}

/** The same under Node 24, which the dependencies brought. */
function again() {
  const child = spawn(node24(), [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

async function everything() {
  const { positionals: [name = ''], values } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: 'string', default: '1' }, due: { type: 'string', default: '10000' } },
  });
  if (!Object.hasOwn(faults, name)) throw new Error(`Name one of: ${Object.keys(faults).join(', ')}.`);
  const folder = mkdtempSync(join(tmpdir(), 'foyer-faults-'));
  chmodSync(folder, 0o1777); // PostgreSQL runs as a user of its own
  process.env.TMPDIR = folder;
  let cluster;
  const tidy = async () => {
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void tidy().finally(() => process.exit(1)));
  let met = false;
  try {
    await build();
    const { startPostgres } = await import('../support/postgres.ts');
    cluster = await startPostgres();
    process.env.FOYER_TEST_POSTGRES = cluster.url;
    const { run } = await faults[name]();
    const ended = await run({ runs: Number(values.runs), due: Number(values.due) }, say);
    met = ended.met;
    await tidy();
    say(JSON.stringify(ended.result));
  } catch (error) {
    await tidy();
    throw error;
  }
  process.exit(met ? 0 : 1);
}
