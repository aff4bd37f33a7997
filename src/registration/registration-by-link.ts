import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { hashToken } from '../platform/config/sealed.js';
import { Clock } from '../platform/model/clock.js';
import { Refusal } from '../platform/model/refusal.js';
import { SessionAsPlanned, isOver, phaseOf, type SessionFacts } from '../scheduling/events.js';
import { Registration } from './model/registration.js';

export interface Held {
  registration: Registration;
  session: SessionFacts;
  /** Ended, cancelled or missed. */
  over: boolean;
}

/** Finds what a personal link stands for. Whoever has the link is whom it is about: that is all the proof there is. */
@Injectable()
export class RegistrationByLink {
  constructor(
    private readonly em: EntityManager,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal for a link that leads nowhere, or not any more. */
  async find(token: string): Promise<Held> {
    return this.held(await this.em.findOne(Registration, { tokenHash: hashToken(token) }));
  }

  /** The same, to change it: two presses of one person wait for each other. Within a transaction. */
  async findToChange(token: string): Promise<Held> {
    return this.held(await this.em.findOne(Registration, { tokenHash: hashToken(token) }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  }

  private async held(registration: Registration | null): Promise<Held> {
    const session = registration && (await this.queries.execute(new SessionAsPlanned({ sessionId: registration.sessionId })));
    if (!session) throw new Refusal('link-not-found', 'This link no longer works.', 404);
    return { registration, session, over: isOver(phaseOf(session, this.clock.now())) };
  }
}

/** @throws Refusal once there is nothing left to come to. */
export function refuseWhenOver({ over }: Held): void {
  if (over) throw new Refusal('session-over', 'The session is over: nothing about the seat can be changed any more.');
}
