import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from '../../embedded/app.ts';
import { Part } from '../../embedded/part.ts';
import { freePort } from '../../embedded/ports.ts';
import type { TestJanus } from './janus.ts';

/** The built product, as a process of its own. */
export interface TestProduct {
  /** Its origin, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly pid: number | null;
  /** What it has written so far. */
  log(): string;
  /** As a deploy ends it: SIGTERM, and time to finish. */
  stop(): Promise<void>;
  /** As a power cut ends it; or SIGSTOP, SIGCONT. */
  kill(signal?: NodeJS.Signals): void;
  /** Ends it if it still runs, and starts it again on the same port. */
  restart(): Promise<void>;
}

/** Anyone may make accounts, and rate limits are out of the way, unless `env` says otherwise. */
export async function startProduct(options: {
  databaseUrl: string;
  smtpUrl: string;
  janus?: Pick<TestJanus, 'url' | 'apiSecret' | 'adminKey'>;
  env?: Record<string, string>;
}): Promise<TestProduct> {
  const { databaseUrl, smtpUrl, janus } = options;
  const port = Number(options.env?.['PORT'] ?? (await freePort()));
  const folder = mkdtempSync(join(tmpdir(), 'foyer-test-product-'));
  const log = join(folder, 'log');
  const part = new Part(app({
    port, log,
    env: {
      DATABASE_URL: databaseUrl,
      SMTP_URL: smtpUrl,
      JANUS_URL: janus?.url ?? '',
      JANUS_API_SECRET: janus?.apiSecret ?? '',
      JANUS_ADMIN_KEY: janus?.adminKey ?? '',
      PUBLIC_URL: `http://localhost:${port}`,
      FOYER_SECRET: 'a secret for tests, of more than 32 characters',
      SIGN_UP: 'open',
      RATE_LIMIT_FACTOR: '10000',
      ...options.env,
    },
  }));
  await part.start();
  return {
    url: `http://localhost:${port}`,
    port,
    get pid() {
      return part.pid;
    },
    log: () => readFileSync(log, 'utf8'),
    stop: async () => {
      await part.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    kill: (signal = 'SIGKILL') => part.kill(signal),
    restart: async () => {
      await part.stop();
      await part.start();
    },
  };
}
