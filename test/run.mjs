/**
 * `npm test [-- <pattern>]`: does all set-up by itself, then runs the checks and every spec, in parts that
 * each have their time. The last line is always `N passed, N failed`. A pattern (part of a path, or
 * several) narrows it to those files.
 */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../embedded/build.mjs';
import { havePackages } from '../embedded/debian-packages.mjs';
import { installDependencies, node24, pathWithNode24, root, say } from '../embedded/install.mjs';

const patterns = process.argv.slice(2);
const inCi = Boolean(process.env.CI) && process.env.CI !== 'false';
const sum = { passed: 0, failed: 0 };
const complaints = [];
/** Files that passed only when they ran alone. */
const unsteady = [];
/** How many of a part's files may be run once more; where more fail, it is not for want of a quiet machine. */
const MOST_AGAIN = 12;
/** How many of a part's slowest files are told at its end. */
const MOST_TOLD = 10;
const minutes = (count) => count * 60_000;
/** By which signal the run was told to end: nothing more is begun. */
let stopped = null;

const cores = Math.max(2, availableParallelism());

/** The use cases wait for a database and for mails: one more goes at once than there are cores. The limits are for a slow machine that is busy. */
const parts = [
  { name: 'the models and use cases', limit: minutes(20), timeout: 60_000, workers: cores + 1, mine: () => true },
  { name: 'the surface and the launcher', limit: minutes(15), timeout: 90_000, workers: cores, mine: (file) => /^test\/(http|embedded)\//.test(file) },
  { name: 'the fuzz', limit: minutes(10), timeout: 120_000, workers: 1, mine: (file) => file.startsWith('test/fuzz/') },
  { name: 'the faults, short', limit: minutes(15), timeout: 180_000, workers: 1, mine: (file) => file.startsWith('test/faults/') },
  { name: 'the media and the journeys', limit: minutes(20), timeout: 180_000, workers: 1, mine: (file) => /^test\/(media|journeys)\//.test(file) },
];

try {
  await installDependencies();
  if (node24() === process.execPath) await everything();
  else await again();
} catch (error) {
  fail(error.message);
  finish();
}

/** The same under Node 24, which the dependencies brought. */
async function again() {
  const child = spawn(node24(), [fileURLToPath(import.meta.url), ...patterns], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

async function everything() {
  await havePackages(['janus', 'janus-pp-rec', 'chromium', 'postfix'], 'so the tests that need it will fail');
  const folder = mkdtempSync(join(tmpdir(), 'foyer-test-'));
  chmodSync(folder, 0o1777); // PostgreSQL and Janus run as users of their own
  process.env.TMPDIR = folder;
  let cluster;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (stopped) return;
      stopped = signal;
      say(`\n${signal}: what runs is ended, and nothing more is begun.`);
    });
  }
  try {
    if (patterns.length === 0) await checks();
    if (!stopped) await build().catch((error) => fail(`The build: ${error.message}`));
    const { startPostgres } = await import('./support/postgres.ts');
    if (!stopped) cluster = await startPostgres();
    for (const [part, files] of divided(specs())) if (files.length > 0 && !stopped) await jest(part, files, folder, cluster.url);
  } finally {
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  if (stopped) fail(`Ended by ${stopped}.`);
  finish();
}

/** What is not a test, but fails the run the same: types and rules. */
async function checks() {
  const tsc = 'node_modules/typescript/bin/tsc';
  const all = [
    ['types of the server', [tsc, '--noEmit', '-p', 'tsconfig.json'], 'tsconfig.json'],
    ['types of the pages', [tsc, '--noEmit', '-p', 'web/tsconfig.json'], 'web/tsconfig.json'],
    ['types of the launcher', [tsc, '--noEmit', '-p', 'embedded/tsconfig.json'], 'embedded/tsconfig.json'],
    ['types of the tests', [tsc, '--noEmit', '-p', 'test/tsconfig.json'], 'test/tsconfig.json'],
    ['rules (eslint)', ['node_modules/eslint/bin/eslint.js', '.'], 'eslint.config.mjs'],
  ].filter(([, , config]) => existsSync(join(root, config)));
  for (const [name, args] of all) {
    if (stopped) return;
    const ended = await runAlone(args, minutes(5));
    say(`${ended === 0 ? 'ok  ' : 'FAIL'} ${name}`);
    if (ended === 0) sum.passed++;
    else fail(`${name}: ended with ${ended}`);
  }
}

/** Every spec there is. Long fault tests are for `npm run faults`. */
function specs() {
  const found = [];
  const look = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && !['node_modules', 'dist', 'coverage'].includes(entry.name)) look(path);
      } else if (/\.spec\.tsx?$/.test(entry.name)) found.push(path);
    }
  };
  look('');
  const long = (file) => file.startsWith('test/faults/') && !file.endsWith('.short.spec.ts');
  return found.sort().filter((file) => (patterns.length ? patterns.some((one) => file.includes(one)) : !long(file)));
}

