import { words } from '../../words/spoken.js';
import type { RoomState } from '../room-state.ts';
import styles from './moderation.module.css';

/** Beside a name: a host asked them on stage, and they have not come. */
export function InvitationState({ room, seatId }: { room: RoomState; seatId: string }) {
  const invitation = room.moderation.invitations?.find((one) => one.seatId === seatId);
  return invitation && <span class={styles.state}>{invitation.answer === 'awaited' ? words.moderation.invited : words.moderation.declined}</span>;
}
