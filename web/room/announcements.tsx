import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words/spoken.js';
import type { RoomState } from './room-state.ts';

/** Beyond this many, coming and going is told by the number on the button, not by a voice. */
const SMALL = 12;

/** Tells a screen reader that the doors opened, who shows a screen, and who comes and goes. */
export function Announcements({ room }: { room: RoomState }) {
  const [said, say] = useState('');
  const before = useRef({ place: room.you.place, people: room.people });
  useEffect(() => {
    const { place, people } = before.current;
    before.current = { place: room.you.place, people: room.people };
    if (room.you.place === 'room' && place !== 'room') return say(words.room.doorsOpen);
    if (people === room.people) return;
    const sharing = (some: typeof people) => some.filter((one) => one.screen && one.seatId !== room.you.seatId);
    const [shares, shared] = [sharing(room.people), sharing(people)];
    const begun = shares.find((one) => !shared.some(({ seatId }) => seatId === one.seatId));
    if (begun) return say(words.sharing.shares(begun.name));
    if (shared.length > shares.length) return say(words.sharing.ended);
    if (room.people.length > SMALL) return;
    const names = (some: typeof people, without: typeof people) =>
      some.filter((one) => one.seatId !== room.you.seatId && !without.some((other) => other.seatId === one.seatId)).map((one) => one.name);
    const [came, went] = [names(room.people, people), names(people, room.people)];
    const told = [came.length > 0 && words.people.came(came), went.length > 0 && words.people.left(went)].filter(Boolean);
    if (told.length > 0) say(told.join(' '));
  }, [room]);
  return <p class="unseen" aria-live="polite">{said}</p>;
}
