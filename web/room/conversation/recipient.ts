import type { ChatTo } from '../../../client/protocol.ts';
import type { RoomState } from '../room-state.ts';

/** Whom a message is for: everyone or a circle, or one person. */
export interface Recipient {
  to: ChatTo;
  toPerson: { seatId: string; name: string } | null;
}

/**
 * Whom what is being written goes to. What was chosen, or begun for some, goes to them, also where the doors
 * open meanwhile and everyone would be the usual; where they can be reached no more, it goes to few rather than to all.
 */
export function recipientNow(reach: readonly ChatTo[], chosen: Recipient | null, begun: Recipient | null): Recipient | null {
  const meant = chosen ?? begun;
  if (meant && reach.includes(meant.to)) return meant;
  const few = meant && meant.to !== 'everyone' ? (['hosts', 'team'] as const).find((to) => reach.includes(to)) : undefined;
  const to = few ?? reach[0];
  return to ? { to, toPerson: null } : null;
}

/** Who was chosen stays chosen, though they left: what is meant for one person must never reach everyone. */
export function peopleFor({ people, you }: Pick<RoomState, 'people' | 'you'>, toPerson: Recipient['toPerson']): { seatId: string; name: string }[] {
  const others = people.filter(({ seatId }) => seatId !== you.seatId);
  return toPerson && !others.some(({ seatId }) => seatId === toPerson.seatId) ? [...others, toPerson] : others;
}
