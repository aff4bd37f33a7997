import { MikroORM } from '@mikro-orm/postgresql';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Global, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { ScheduleModule } from '@nestjs/schedule';
import { Configuration } from './config/configuration.js';
import { Sealer } from './config/sealed.js';
import { databaseOptions, type Rooms } from './database/database.js';
import { DirectDatabase } from './database/direct-database.js';
import { migrate } from './database/migrate.js';
import { Retention } from './database/retention.js';
import { DeliverEvents } from './events/deliver-events.js';
import { Outbox } from './events/outbox.js';
import { StoredFacts } from './events/stored-facts.js';
import { Subscriptions } from './events/subscriptions.js';
import { Audit } from './http/audit.js';
import { FrontPagesController } from './http/front-pages.controller.js';
import { HealthController } from './http/health.controller.js';
import { KeptAnswers } from './http/kept-answers.js';
import { Metrics, MetricsController } from './http/metrics.js';
import { Pages } from './http/pages.js';
import { RateLimit } from './http/rate-limit.js';
import { Readiness } from './http/readiness.js';
import { Clock, SystemClock } from './model/clock.js';
import { Announcements } from './realtime/announcements.js';
import { Instance } from './realtime/instance.js';
import { Strangers } from './realtime/strangers.js';

@Global()
@Module({
  providers: [
    Outbox,
    { provide: Configuration, useFactory: () => new Configuration() },
    { provide: Sealer, useFactory: (configuration: Configuration) => new Sealer(configuration.secret), inject: [Configuration] },
    { provide: Clock, useClass: SystemClock },
  ],
  exports: [Outbox, Configuration, Sealer, Clock],
})
class Ground {}

/** What serves all contexts and knows none: configuration, database, events, HTTP, sockets. */
@Global()
@Module({})
export class PlatformModule implements OnModuleInit {
  constructor(private readonly orm: MikroORM) {}

  /** Tables and migrations are the contexts' own, handed in by `app.module.ts`. */
  static async with(rooms: Rooms): Promise<DynamicModule> {
    return {
      module: PlatformModule,
      imports: [
        Ground,
        CqrsModule.forRoot(),
        ScheduleModule.forRoot(),
        DiscoveryModule,
        await MikroOrmModule.forRootAsync({
          imports: [Ground],
          inject: [Configuration, Outbox],
          useFactory: (configuration: Configuration, outbox: Outbox) => databaseOptions(configuration, rooms, outbox),
          driver: (await import('@mikro-orm/postgresql')).PostgreSqlDriver,
        } as never),
      ],
      controllers: [HealthController, FrontPagesController, MetricsController],
      providers: [Subscriptions, StoredFacts, DirectDatabase, DeliverEvents, Instance, Announcements, Readiness, Pages, RateLimit, KeptAnswers, Audit, Metrics, Strangers, Retention],
      exports: [Ground, CqrsModule, DirectDatabase, Instance, Announcements, Subscriptions, StoredFacts, Readiness, Pages, RateLimit, KeptAnswers, Audit, Metrics, Strangers, Retention],
    };
  }

  async onModuleInit(): Promise<void> {
    await migrate(this.orm);
  }
}
