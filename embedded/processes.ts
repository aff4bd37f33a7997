import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/**
 * A process is its number *and* the moment it began: numbers come round again, above all in a container
 * that is started anew. Null when there is no such process (or no /proc to ask).
 */
export function identityOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold anything; the 20th field behind it is the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${pid} ${fields[19]} ${boot}`;
  } catch {
    return null;
  }
}

/** What it was started with, for people and for a second look before anything is ended. */
export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** Those that stand in that folder: PostgreSQL's all stand in their data. */
export function processesIn(folder: string): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  });
}

/** Ends a process: asks first, and forces it when the patience is over. Resolves when it is gone. */
export async function endProcess(pid: number, signal: NodeJS.Signals, patience: number): Promise<void> {
  const identity = identityOf(pid);
  const send = (one: NodeJS.Signals) => {
    try {
      process.kill(pid, one);
    } catch { /* gone meanwhile */ }
  };
  const gone = async (within: number) => {
    for (const until = Date.now() + within; Date.now() < until; await new Promise((next) => setTimeout(next, 50))) {
      if (identityOf(pid) !== identity) return true;
    }
    return false;
  };
  if (identity === null) return;
  send(signal);
  if (await gone(patience)) return;
  send('SIGKILL');
  await gone(5_000);
}
