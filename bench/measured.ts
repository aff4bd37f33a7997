import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from '../embedded/folder.ts';

/** What one path found: the line that the run ends with. */
export interface Result {
  readonly path: string;
  readonly ours: object;
  readonly floor: object;
  /** The median of ours divided by the floor's, of the quantity that the goal names; null where there is no floor. */
  readonly ratio: number | null;
  /** That the work was done. */
  readonly counts: object;
  /** Null, and `met` with it, at a size without a goal. */
  readonly goal: object | null;
  readonly met: boolean | null;
  readonly versions: object;
}

export interface Measured {
  readonly result: Result;
  /** For people. */
  readonly table: string;
  /** What was not done: the run fails for these alone, never for a time. */
  readonly complaints: readonly string[];
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function quantile(values: readonly number[] | Float64Array, q: number): number {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return NaN;
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at - Math.floor(at));
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** Milliseconds of the clock that all processes of a machine share. */
export function now(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}

export const pause = (ms: number): Promise<void> => new Promise((next) => setTimeout(next, ms));

/** Asks until it is true. */
export async function until(what: string, met: () => Promise<boolean> | boolean, withinMs: number, everyMs = 100): Promise<void> {
  for (const end = now() + withinMs; !(await met()); await pause(everyMs)) {
    if (now() > end) throw new Error(`Not within ${withinMs / 1_000} s: ${what}.`);
  }
}

/** `--name value` among the options, as a whole number of at least `least`. */
export function numberOf(options: readonly string[], name: string, otherwise: number, least = 1): number {
  const at = options.indexOf(`--${name}`);
  if (at < 0) return otherwise;
  const value = Number(options[at + 1]);
  if (!Number.isInteger(value) || value < least) throw new Error(`--${name} wants a whole number of at least ${least}.`);
  return value;
}

export const wordOf = (options: readonly string[], name: string): string | undefined => {
  const at = options.indexOf(`--${name}`);
  return at < 0 ? undefined : options[at + 1];
};

export function versionsOf(...packages: string[]): Record<string, string | number> {
  const known = packages.map((name) => {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string };
    return [name, version] as const;
  });
  return { node: process.versions.node, ...Object.fromEntries(known), cores: availableParallelism() };
}

/** Columns of equal width, the first to the left. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const texts = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? String(round(cell, cell < 100 ? 2 : 0)) : cell)));
  const widths = texts[0]!.map((_, column) => Math.max(...texts.map((row) => row[column]!.length)));
  return texts.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('   ')).join('\n');
}
