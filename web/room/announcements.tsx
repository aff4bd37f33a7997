import { useEffect, useRef, useState } from 'preact/hooks';
import type { RoomState } from './room-state.ts';

/** Beyond this many, coming and going is told by the number on the button, not by a voice. */
const SMALL = 12;

/** Tells a screen reader that the doors opened and who comes and goes. */
export function Announcements({ room }: { room: RoomState }) {
  const [said, say] = useState('');
  const before = useRef({ place: room.you.place, people: room.people });
  useEffect(() => {
    const { place, people } = before.current;
    before.current = { place: room.you.place, people: room.people };
    if (room.you.place === 'room' && place !== 'room') return say('The doors are open. You are in the room.');
    if (people === room.people || room.people.length > SMALL) return;
    const names = (some: typeof people, without: typeof people) =>
      some.filter((one) => one.seatId !== room.you.seatId && !without.some((other) => other.seatId === one.seatId)).map((one) => one.name).join(', ');
    const [came, went] = [names(room.people, people), names(people, room.people)];
    if (came || went) say([came && `${came} came in.`, went && `${went} left.`].filter(Boolean).join(' '));
  }, [room]);
  return <p class="unseen" aria-live="polite">{said}</p>;
}
