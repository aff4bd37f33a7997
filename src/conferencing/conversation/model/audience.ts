import type { ChatTo, Place, Role, Theme } from '../../../../client/protocol.js';

/** Who looks: a seat, or anyone of a role where no seat is named. */
export interface Viewer {
  role: Role;
  theme: Theme;
  seatId?: string;
}

/** Whom somebody's chat may reach, the usual first. What is said backstage stays with those who were there. */
export function mayReach({ theme, role, place }: { theme: Theme; role: Role; place: Place }): ChatTo[] {
  if (place === 'backstage') return ['team'];
  if (role === 'attendee') return theme === 'webinar' ? ['team'] : ['everyone', 'hosts', 'direct'];
  return theme === 'webinar' ? ['everyone', 'team'] : ['everyone', 'team', 'direct'];
}

/** The same rule as SQL stands in `read-talk.ts`, for pages; a test holds the two together. */
export function reaches(message: { reaches: ChatTo; seatId: string; toSeatId: string | null }, { role, seatId }: Viewer): boolean {
  if (seatId !== undefined && (message.seatId === seatId || message.toSeatId === seatId)) return true;
  switch (message.reaches) {
    case 'everyone': return true;
    case 'team': return role !== 'attendee';
    case 'hosts': return role === 'host';
    case 'direct': return false;
  }
}
