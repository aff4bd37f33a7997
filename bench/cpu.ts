import { readFileSync } from 'node:fs';

/** In a second: Linux counts a process's time in these. */
const TICKS = 100;

/** Milliseconds of processor that a process has had, all of its threads together. */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS;
}
