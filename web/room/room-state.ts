import type { Person, Place, ServerMessage } from '../../client/protocol.ts';

type StateMessage = Extract<ServerMessage, { type: 'state' }>;

/** What the server last said about the session, the people and this seat. */
export type RoomState = Omit<StateMessage, 'type'> & {
  /** When it ends by itself, for no host is there. */
  unled?: string | null;
  /** For hosts and speakers: of those who waited at the start, how many are in. */
  release?: Omit<Extract<ServerMessage, { type: 'release' }>, 'type'>;
};

/** The state after one message, and whether something before it was missed and must be asked for. */
export interface Step {
  state: RoomState | null;
  missed: boolean;
}

/**
 * Applies one message. `doors` and `roster` are counted by the server, one up for each change, so a
 * number that skips tells of a push that was lost, and one that is not higher tells nothing new. The
 * messages about the doors are whole facts and hold even across a gap.
 */
export function after(state: RoomState | null, message: ServerMessage): Step {
  if (message.type === 'state') {
    const { type: _, ...whole } = message;
    return { state: whole, missed: false };
  }
  if (!state) return { state, missed: false };
  switch (message.type) {
    case 'opened': {
      if (message.doors <= state.doors) return { state, missed: false };
      const { doors, roster, people, startedAt } = message;
      const session = { ...uncounted(state), status: 'live' as const, startedAt };
      return { state: { ...at(state, 'room'), doors, roster, people, session }, missed: doors > state.doors + 1 };
    }
    case 'closed': {
      if (message.doors <= state.doors) return { state, missed: false };
      const { status, endedAt, farewell } = message;
      const session = { ...uncounted(state), status, endedAt, ...(farewell && { farewell }) };
      return { state: { ...at(state, 'closed'), doors: message.doors, people: [], session }, missed: false };
    }
    case 'moved': {
      if (message.doors <= state.doors) return { state, missed: false };
      const { doors, title, theme, when, hostMissing, opensIn } = message;
      // With the theme goes who may be on stage: of this seat, the server knows.
      const missed = doors > state.doors + 1 || theme !== state.session.theme;
      return { state: { ...state, doors, session: { ...uncounted(state), title, theme, when, hostMissing, ...(opensIn !== undefined && { opensIn }) } }, missed };
    }
    case 'person':
    case 'gone':
      return whoIsThere(state, message);
    case 'waiting':
      return { state: { ...state, waiting: message.count }, missed: false };
    case 'release': {
      const { type: _, ...release } = message;
      return { state: { ...state, release }, missed: false };
    }
    case 'unled':
      return { state: { ...state, unled: message.endsAt }, missed: false };
    case 'media':
      return { state: { ...state, media: message.available }, missed: false };
    case 'you': {
      if (message.you.decided < state.you.decided) return { state, missed: false };
      // From the door into the room, say: what is seen there the server tells when asked.
      const missed = message.you.place !== state.you.place;
      return { state: { ...state, you: message.you }, missed };
    }
    case 'moderation': {
      const { type: _, ...moderation } = message;
      return { state: moderation.number < state.moderation.number ? state : { ...state, moderation }, missed: false };
    }
    case 'beat':
      return { state, missed: message.doors > state.doors || (seesPeople(state) && message.roster > state.roster) || (message.moderation ?? 0) > state.moderation.number };
    default:
      return { state, missed: false };
  }
}

/** The session without a countdown: one that is not told again is over. */
function uncounted({ session: { opensIn: _, ...session } }: RoomState): RoomState['session'] {
  return session;
}

function whoIsThere(state: RoomState, message: Extract<ServerMessage, { type: 'person' | 'gone' }>): Step {
  if (message.roster <= state.roster) return { state, missed: false };
  const missed = seesPeople(state) && message.roster > state.roster + 1;
  const people = message.type === 'gone' ? state.people.filter((one) => one.seatId !== message.seatId) : placed(state.people, message.person);
  // What the server says of this seat itself holds for it too: being taken on or off the stage, say. What is silenced `you`
  // tells, by number; of two that tell it the older one may come last.
  const mine = message.type === 'person' && message.person.seatId === state.you.seatId ? message.person : null;
  const you = mine ? { ...state.you, name: mine.name, role: mine.role, onStage: mine.onStage } : state.you;
  return { state: { ...state, roster: message.roster, people, you }, missed };
}

/** Everyone keeps their place in the order, so that the tiles stay calm. */
function placed(people: readonly Person[], person: Person): Person[] {
  const known = people.some((one) => one.seatId === person.seatId);
  return known ? people.map((one) => (one.seatId === person.seatId ? person : one)) : [...people, person];
}

function at(state: RoomState, place: Place): RoomState {
  return { ...state, you: { ...state.you, place } };
}

/** Who waits in the foyer is told of nobody, so the roster's number means nothing there. */
function seesPeople(state: RoomState): boolean {
  return state.you.place === 'room' || state.you.place === 'backstage';
}
