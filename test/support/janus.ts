import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findJanus, janus } from '../../embedded/janus.ts';
import { Part } from '../../embedded/part.ts';
import { freePort } from '../../embedded/ports.ts';

/** A real Janus for tests, configured as `npm start` configures it. */
export interface TestJanus {
  readonly url: string;
  readonly apiSecret: string;
  readonly adminKey: string;
  readonly pid: number | null;
  /** What it has written so far. */
  log(): string;
  kill(signal?: NodeJS.Signals): void;
  /** Starts it again after `kill`, on the same port with the same secrets. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function startJanus(): Promise<TestJanus> {
  const program = findJanus();
  if (!program) throw new Error('These tests need Janus: apt-get install janus (see README.md; its own service must not run).');
  const folder = mkdtempSync(join(tmpdir(), 'foyer-test-janus-'));
  chmodSync(folder, 0o711);
  const secret = () => randomBytes(24).toString('base64url');
  const server = { folder: join(folder, 'configuration'), port: await freePort(), apiSecret: secret(), adminKey: secret(), log: join(folder, 'log') };
  const part = new Part(janus(program, server));
  await part.start();
  return {
    url: `ws://127.0.0.1:${server.port}`,
    apiSecret: server.apiSecret,
    adminKey: server.adminKey,
    get pid() {
      return part.pid;
    },
    log: () => readFileSync(server.log, 'utf8'),
    kill: (signal = 'SIGKILL') => part.kill(signal),
    start: () => part.start(),
    stop: async () => {
      await part.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
