import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Person } from '../../../client/protocol.ts';
import type { Speaking } from '../speaking.ts';
import { MainSpeaker } from './main-speaker.ts';

const LOOK_MS = 250;

/** Of these people, whose picture is large: while `wanted`, looked at anew four times a second. */
export function useMainSpeaker(wanted: boolean, people: readonly Person[], speaking: Speaking): Person | undefined {
  const main = useMemo(() => new MainSpeaker(), []);
  const present = people.map(({ seatId }) => seatId);
  const hear = () => main.hear(speaking.store.get(), present, performance.now());
  const [shown, show] = useState<string | null>(null);
  useEffect(() => {
    if (!wanted) return;
    show(hear());
    const timer = setInterval(() => show(hear()), LOOK_MS);
    return () => clearInterval(timer);
  }, [wanted, present.join()]);
  return wanted ? (people.find(({ seatId }) => seatId === shown) ?? people[0]) : undefined;
}
