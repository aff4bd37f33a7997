import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Role, ShownOut } from '../../client/protocol.js';
import { AccentOfWorkspace } from '../identity/events.js';
import { Clock } from '../platform/model/clock.js';
import { NotFound } from '../platform/model/refusal.js';
import { SessionAsPlanned, isOver, publicFacts, type Farewell } from '../scheduling/events.js';
import { Entrance, type Visit } from './entrance.js';
import { isAtDoor } from './model/seat.js';

export interface Resolved {
  session: ReturnType<typeof publicFacts>;
  you: { role: Role; name: string; deviceCheck: boolean; language: string | null };
  /** `here`: this browser holds the seat and returns to it; `elsewhere`: another device is there now. */
  seat: 'here' | 'elsewhere' | null;
  /** The seat that this browser holds, to return to. */
  seatId: string | null;
  /** Another seat of this session that this browser holds: the link is most likely somebody else's. */
  otherSeat: { name: string } | null;
  /** `banned`: a host has banned them, and nothing leads in. */
  entry: 'pre-join' | 'registration-needed' | 'closed' | 'banned';
  /** *Join* asks for the session's passcode. */
  passcode: boolean;
  /** *Join* asks to be let in, and a host decides. */
  knock: boolean;
  /** It may be recorded, and they have not agreed to that yet: who may see it then. */
  recording: 'hosts' | 'everyone' | null;
  /** What a host has said before. */
  shownOut: Exclude<ShownOut, 'revoked'> | null;
  /** The organizer's own words, for who could have been there, once it has ended; for who has left while it goes on, too. */
  farewell: Farewell | null;
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
    const { room, role, name, occupant, seat, heldHere, otherSeat = null, barred, language } = await this.entrance.find(visit);
    const facts = await this.queries.execute(new SessionAsPlanned({ sessionId: room.sessionId }));
    if (!facts) throw new NotFound('session');
    const session = publicFacts(facts, await this.queries.execute(new AccentOfWorkspace(facts.workspaceId)), this.clock.now());
    // Who has not been asked yet does not simply come back.
    const { recording: audience } = room;
    const toAgree = audience !== 'off' && (!seat || seat.isToAgree(room));
    const whose = !seat || seat.left || (heldHere && toAgree) ? null : heldHere ? 'here' : seat.present ? 'elsewhere' : null;
    const closed = isOver(session.phase) && !(session.phase === 'missed' && role === 'host');
    const out = barred || (seat !== null && (isAtDoor(seat) || seat.admission === 'banned'));
    const hasBeen = facts.status === 'ended' ? occupant !== null : facts.status === 'live' && seat?.left === true;
    return {
      session,
      you: { role, name, deviceCheck: role !== 'attendee' || facts.theme !== 'webinar', language },
      seat: whose,
      seatId: whose === 'here' ? seat!.id : null,
      otherSeat: otherSeat && { name: otherSeat.name },
      entry: closed ? 'closed' : barred || seat?.admission === 'banned' ? 'banned' : occupant ? 'pre-join' : 'registration-needed',
      passcode: facts.passcode === true && occupant?.kind === 'guest' && !seat,
      recording: toAgree ? audience : null,
      knock: seat?.admission !== 'admitted' && (seat?.wasRemoved === true || (room.locked && role === 'attendee')),
      shownOut: barred ? 'banned' : seat && seat.admission !== 'admitted' && seat.admission !== 'knocking' ? seat.admission : null,
      farewell: hasBeen && !out ? (facts.farewell ?? null) : null,
    };
  }
}
