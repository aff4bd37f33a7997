import { useEffect, useState } from 'preact/hooks';
import { words } from '../../words/spoken.js';
import type { RoomState } from '../room-state.ts';
import { Told } from './told.tsx';

/** To hosts: who was asked on stage and would rather not. */
export function Declined({ room }: { room: RoomState }) {
  const declined = (room.moderation.invitations ?? []).filter(({ answer }) => answer === 'declined');
  // What was answered before this page was opened is seen in the list.
  const [seen, see] = useState<readonly string[]>(() => declined.map(({ seatId }) => seatId));
  const now = declined.map(({ seatId }) => seatId).join();

  // Asked again, they may decline again.
  useEffect(() => see((before) => before.filter((seatId) => declined.some((one) => one.seatId === seatId))), [now]);

  const fresh = declined.filter(({ seatId }) => !seen.includes(seatId));
  const said = fresh.length > 0 ? words.moderation.saidNo(fresh.map(({ name }) => name)) : '';
  return (
    <>
      <p class="unseen" role="status">{said}</p>
      {said && <Told onClose={() => see(declined.map(({ seatId }) => seatId))}>{said}</Told>}
    </>
  );
}
