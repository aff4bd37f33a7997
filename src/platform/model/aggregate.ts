import type { DomainEvent } from './domain-event.js';

/**
 * What is loaded, asked and saved as one whole. It records the facts that its methods make true;
 * saving it stores them in the same transaction (`platform/events/outbox.ts`).
 *
 * The ORM builds loaded objects without the constructor, so there are no `#private` fields here and
 * the list of facts is made when the first one is recorded.
 */
export abstract class Aggregate<Self = unknown> {
  private recorded?: DomainEvent[];

  /** Facts since the last save, handed over once. */
  releaseEvents(): DomainEvent[] {
    const events = this.recorded ?? [];
    this.recorded = [];
    return events;
  }

  /** The same without handing them over: for a write that may have to be tried again. */
  recordedEvents(): readonly DomainEvent[] {
    return this.recorded ?? [];
  }

  protected record(event: DomainEvent): void {
    (this.recorded ??= []).push(event);
  }

  /** Changes readonly state from inside: outside, an aggregate is only asked and told, never written to. */
  protected become(changes: Partial<Self>): void {
    Object.assign(this, changes);
  }
}
