import { join } from 'node:path';
import pg from 'pg';
import { postgresAccount } from './accounts.ts';
import type { Recipe } from './part.ts';
import { clearStalePid, initialise, placeOf, programs } from './postgres-data.ts';

/** One PostgreSQL server of ours. */
export interface Cluster {
  /** Its data; made when it is not there. */
  readonly data: string;
  readonly port: number;
  readonly password: string;
  readonly log: string;
  readonly pidFile?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** PostgreSQL as one runs it on loopback: no socket file, room for several instances, quiet about people. */
const settings = (port: number): Record<string, string> => ({
  listen_addresses: '127.0.0.1',
  port: String(port),
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The detail of a refused row, and the text of a failed statement, would put addresses into the log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
});

/** The address for a client. */
export const clusterUrl = (cluster: Pick<Cluster, 'port' | 'password'>, database: string, user = 'postgres'): string =>
  `postgres://${user}:${cluster.password}@127.0.0.1:${cluster.port}/${database}`;

/** How the cluster is started; what a crash left behind is put in order before each start. */
export function postgres(cluster: Cluster): Recipe {
  const account = postgresAccount(cluster.data);
  const bin = programs(account);
  const data = placeOf(cluster.data, account);
  const options = { ...settings(cluster.port), ...cluster.settings };
  return {
    name: 'PostgreSQL',
    command: join(bin, 'postgres'),
    args: ['-D', data, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    cwd: '/',
    ...account,
    log: cluster.log,
    ...(cluster.pidFile ? { pidFile: cluster.pidFile } : {}),
    before: async () => {
      initialise(data, cluster.password, bin, account);
      await clearStalePid(data);
    },
    ready: async () => (await query(clusterUrl(cluster, 'postgres'), 'select 1')).length === 1,
    readyWithin: 60_000,
    stopSignal: 'SIGINT',
    stopWithin: 15_000,
    hurrySignal: 'SIGQUIT',
  };
}

/** Makes a database that belongs to a plain user of the same name, unless both are there. */
export async function createOwnedDatabase(cluster: Pick<Cluster, 'port' | 'password'>, name: string): Promise<string> {
  const url = clusterUrl(cluster, 'postgres');
  const missing = async (text: string) => (await query(url, text, [name])).length === 0;
  if (await missing('select 1 from pg_roles where rolname = $1')) await query(url, `create role ${name}`);
  await query(url, `alter role ${name} login password '${cluster.password}'`);
  if (await missing('select 1 from pg_database where datname = $1')) await query(url, `create database ${name} owner ${name}`);
  return clusterUrl(cluster, name, name);
}

/** One statement on a connection of its own. */
export async function query(url: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000, query_timeout: 30_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}
