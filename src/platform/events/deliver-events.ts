import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EventBus, type IEvent, type IEventPublisher } from '@nestjs/cqrs';
import { PgBoss, type JobWithMetadata } from 'pg-boss';
import { Configuration } from '../config/configuration.js';
import type { DomainEvent } from '../model/domain-event.js';
import { Outbox, queueTransaction } from './outbox.js';
import { Subscriptions, type StoredFact, type Subscription } from './subscriptions.js';

/**
 * The queue hands these on to `pg`. A connection that died without a word (a firewall that forgot it, a machine
 * that lost power) is given up within seconds: otherwise a worker would wait for its answer for a quarter of an hour.
 */
const POOL = { connectionTimeoutMillis: 2_000, query_timeout: 5_000, keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

export const DEAD_LETTERS = 'dead-letters';

/** Calls one named subscriber, awaits it and lets its error out: the CQRS bus's own publisher forgets both. */
class OneSubscriber implements IEventPublisher {
  publish<Event extends IEvent>(event: Event, to?: unknown): Promise<void | (() => void)> {
    return (to as Subscription).subscriber.handle(event as unknown as DomainEvent);
  }

  publishAll<Event extends IEvent>(events: Event[], to?: unknown): Promise<void | (() => void)> {
    return (to as Subscription).subscriber.handleTogether!(events as unknown as DomainEvent[]);
  }
}

/**
 * The way of a fact from the database to its subscribers: fetches stored jobs, runs each one's subscriber
 * through the CQRS event bus in a transaction of its own, and completes the job inside that transaction.
 */
@Injectable()
export class DeliverEvents implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Events');
  private readonly workers = new Map<string, string>();
  private boss!: PgBoss;

  constructor(
    private readonly em: EntityManager,
    private readonly configuration: Configuration,
    private readonly bus: EventBus,
    private readonly outbox: Outbox,
    private readonly subscriptions: Subscriptions,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.bus.publisher = new OneSubscriber();
    this.boss = new PgBoss({
      connectionString: this.configuration.databaseUrl,
      max: 4,
      ...POOL,
      useListenNotify: false,
      superviseIntervalSeconds: 2,
      monitorIntervalSeconds: 2,
    });
    this.boss.on('error', (error) => this.log.warn(`The queue's database connection: ${error.message}`));
    await this.boss.start();
    await this.boss.createQueue(DEAD_LETTERS, { deleteAfterSeconds: 0 });
    this.outbox.connect(this.boss, this.subscriptions, (queue) => {
      const worker = this.workers.get(queue);
      if (worker) this.boss.notifyWorker(worker);
    });
    for (const subscription of this.subscriptions.all()) await this.work(subscription);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 10_000, close: true });
  }

  private async work(subscription: Subscription): Promise<void> {
    const { queue } = subscription;
    await this.boss.createQueue(queue, {
      expireInSeconds: 10,
      retryLimit: 20,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 300,
      deadLetter: DEAD_LETTERS,
      deleteAfterSeconds: 3600,
    });
    const worker = await this.boss.work(
      queue,
      { batchSize: 50, includeMetadata: true, burstWhenBatchFull: true, pollingIntervalSeconds: 1 },
      async (jobs: JobWithMetadata<StoredFact>[]) => {
        if (jobs.length > 1 && (await this.together(subscription, jobs))) return;
        const untold: unknown[] = [];
        for (const job of jobs) await this.once(subscription, job).catch((error: unknown) => untold.push(error));
        // Returning completes whatever is still claimed: what could not even be called failed must not look done.
        if (untold.length > 0) throw untold[0];
      },
    );
    this.workers.set(queue, worker);
  }

  /**
   * Many facts, one subscriber that can take them at once, one transaction.
   *
   * @returns false when it cannot, or nothing came of it: then each is told by itself.
   */
  private async together(subscription: Subscription, jobs: readonly JobWithMetadata<StoredFact>[]): Promise<boolean> {
    if (!subscription.subscriber.handleTogether) return false;
    try {
      await this.transacted(subscription, jobs, (events) => this.bus.publishAll(events, subscription) as unknown as Promise<void | (() => void)>);
      return true;
    } catch (error) {
      this.log.warn(`${subscription.queue}, ${jobs.length} together: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }

  /**
   * One fact, one subscriber, one transaction. A failing job fails alone and is tried again.
   *
   * @throws what kept the failure from being written down.
   */
  private async once(subscription: Subscription, job: JobWithMetadata<StoredFact>): Promise<void> {
    try {
      await this.transacted(subscription, [job], ([event]) => this.bus.publish(event!, subscription) as unknown as Promise<void | (() => void)>);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.log.error(`${subscription.queue}, attempt ${job.retryCount + 1}: ${message}`);
      await this.boss.fail(subscription.queue, attemptOf(job), { message });
    }
  }

  /** What is told and that it was told, both or neither; then what is to be done after the commit. */
  private async transacted(subscription: Subscription, jobs: readonly JobWithMetadata<StoredFact>[], tell: (events: DomainEvent[]) => Promise<void | (() => void)>): Promise<void> {
    const afterCommit = await this.em.fork().transactional(async (em) => {
      const after = await tell(jobs.map(({ data }) => this.subscriptions.eventOf(subscription, data)));
      await em.flush();
      const { affected } = (await this.boss.complete(subscription.queue, jobs.map(attemptOf), undefined, queueTransaction(em as EntityManager))) as { affected: number };
      // A worker that outlived its claim must not commit what its successor commits too.
      if (affected !== jobs.length) throw new Error('the claim was lost to another attempt');
      return after;
    });
    afterCommit?.();
  }
}

const attemptOf = ({ id, retryCount }: JobWithMetadata<StoredFact>): { id: string; retryCount: number } => ({ id, retryCount });
