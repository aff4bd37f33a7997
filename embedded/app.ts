import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './folder.ts';
import type { Recipe } from './part.ts';

/** The product itself, as it was built. */
export interface App {
  readonly port: number;
  /** What it is told beside what the environment of this process says. */
  readonly env: Readonly<Record<string, string>>;
  readonly log: string;
  readonly pidFile?: string;
}

/** How it is started. It has 25 s to finish what it has begun. */
export function app({ port, env, log, pidFile }: App): Recipe {
  const main = join(root, 'dist', 'server', 'start.js');
  if (!existsSync(main)) throw new Error('The product is not built yet: npm run build');
  const host = env['HOST'] ?? process.env['HOST'] ?? '127.0.0.1';
  const { NODE_OPTIONS: _jest, NODE_ENV: _test, ...inherited } = process.env;
  return {
    name: 'The product',
    command: process.execPath,
    args: [main],
    cwd: root,
    env: { NODE_ENV: 'production', NO_COLOR: '1', ...inherited, ...env, PORT: String(port) },
    log,
    ...(pidFile ? { pidFile } : {}),
    ready: async () => (await fetch(`http://${hostToAsk(host)}:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok,
    readyWithin: 60_000,
    stopSignal: 'SIGTERM',
    stopWithin: 25_000,
  };
}

/** Where a program on this machine reaches what listens on that address. */
export const hostToAsk = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
