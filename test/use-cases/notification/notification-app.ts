import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { Test } from '@nestjs/testing';
import pg from 'pg';
import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { migrations } from '../../../migrations/index.js';
import type { Principal } from '../../../src/identity/principal.js';
import { IdentityModule } from '../../../src/identity/identity.module.js';
import { NotificationModule } from '../../../src/notification/notification.module.js';
import { Configuration } from '../../../src/platform/config/configuration.js';
import { DirectDatabase } from '../../../src/platform/database/direct-database.js';
import { Outbox } from '../../../src/platform/events/outbox.js';
import { ProblemFilter } from '../../../src/platform/http/problem.js';
import { bodyValidation } from '../../../src/platform/http/validation.js';
import type { DomainEvent } from '../../../src/platform/model/domain-event.js';
import { PlatformModule } from '../../../src/platform/platform.module.js';
import { RegistrationModule } from '../../../src/registration/registration.module.js';
import { RegisterAttendee } from '../../../src/registration/register-attendee.js';
import { registrationTables } from '../../../src/registration/tables.js';
import { CancelSession } from '../../../src/scheduling/cancel-session.js';
import { EditSession } from '../../../src/scheduling/edit-session.js';
import { FollowZoneRules } from '../../../src/scheduling/follow-zone-rules.js';
import type { Session } from '../../../src/scheduling/model/session.js';
import { ScheduleSession } from '../../../src/scheduling/schedule-session.js';
import { StartSession } from '../../../src/scheduling/start-session.js';
import { SchedulingModule } from '../../../src/scheduling/scheduling.module.js';
import { schedulingTables } from '../../../src/scheduling/tables.js';

export const ADA: Principal = {
  kind: 'organizer', userId: 'ada', name: 'Ada Lovelace', email: 'ada@example.org', workspaceId: randomUUID(), workspaceName: 'Ada', role: 'owner', via: 'api-key', scope: 'write', addressConfirmed: true, newcomer: false,
};

/** A row of the ledger with its recipient's address. */
export interface LedgerRow {
  id: string; kind: string; status: string; sequence: number; email: string; attempts: number; last_answer: string | null; sent_at: Date | null; next_try_at: Date; minutes_before: number | null; reason: string | null; bounce: string | null;
}

export type NotificationApp = Awaited<ReturnType<typeof startNotification>>;

/** Scheduling, Registration and Notification together, as the app has them, on a real database and a real SMTP server. */
export async function startNotification(databaseUrl: string, smtpUrl: string, settings: Record<string, string> = {}) {
  const configuration = new Configuration({
    DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl, FOYER_SECRET: 'a secret for tests, and for nothing else',
    PUBLIC_URL: 'http://foyer.test', MAIL_FROM: 'invites@foyer.test', SIGN_UP: 'open', UPDATE_HOLD_SECONDS: '0', ...settings,
  });
  const testing = await Test.createTestingModule({
    imports: [
      PlatformModule.with({ tables: [...schedulingTables, ...registrationTables] as never, migrations }),
      IdentityModule, SchedulingModule, RegistrationModule, NotificationModule,
    ],
  }).overrideProvider(Configuration).useValue(configuration).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: process.env['LOG'] ? undefined : false });
  app.useGlobalPipes(bodyValidation());
  app.useGlobalFilters(new ProblemFilter());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const { em } = app.get(MikroORM, { strict: false });
  /** As a request would: each command with an identity map of its own. */
  const execute = <Result>(command: Command<Result>): Promise<Result> => RequestContext.create(em, () => app.get(CommandBus).execute(command));
  const database = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  database.on('error', () => undefined);

  const until = async <Answer>(what: string, look: () => Promise<Answer | null | undefined | false>, within = 30_000): Promise<Answer> => {
    const end = Date.now() + within;
    for (;;) {
      const found = await look();
      if (found) return found;
      if (Date.now() > end) throw new Error(`Not within ${within} ms: ${what}. The ledger: ${JSON.stringify(await ledger(), null, 1)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const ledger = async (sessionId?: string): Promise<LedgerRow[]> =>
    (await database.query(
      `select d.*, r.email from notification.delivery d join notification.recipient r on r.id = d.recipient_id
        where $1::uuid is null or d.session_id = $1 order by d.created_at, d.sequence`, [sessionId ?? null])).rows as LedgerRow[];

  return {
    app, execute, database, ledger, until, http: supertest(app.getHttpServer()),
    /** Starts so many minutes from now. */
    schedule: (inMinutes: number, draft: Partial<ScheduleSession['draft']> = {}): Promise<Session> =>
      execute(new ScheduleSession({
        title: 'Pottery', description: 'Bring clay.', theme: 'webinar', timeZone: 'UTC', durationMinutes: 60, fields: [], wallTime: wallTime(inMinutes), ...draft,
      } as ScheduleSession['draft'], ADA)),
    edit: (session: Session, changes: EditSession['changes']): Promise<Session> => execute(new EditSession(session.id, changes, session.version, ADA)),
    lookForZoneRules: (): Promise<void> => app.get(FollowZoneRules, { strict: false }).look(),
    cancel: (session: Session): Promise<Session> => execute(new CancelSession(session.id, ADA)),
    startSession: (session: Session): Promise<Session> => execute(new StartSession(session.id, ADA)),
    register: (session: Session, email: string, name = email.split('@')[0]!, from: { timeZone?: string; locale?: string } = {}): Promise<unknown> =>
      execute(new RegisterAttendee(session.slug, { email, name, answers: {}, timeZone: 'America/New_York', locale: 'en', ...from })),
    /** Facts as they lie in the queue, in whatever order a test wants. */
    publish: async (...events: DomainEvent[]): Promise<void> => {
      const outbox = app.get(Outbox, { strict: false });
      outbox.wakeAll(await app.get(DirectDatabase, { strict: false }).transaction((transaction) => outbox.store(events, transaction)));
    },
    /** A cookie of a new organizer, and their workspace. */
    organizer: async (name: string): Promise<{ cookie: string; email: string; workspaceId: string; adopt: (session: Session) => Promise<unknown> }> => {
      const email = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}@example.org`;
      const { headers, body } = await supertest(app.getHttpServer()).post('/api/identity/sign-up').send({ name, email, password: 'not the engine' });
      const cookie = (headers['set-cookie'] as unknown as string[]).map((line) => line.split(';')[0]).join('; ');
      const { workspaceId } = body as { workspaceId: string };
      return { cookie, email, workspaceId, adopt: (session) => database.query('update scheduling.session set workspace_id = $2 where id = $1', [session.id, workspaceId]) };
    },
    /** Until nothing waits in the queue of facts. */
    settled: () => until('the facts handled', async () =>
      (await database.query(`select 1 from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%' limit 1`)).rowCount === 0),
    stop: async () => { await app.close(); await database.end(); },
  };
}

export const wallTime = (inMinutes: number): string => new Date(Date.now() + inMinutes * 60_000).toISOString().slice(0, 16);
