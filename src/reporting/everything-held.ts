import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { PartInRoom, type Part } from '../conferencing/events.js';
import { OwnData, type OwnFacts } from '../registration/events.js';
import { Happenings, type Told } from './happenings.js';

export interface Held extends OwnFacts {
  events: Told[];
  /** Null for who never came. */
  inTheRoom: Part | null;
}

/** What every context holds about a registrant, for themselves: what they gave, what became of it, and what they wrote. */
export class EverythingHeld extends Query<Held> {
  constructor(readonly token: string) {
    super();
  }
}

@QueryHandler(EverythingHeld)
export class EverythingHeldHandler implements IQueryHandler<EverythingHeld> {
  constructor(
    private readonly queries: QueryBus,
    private readonly happenings: Happenings,
  ) {}

  async execute({ token }: EverythingHeld): Promise<Held> {
    const own = await this.queries.execute(new OwnData(token));
    const [sessionId, registrationId] = [own.session.id, own.registration.id];
    const [events, inTheRoom] = await Promise.all([
      this.happenings.of({ sessionId, registrationId, registeredAt: own.registration.registeredAt }),
      this.queries.execute(new PartInRoom(sessionId, registrationId)),
    ]);
    return { ...own, events, inTheRoom };
  }
}
