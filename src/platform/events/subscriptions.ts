import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { DomainEvent, DomainEventClass } from '../model/domain-event.js';
import { SUBSCRIBES_TO, type Subscribes } from './subscriber.js';

export interface Subscription {
  /** Name of the queue: the subscriber's class in kebab case. */
  readonly queue: string;
  readonly events: readonly DomainEventClass[];
  readonly subscriber: Subscribes<DomainEvent>;
}

/** What a job holds: the fact's lasting name and what it says. */
export interface StoredFact {
  readonly event: string;
  readonly facts: object;
}

const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

/** Who waits for which fact: read once from the `@Subscriber` classes that the modules provide. */
@Injectable()
export class Subscriptions implements OnModuleInit {
  private readonly byQueue = new Map<string, Subscription>();
  private readonly byEvent = new Map<string, Subscription[]>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { metatype, instance } of this.discovery.getProviders()) {
      if (!metatype || !instance) continue;
      const events = this.reflector.get<DomainEventClass[] | undefined>(SUBSCRIBES_TO, metatype);
      if (events) this.add({ queue: kebab(metatype.name), events, subscriber: instance as Subscribes<DomainEvent> });
    }
  }

  all(): readonly Subscription[] {
    return [...this.byQueue.values()];
  }

  of(queue: string): Subscription {
    const found = this.byQueue.get(queue);
    if (!found) throw new Error(`No subscriber has the queue ${queue}.`);
    return found;
  }

  /** The fact that a stored job tells. */
  eventOf({ events, queue }: Subscription, { event, facts }: StoredFact): DomainEvent {
    const Event = events.find(({ storedName }) => storedName === event);
    if (!Event) throw new Error(`${queue} does not know ${event}.`);
    return new Event(facts as never);
  }

  waitingFor(event: DomainEvent): readonly Subscription[] {
    return this.byEvent.get(event.storedName) ?? [];
  }

  /** Who waits for any of these. */
  hearing(events: readonly DomainEventClass[]): readonly Subscription[] {
    return this.all().filter((subscription) => subscription.events.some((event) => events.includes(event)));
  }

  private add(subscription: Subscription): void {
    if (this.byQueue.has(subscription.queue)) throw new Error(`Two subscribers are called ${subscription.queue}.`);
    this.byQueue.set(subscription.queue, subscription);
    for (const { storedName } of subscription.events) {
      this.byEvent.set(storedName, [...(this.byEvent.get(storedName) ?? []), subscription]);
    }
  }
}
