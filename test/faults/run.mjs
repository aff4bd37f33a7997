/**
 * `npm run faults -- <name> [options]`: breaks the built product on purpose, as real parts on this machine,
 * and compares what was acknowledged with what is there. The last line is one JSON object:
 * `{ name, tried, acknowledged, lost, doubled, recoverySeconds, goal, met }`. `mail` and `room` are several that
 * belong together; without a name all run in their short form, which `--short` asks for, too. The shortest of each
 * runs in `npm test`, as `test/faults/<name>.short.spec.ts`.
 */
import { fork, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../../embedded/build.mjs';
import { installDependencies, node24, say } from '../../embedded/install.mjs';

const faults = {
  kill: async () => (await import('./mail.ts')).kill,
  smtp: async () => (await import('./mail.ts')).smtp,
  'two-instances': async () => (await import('./mail.ts')).twoInstances,
  postgres: async () => (await import('./postgres.ts')).postgres,
  janus: async () => ({ short }, say) => byItself('./janus-alone.mjs', short ? { viewers: 2, outages: [2] } : { viewers: 5, outages: [2, 90] }, say),
  network: async () => {
    const [{ cutAcrossStart }, { pageLine }] = await Promise.all([import('./network.ts'), import('./page-line.mjs')]);
    return async ({ short, profile }, say) => cutAcrossStart(await pageLine(), { profile, halfOpen: true, ...(short ? { people: 200, outages: [5] } : { people: 1_000, outages: [5, 30, 120] }) }, say);
  },
  start: async () => {
    const [{ killedAtStart }, { pageLine }] = await Promise.all([import('./start.ts'), import('./page-line.mjs')]);
    return async ({ short }, say) => killedAtStart(await pageLine(), short ? { people: 300, times: 1 } : { people: 1_000, times: 3 }, say);
  },
  clock: async () => (await import('./clock.ts')).clock,
  deploy: async () => {
    const [{ rollingDeploy }, { pageLine }] = await Promise.all([import('./deploy.ts'), import('./page-line.mjs')]);
    return async ({ short }, say) => rollingDeploy(await pageLine(), short ? { people: 100, rounds: 1 } : { people: 500, rounds: 3 }, say);
  },
};
const nothing = { tried: 0, acknowledged: 0, lost: 0, doubled: 0, recoverySeconds: 0 };
const groups = { mail: ['kill', 'smtp', 'two-instances'], room: ['janus', 'network', 'start'] };

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
  const { positionals: [named], values } = parseArgs({
    allowPositionals: true,
    options: { short: { type: 'boolean', default: false }, runs: { type: 'string' }, due: { type: 'string' }, profile: { type: 'string' } },
  });
  const names = named === undefined ? Object.keys(faults) : groups[named] ?? [named];
  for (const name of names) if (!Object.hasOwn(faults, name)) throw new Error(`There is no fault "${name}". There are: ${[...Object.keys(faults), ...Object.keys(groups)].join(', ')}.`);
  const short = values.short || named === undefined;
  const options = { short, runs: Number(values.runs ?? (short ? 1 : 3)), due: Number(values.due ?? (short ? 500 : 10_000)), profile: values.profile };
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
    const verdicts = [];
    for (const name of names) {
      say(`\n── ${name}`);
      // One that could not be judged has not been met, and the others are tried all the same.
      const found = await (await faults[name]())(options, say).catch((error) => ({ ...nothing, goal: null, met: false, error: error.message }));
      verdicts.push({ name, ...found });
      if (found.error) say(found.error);
      say(JSON.stringify(verdicts.at(-1)));
    }
    met = verdicts.every((one) => one.met);
    await tidy();
    if (names.length > 1) say(`\n${JSON.stringify(asOne(named ?? 'all', verdicts))}`);
  } catch (error) {
    await tidy();
    throw error;
  }
  process.exit(met ? 0 : 1);
}

function asOne(name, parts) {
  const sum = (of) => parts.reduce((total, one) => total + one[of], 0);
  return {
    name, tried: sum('tried'), acknowledged: sum('acknowledged'), lost: sum('lost'), doubled: sum('doubled'), recoverySeconds: Math.max(...parts.map((one) => one.recoverySeconds)),
    goal: Object.fromEntries(parts.map((one) => [one.name, one.goal])), met: parts.every((one) => one.met), parts,
  };
}

function byItself(file, options, say) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], { execArgv: ['--experimental-transform-types', '--disable-warning=ExperimentalWarning'] });
    child.on('message', ({ line, found }) => {
      if (line) say(line);
      else if (found.error) reject(new Error(found.error));
      else resolve(found);
    });
    child.on('error', reject).on('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    child.send(options);
  });
}
