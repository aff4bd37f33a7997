import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventSubscriber, FlushEventArgs, TransactionEventArgs } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { fromKysely, type PgBoss } from 'pg-boss';
import { Aggregate } from '../model/aggregate.js';
import type { DomainEvent } from '../model/domain-event.js';
import type { StoredFact, Subscriptions } from './subscriptions.js';

type Transaction = Parameters<typeof fromKysely>[0];
/** What the queue needs of a transaction: to run its SQL in it. */
export type QueueDatabase = ReturnType<typeof fromKysely>;

/**
 * Stores what saved aggregates recorded, one job for each subscriber, inside the transaction that saves
 * them: both are there or neither. After the commit it wakes this process's workers; others find the jobs
 * by their poll.
 */
@Injectable()
export class Outbox implements EventSubscriber {
  private readonly removed = new WeakMap<object, Aggregate[]>();
  private readonly written = new WeakMap<object, Set<string>>();
  private boss?: PgBoss;
  private subscriptions?: Subscriptions;
  private wake: (queue: string) => void = () => undefined;

  /** Told once, when the queue is up: the ORM is made before the modules that subscribe. */
  connect(boss: PgBoss, subscriptions: Subscriptions, wake: (queue: string) => void): void {
    this.boss = boss;
    this.subscriptions = subscriptions;
    this.wake = wake;
  }

  /** A deleted aggregate has left the identity map by the time of the commit: it is remembered here. */
  onFlush({ em, uow }: FlushEventArgs): void {
    const gone = [...uow.getRemoveStack()].filter((entity) => entity instanceof Aggregate);
    if (gone.length > 0) this.removed.set(em, [...(this.removed.get(em) ?? []), ...gone]);
  }

  async beforeTransactionCommit({ em, transaction }: TransactionEventArgs): Promise<void> {
    const aggregates = [...(this.removed.get(em) ?? [])];
    for (const entity of em.getUnitOfWork().getIdentityMap()) if (entity instanceof Aggregate) aggregates.push(entity);
    const events = aggregates.flatMap((aggregate) => aggregate.releaseEvents());
    if (events.length === 0) return;
    const queues = await this.store(events, fromKysely(transaction as unknown as Transaction));
    this.written.set(em, queues);
  }

  afterTransactionCommit({ em }: TransactionEventArgs): void {
    this.removed.delete(em);
    for (const queue of this.written.get(em) ?? []) this.wake(queue);
    this.written.delete(em);
  }

  /**
   * Facts of a write that goes past the ORM, stored through that write's own transaction. Whoever calls it
   * wakes the returned queues after the commit (`wakeAll`).
   */
  async store(events: readonly DomainEvent[], db: QueueDatabase): Promise<Set<string>> {
    if (!this.boss || !this.subscriptions) throw new Error('Facts were recorded before the queue was up.');
    const jobs = new Map<string, { data: StoredFact }[]>();
    for (const event of events) {
      for (const { queue } of this.subscriptions.waitingFor(event)) {
        const list = jobs.get(queue) ?? [];
        list.push({ data: { event: event.storedName, facts: event.facts } });
        jobs.set(queue, list);
      }
    }
    for (const [queue, list] of jobs) await this.boss.insert(queue, list, { db });
    return new Set(jobs.keys());
  }

  wakeAll(queues: Iterable<string>): void {
    for (const queue of queues) this.wake(queue);
  }
}

/** The transaction of an entity manager in the form that the queue takes. */
export const queueTransaction = (em: EntityManager): { db: QueueDatabase } => ({
  db: fromKysely(em.getKysely() as unknown as Transaction),
});
