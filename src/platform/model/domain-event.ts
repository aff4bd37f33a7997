/**
 * A fact in the past tense. Its stored name is written into the database and outlives the class,
 * so it never changes: `'scheduling.session-started'`.
 */
export abstract class DomainEvent<Facts extends object = object> {
  constructor(readonly facts: Facts) {}

  get storedName(): string {
    return (this.constructor as unknown as { storedName: string }).storedName;
  }
}

/** A concrete event class: what a subscriber names to say what it waits for. */
export interface DomainEventClass<Event extends DomainEvent = DomainEvent> {
  new (facts: never): Event;
  readonly storedName: string;
}
