import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { DomainEvent, DomainEventClass } from '../model/domain-event.js';

export const SUBSCRIBES_TO = Symbol('subscribes-to');

/**
 * Marks a class that does one thing when a fact (or one of several) has become true. It runs in a transaction of its own
 * and is tried again until it has succeeded once; its effects in the database happen exactly once.
 * The class's name is the name of its queue: renaming it means moving what waits there.
 */
export const Subscriber = (...events: DomainEventClass[]): ClassDecorator =>
  applyDecorators(Injectable(), SetMetadata(SUBSCRIBES_TO, events));

/** What a `@Subscriber` class does. It may return what shall be done once its transaction is committed. */
export interface Subscribes<Event extends DomainEvent> {
  handle(event: Event): Promise<void | (() => void)>;
  /**
   * The same for several at once, of those that wait together, in one transaction: where one statement serves many.
   * When it fails for one of them it was not called for any, and each is handled by itself.
   */
  handleTogether?(events: readonly Event[]): Promise<void | (() => void)>;
}