/** Each file belongs to one part; what is nobody's is the first one's, so that none is forgotten. */
function divided(files) {
  const byPart = new Map(parts.map((part) => [part, []]));
  for (const file of files) byPart.get(parts.slice(1).find((part) => part.mine(file)) ?? parts[0]).push(file);
  return byPart;
}

/**
 * Runs one part. In a whole run, a file that failed among the others is run once more, alone: on a crowded machine a
 * database may answer too late for any of them. What passes only then is told by name at the end of the run.
 */
async function jest(part, files, folder, postgres) {
  say(`\n── ${part.name}: ${files.length} ${files.length === 1 ? 'file' : 'files'}`);
  const run = (some, workers) => runJest(part, some, workers, folder, postgres);
  let { results, ended } = await run(files, part.workers);
  const bad = files.filter((file) => !results.some((one) => one.file === file && one.failed === 0));
  if (patterns.length === 0 && !stopped && bad.length > 0 && bad.length <= MOST_AGAIN) {
    say(`\n── once more, alone: ${bad.join(', ')}`);
    const second = await run(bad, 1);
    results = [...results.filter(({ file }) => !bad.includes(file)), ...second.results];
    ended = second.ended;
    for (const { file, failed } of second.results) if (failed === 0) unsteady.push(file);
  }
  const slowest = results.toSorted((one, other) => other.seconds - one.seconds).slice(0, MOST_TOLD);
  if (results.length > 1) say(`The slowest: ${slowest.map(({ file, seconds }) => `${file} ${seconds} s`).join(', ')}`);
  for (const { file, passed, failed, skipped } of results) {
    sum.passed += passed;
    sum.failed += failed;
    if (skipped > 0 && inCi) fail(`${file}: ${skipped} skipped`, skipped);
    if (passed + failed + skipped === 0) fail(`${file}: no test in it`);
  }
  const missing = files.filter((file) => !results.some((one) => one.file === file));
  for (const file of missing) fail(`${file}: did not end (${ended})`);
  if (ended === 'still open') say(`Jest did not end by itself after the last of ${part.name}: something was left open.`);
  else if (ended !== 0 && missing.length === 0 && results.every(({ failed }) => failed === 0)) fail(`${part.name}: Jest ended with ${ended}`);
}

async function runJest(part, files, workers, folder, postgres) {
  const tally = join(folder, 'tally');
  writeFileSync(tally, '');
  const ended = await runAlone(
    [
      'node_modules/jest/bin/jest.js', '--runTestsByPath', ...files,
      '--reporters=default', `--reporters=${join(root, 'test/support/tally.mjs')}`,
      `--testTimeout=${part.timeout}`, ...(workers === 1 ? ['--runInBand'] : [`--maxWorkers=${workers}`]),
      ...(inCi ? ['--ci'] : []),
    ],
    part.limit,
    { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning', FOYER_TEST_POSTGRES: postgres, FOYER_TEST_TALLY: tally },
    () => readResults(tally).length === files.length,
  );
  return { ended, results: readResults(tally).map((result) => ({ ...result, file: relative(root, result.file) })) };
}

function readResults(tally) {
  return readFileSync(tally, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

/** Runs a program of Node's with a time limit; its whole process group goes with it. */
function runAlone(args, limit, env = {}, finished = () => false) {
  return new Promise((resolve) => {
    const child = spawn(node24(), args, {
      cwd: root, stdio: ['ignore', 'inherit', 'inherit'], detached: true, env: { ...process.env, PATH: pathWithNode24(), ...env },
    });
    let why = null;
    const end = (reason) => {
      why ??= reason;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch { /* gone */ }
    };
    const interrupted = () => end('interrupted');
    process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
    const timer = setTimeout(() => end(`its ${limit / 60_000} minutes were over`), limit);
    let since = null;
    const watch = setInterval(() => {
      if (finished()) since ??= Date.now();
      if (since && Date.now() - since > 30_000) end('still open');
    }, 1_000);
    child.on('error', (error) => (why ??= error.message));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      clearInterval(watch);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      resolve(why ?? signal ?? code);
    });
  });
}

function fail(complaint, count = 1) {
  sum.failed += count;
  complaints.push(complaint);
}

function finish() {
  if (sum.passed + sum.failed === 0) fail(patterns.length ? `No spec matches ${patterns.join(', ')}.` : 'There was nothing to run.');
  if (complaints.length > 0) say(`\n${complaints.join('\n')}`);
  if (unsteady.length > 0) say(`\nPassed only alone: ${unsteady.join(', ')}`);
  say(`\n${sum.passed} passed, ${sum.failed} failed`);
  process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1);
}
