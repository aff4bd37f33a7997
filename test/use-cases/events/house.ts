import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import { MikroORM, RequestContext, type EntityManager } from '@mikro-orm/postgresql';
import type { Type } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Principal } from '../../../src/identity/principal.js';
import { startPostgres } from '../../support/postgres.js';

export const ADA: Principal = {
  kind: 'organizer', userId: 'ada', name: 'Ada Lovelace', email: 'ada@example.org', workspaceId: randomUUID(), workspaceName: 'Ada', role: 'owner', via: 'api-key', scope: 'write', addressConfirmed: true, newcomer: false,
};

export type EventHouse = Awaited<ReturnType<typeof openEventHouse>>;

/** The whole application without its surface, on a real database, with subscribers of the test's own. */
export async function openEventHouse(name: string, subscribers: Type[] = []) {
  const cluster = await startPostgres();
  const databaseUrl = await cluster.createDatabase(name);
  const { Module } = await import('@nestjs/common');
  const { Test } = await import('@nestjs/testing');
  const { FastifyAdapter } = await import('@nestjs/platform-fastify');
  const { AppModule } = await import('../../../src/app.module.js');
  const { Configuration } = await import('../../../src/platform/config/configuration.js');
  const { DeliverEvents } = await import('../../../src/platform/events/deliver-events.js');
  const { SocketAdapter } = await import('../../../src/platform/realtime/socket-adapter.js');
  const configuration = new Configuration({ DATABASE_URL: databaseUrl, SMTP_URL: 'smtp://127.0.0.1:1', FOYER_SECRET: 'a secret for tests, and for nothing else', PUBLIC_URL: 'http://foyer.test', SIGN_UP: 'open' });
  class OfTheTest {}
  Module({ providers: subscribers })(OfTheTest);
  const testing = await Test.createTestingModule({ imports: [AppModule, OfTheTest] }).overrideProvider(Configuration).useValue(configuration).compile();
  const app = testing.createNestApplication(new FastifyAdapter(), { logger: process.env['LOG'] ? undefined : false });
  app.useWebSocketAdapter(new SocketAdapter(app, configuration));
  await app.init();
  const orm = app.get(MikroORM, { strict: false });
  const database = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  database.on('error', () => undefined);

  const until = async <Answer>(what: string, look: () => Promise<Answer | null | undefined | false>, within = 30_000): Promise<Answer> => {
    for (const end = Date.now() + within; ; ) {
      const found = await look();
      if (found) return found;
      if (Date.now() > end) throw new Error(`Not within ${within} ms: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  const jobs = async (queue: string, states: string[]) => (await database.query<{ data: { facts: Record<string, unknown> }; state: string }>('select data, state from pgboss.job where name = $1 and state = any($2::pgboss.job_state[])', [queue, states])).rows;

  return {
    app, orm, database, until, jobs,
    get em(): EntityManager {
      return orm.em.fork();
    },
    boss: () => (app.get(DeliverEvents, { strict: false }) as unknown as { boss: { fail: (...args: unknown[]) => Promise<unknown> } }).boss,
    /** As a request would: with an identity map of its own. */
    execute: <Result>(command: Command<Result>): Promise<Result> => RequestContext.create(orm.em, () => app.get(CommandBus, { strict: false }).execute(command)),
    settled: (within?: number) => until('every fact is heard', async () => (await database.query(`select from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%'`)).rowCount === 0, within),
    close: async () => {
      await app.close();
      await database.end();
      await cluster.stop();
    },
  };
}

export const draft = (title = 'Pottery') => ({
  title, description: '', theme: 'meeting' as const, wallTime: new Date(Date.now() + 86_400_000).toISOString().slice(0, 16), timeZone: 'UTC', durationMinutes: 60, fields: [] as [] | null,
});
