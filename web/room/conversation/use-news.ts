import { useStore } from '../../attendee/store.ts';
import type { RoomState } from '../room-state.ts';
import type { Talk } from './talk.ts';
import { pollThatWaits, unseen } from './talk-state.ts';

/** What waits to be looked at in each part of the conversation. */
export function useNews(talk: Talk, { seatId, role }: RoomState['you']): { messages: number; questions: number; poll: boolean } {
  const seen = useStore(talk.seen);
  const state = useStore(talk.store);
  return { ...unseen(state, seen, seatId), poll: role !== 'host' && pollThatWaits(state.polls) !== undefined };
}
