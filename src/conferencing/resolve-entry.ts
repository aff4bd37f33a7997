import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Role } from '../../client/protocol.js';
import { Clock } from '../platform/model/clock.js';
import { NotFound } from '../platform/model/refusal.js';
import { SessionAsPlanned, isOver, publicFacts } from '../scheduling/events.js';
import { Entrance, type Visit } from './entrance.js';

export interface Resolved {
  session: ReturnType<typeof publicFacts>;
  you: { role: Role; name: string; deviceCheck: boolean };
  /** `here`: this browser holds the seat and returns to it; `elsewhere`: another device is there now. */
  seat: 'here' | 'elsewhere' | null;
  /** The seat that this browser holds, to return to. */
  seatId: string | null;
  entry: 'pre-join' | 'registration-needed' | 'closed';
  /** Another seat of this session that this browser holds: the link is most likely somebody else's. */
  otherSeat: { name: string } | null;
}

/** What somebody who opens a link or an address would meet. Asking changes nothing: mail scanners open links, too. */
export class ResolveEntry extends Query<Resolved> {
  constructor(readonly visit: Visit) {
    super();
  }
}

@QueryHandler(ResolveEntry)
export class ResolveEntryHandler implements IQueryHandler<ResolveEntry> {
  constructor(
    private readonly entrance: Entrance,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  async execute({ visit }: ResolveEntry): Promise<Resolved> {
    const { room, role, name, occupant, seat, heldHere, otherSeat = null } = await this.entrance.find(visit);
    const facts = await this.queries.execute(new SessionAsPlanned({ sessionId: room.sessionId }));
    if (!facts) throw new NotFound('session');
    const session = publicFacts(facts, this.clock.now());
    const whose = !seat || seat.left ? null : heldHere ? 'here' : seat.present ? 'elsewhere' : null;
    const closed = isOver(session.phase) && !(session.phase === 'missed' && role === 'host');
    return {
      session,
      you: { role, name, deviceCheck: role !== 'attendee' || facts.theme !== 'webinar' },
      seat: whose,
      seatId: whose === 'here' ? seat!.id : null,
      otherSeat: otherSeat && { name: otherSeat.name },
      entry: closed ? 'closed' : occupant ? 'pre-join' : 'registration-needed',
    };
  }
}
