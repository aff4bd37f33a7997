import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** The user and group that a part runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export const weAreRoot = process.getuid?.() === 0;

function look(name: string): Account | null {
  const ask = (flag: string) => spawnSync('id', [flag, name], { encoding: 'utf8' });
  const uid = ask('-u');
  return uid.status === 0 ? { uid: Number(uid.stdout), gid: Number(ask('-g').stdout) } : null;
}

/** Janus's: the user without rights. */
export const nobody = (): Account | undefined => (weAreRoot ? (look('nobody') ?? { uid: 65_534, gid: 65_534 }) : undefined);

/** PostgreSQL refuses root. It runs as the owner of its data, else as `postgres`, who is made if missing. */
export function postgresAccount(data: string): Account | undefined {
  if (!weAreRoot) return undefined;
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const found = look('postgres');
  if (found) return found;
  const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], { encoding: 'utf8' });
  const fresh = look('postgres');
  if (!fresh) throw new Error(`PostgreSQL does not run as root, and no user "postgres" could be made: ${made.stderr}`);
  return fresh;
}

/** Whether that user can do it: asked by trying, since a closed folder anywhere above is enough to forbid it. */
export const may = (account: Account | undefined, command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { ...account, cwd: '/', stdio: 'ignore' }).status === 0;

/** Where root puts what its unprivileged parts must reach, when the project lies in a closed folder (as /root is). */
export const openPlace = '/var/lib/foyer';

/** The place there for what was meant for that path. */
export const openPlaceFor = (path: string): string => join(openPlace, createHash('sha256').update(path).digest('hex').slice(0, 12));
