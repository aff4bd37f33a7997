import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { MikroORM } from '@mikro-orm/postgresql';
import supertest from 'supertest';
import { KeptAnswers as KeptAnswersTable } from '../../../migrations/2026-11-25-kept-answers.js';
import { MailAllowance } from '../../../migrations/2026-11-25-mail-allowance.js';
import { Platform } from '../../../migrations/2026-11-22-platform.js';
import { Configuration } from '../../../src/platform/config/configuration.js';
import { Sealer } from '../../../src/platform/config/sealed.js';
import { databaseOptions } from '../../../src/platform/database/database.js';
import { DirectDatabase } from '../../../src/platform/database/direct-database.js';
import { migrate } from '../../../src/platform/database/migrate.js';
import { Clock, SystemClock } from '../../../src/platform/model/clock.js';
import { Outbox } from '../../../src/platform/events/outbox.js';
import { KeptAnswers } from '../../../src/platform/http/kept-answers.js';
import { ProblemFilter } from '../../../src/platform/http/problem.js';
import { RateLimit } from '../../../src/platform/http/rate-limit.js';
import { bodyValidation } from '../../../src/platform/http/validation.js';

export const ADA = { name: 'Ada Lovelace', email: 'ada@example.org', password: 'analytical engine' };
export const GRACE = { name: 'Grace Hopper', email: 'grace@example.org', password: 'nanoseconds of wire' };

export interface IdentityApp {
  readonly app: NestFastifyApplication;
  /** Speaks as a program does: no Origin, no cookie but those given. */
  readonly http: ReturnType<typeof supertest>;
  stop(): Promise<void>;
}

/** The identity context alone, on a real database, with the settings given. */
export async function startIdentity(databaseUrl: string, settings: Record<string, string> = {}): Promise<IdentityApp> {
  const configuration = new Configuration({
    DATABASE_URL: databaseUrl,
    SMTP_URL: 'smtp://127.0.0.1:1',
    FOYER_SECRET: 'a secret for tests, and for nothing else',
    PUBLIC_URL: 'http://foyer.test',
    SIGN_UP: 'open',
    ...settings,
  });

  const orm = await MikroORM.init({
    ...databaseOptions(configuration, { tables: [], migrations: [{ name: 'platform', class: Platform }, { name: 'kept-answers', class: KeptAnswersTable }, { name: 'mail-allowance', class: MailAllowance }] }, new Outbox()),
    logger: () => undefined,
  });
  await migrate(orm);
  const direct = new DirectDatabase(configuration);

  @Global()
  @Module({
    providers: [
      { provide: Configuration, useValue: configuration },
      { provide: Clock, useClass: SystemClock },
      { provide: DirectDatabase, useValue: direct },
      { provide: RateLimit, useValue: new RateLimit(direct, configuration) },
      { provide: KeptAnswers, useValue: new KeptAnswers(direct, configuration, new Sealer(configuration.secret)) },
    ],
    exports: [Configuration, Clock, RateLimit, KeptAnswers, DirectDatabase],
  })
  class Ground {}

  // Later than Nest itself: the mail module is CommonJS and requires it.
  const { IdentityModule } = await import('../../../src/identity/identity.module.js');
  const testing = await Test.createTestingModule({ imports: [Ground, IdentityModule] }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  app.useGlobalPipes(bodyValidation());
  app.useGlobalFilters(new ProblemFilter());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { app, http: supertest(app.getHttpServer()), stop: async () => { await app.close(); await orm.close(); } };
}

/** The session cookie of an answer, as a browser would send it back. */
export const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
  (answer.headers['set-cookie'] as string[]).map((line) => line.split(';')[0]).join('; ');
