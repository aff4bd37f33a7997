import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, identityOf } from './processes.ts';

/** What stands in a pid file. */
interface Written {
  readonly pid: number;
  readonly identity: string | null;
  readonly signal?: NodeJS.Signals;
}

const written = (file: string): Written | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Written;
  } catch {
    return null;
  }
};

/** The process of a pid file, if it is still that one and not a later owner of its number. */
export function processOf(file: string): number | null {
  const one = existsSync(file) ? written(file) : null;
  return one?.identity && identityOf(one.pid) === one.identity ? one.pid : null;
}

/** Ends what an earlier launcher started and could not end, because it was killed itself. */
export async function endOrphans(folder: string): Promise<number> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.pid')).map((name) => join(folder, name));
  const ended = await Promise.all(files.map(async (file) => {
    const pid = processOf(file);
    if (pid) await endProcess(pid, written(file)?.signal ?? 'SIGTERM', 15_000);
    rmSync(file, { force: true });
    return pid !== null;
  }));
  return ended.filter(Boolean).length;
}
