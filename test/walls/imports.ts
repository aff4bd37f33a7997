import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Broken {
  rule: string;
  from: string;
  to: string;
}

const home = join(import.meta.dirname, '../..');
const config = join(home, '.dependency-cruiser.cjs');

export const rulesOfImports = (): { name: string }[] => (createRequire(import.meta.url)(config) as { forbidden: { name: string }[] }).forbidden;

export const broken = ({ rule, from, to }: Broken): string => `${rule}: ${from} → ${to}`;

/** What the rules say of a house; as a process of its own, with the command that a person would type. */
export async function violationsIn(root: string): Promise<{ violations: string[]; cruised: number }> {
  const folders = ['src', 'web', 'client', 'embedded', 'migrations'].filter((folder) => existsSync(join(root, folder)));
  const { NODE_OPTIONS: _jest, ...env } = process.env;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(home, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), ...folders, '--config', config, '--output-type', 'json'],
    { cwd: root, env, maxBuffer: 256 * 1024 * 1024 },
  ).catch((error: { stdout?: string; stderr?: string; message: string }) => {
    // It exits with the number of violations; with nothing to read it has failed.
    if (!error.stdout?.startsWith('{')) throw new Error(error.stderr || error.message);
    return { stdout: error.stdout };
  });
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string; to: string }[]; totalCruised: number } };
  return { violations: summary.violations.map(({ rule, from, to }) => broken({ rule: rule.name, from, to })), cruised: summary.totalCruised };
}
