/**
 * `npm run mutation [-- <portion or part of a path> …]`: changes the models, the rights and the calendar file in every small
 * way, and looks whether a spec notices. It says where none did; its last words are a table and the score. What is
 * left and why stands in docs/mutation.md.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDependencies, node24, pathWithNode24, root, run, say } from '../../embedded/install.mjs';
import { portions } from './portions.mjs';

const here = join(root, 'test', 'mutation');
const stryker = join(here, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');

await installDependencies();
if (process.execPath !== node24()) await again();
await havingStryker();
const folder = mkdtempSync(join(tmpdir(), 'foyer-mutation-'));
try {
  const files = [];
  for (const [name, portion] of await chosen(process.argv.slice(2))) files.push(...(await mutated(name, portion)));
  for (const file of files) tellWhatWasNotNoticed(file);
  tellScore(files.map(({ path, mutants }) => ({ path, ...counted(mutants) })));
} catch (error) {
  say(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The same under Node 24, which the dependencies brought. */
async function again() {
  const child = spawn(node24(), process.argv.slice(1), { stdio: 'inherit' });
  process.exit(await new Promise((ended) => child.on('exit', (code) => ended(code ?? 1))));
}

/** It is heavy, and only this command needs it: it has a lock file of its own. */
async function havingStryker() {
  const wanted = JSON.parse(readFileSync(join(here, 'package-lock.json'), 'utf8')).packages;
  const written = join(here, 'node_modules', '.package-lock.json');
  const there = existsSync(written) ? JSON.parse(readFileSync(written, 'utf8')).packages : {};
  if (Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional || there[path]?.version === version)) return;
  say('Installing Stryker from its own lock file (half a minute, once) …');
  await run('npm', ['ci', '--no-audit', '--no-fund'], { log: 'install-mutation.log', cwd: here, env: { ...process.env, PATH: pathWithNode24() } });
}

/** A portion by its name; or, of whichever portion they are in, the files whose path has that part. */
async function chosen(words) {
  if (words.length === 0) return Object.entries(portions);
  const parts = words.filter((word) => !(word in portions));
  const found = [];
  for (const [name, portion] of Object.entries(portions)) {
    const mutate = words.includes(name) ? portion.mutate : (await filesOf(portion)).filter((file) => parts.some((word) => file.includes(word)));
    if (mutate.length > 0) found.push([name, { ...portion, mutate }]);
  }
  if (found.length === 0) throw new Error(`Nothing that is mutated has ${words.join(' or ')} in its path. There is: ${Object.keys(portions).join(', ')}.`);
  return found;
}

async function filesOf({ mutate }) {
  const { globSync } = await import('node:fs'); // of Node 24, as which this runs by now
  const no = mutate.filter((one) => one.startsWith('!')).map((one) => one.slice(1));
  return globSync(mutate.filter((one) => !one.startsWith('!')), { cwd: root, exclude: no });
}

async function mutated(name, { mutate, specs }) {
  say(`── ${name}`);
  const report = join(folder, `${name}.json`);
  const child = spawn(node24(), [stryker, 'run', join(here, 'stryker.config.mjs')], {
    cwd: root, stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: pathWithNode24(), FOYER_MUTATION: JSON.stringify({ mutate, specs, report }) },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
  const code = await new Promise((ended, failed) => child.on('error', failed).on('exit', ended));
  if (code !== 0) throw new Error(`Stryker ended with ${code} over ${name}.`);
  return Object.entries(JSON.parse(readFileSync(report, 'utf8')).files).map(([path, { source, mutants }]) => ({ path, source, mutants }));
}

/** Each change that every spec let pass: where, what stood there, and what instead. */
function tellWhatWasNotNoticed({ path, source, mutants }) {
  const lines = source.split('\n');
  for (const { status, mutatorName, replacement = '', location: { start, end } } of mutants) {
    if (!['Survived', 'NoCoverage'].includes(status)) continue;
    const was = start.line === end.line ? lines[start.line - 1].slice(start.column - 1, end.column - 1) : `${lines[start.line - 1].slice(start.column - 1).trim()} …`;
    say(`${path}:${start.line}:${start.column} ${mutatorName}${status === 'NoCoverage' ? ', run by no spec' : ''}: ${was} → ${replacement.replace(/\s+/g, ' ')}`);
  }
}

function counted(mutants) {
  const of = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  return { noticed: of('Killed', 'Timeout'), survived: of('Survived'), unseen: of('NoCoverage'), broken: of('CompileError', 'RuntimeError', 'Ignored') };
}

function tellScore(files) {
  const sum = files.reduce((all, { noticed, survived, unseen, broken }) => ({ path: 'all', noticed: all.noticed + noticed, survived: all.survived + survived, unseen: all.unseen + unseen, broken: all.broken + broken }));
  const score = ({ noticed, survived, unseen }) => (noticed + survived + unseen === 0 ? '–' : `${((100 * noticed) / (noticed + survived + unseen)).toFixed(1)} %`);
  const rows = [['file', 'noticed', 'survived', 'run by no spec', 'score'], ...[...files, ...(files.length > 1 ? [{ ...sum, path: 'all' }] : [])].map((one) => [one.path, one.noticed, one.survived, one.unseen, score(one)].map(String))];
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  say('');
  for (const row of rows) say(row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  '));
  say(`\nScore: ${score(sum)} (${sum.noticed} of ${sum.noticed + sum.survived + sum.unseen} changes were noticed)`);
}
