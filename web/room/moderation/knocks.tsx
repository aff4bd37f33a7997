import { useEffect, useRef, useState } from 'preact/hooks';
import type { Knocking } from '../../../client/protocol.ts';
import { Button } from '../../kit/button.tsx';
import { words } from '../../words/spoken.js';
import type { OpenPanel } from '../panel/use-panel.ts';
import type { RoomState } from '../room-state.ts';
import type { Visit } from '../visit.ts';
import { useDeciding } from './decide.ts';
import styles from './moderation.module.css';

/** Named aloud one by one up to so many; beyond them their number is told. */
const NAMED = 3;

/** To hosts, wherever they look: somebody asks to come in. Said aloud once for each who comes to the door. */
export function Knocks({ visit, room, panel }: { visit: Visit; room: RoomState; panel: OpenPanel }) {
  const { knocking = [], knocks = knocking.length } = room.moderation;
  const said = useSaid(knocking, knocks);
  const { busy, trouble, decide } = useDeciding(visit);
  const [first] = knocking;
  // The list says the same, with a button for each.
  const shown = first && panel.shown !== 'people';
  const box = useRef<HTMLDivElement>(null);

  // Where the focus was in what vanishes, it goes on at the top of the room.
  useEffect(() => {
    const element = box.current;
    return () => void (element?.contains(document.activeElement) && document.querySelector<HTMLElement>('#main h1')?.focus());
  }, [shown === undefined]);

  return (
    <>
      <p class="unseen" role="status">{said}</p>
      {shown && (
        <div ref={box} class={styles.notice} data-part="knocks">
          <p>{knocks > 1 ? words.moderation.manyKnock(knocks) : words.moderation.knocks([first.name])}</p>
          <div class={styles.answers}>
            {knocks > 1
              ? <Button onClick={() => panel.open('people')}>{words.moderation.seeWho}</Button>
              : <Button busy={busy} onClick={() => void decide({ type: 'deny', seatId: first.seatId })}>{words.moderation.deny}</Button>}
            <Button look="primary" busy={busy} onClick={() => void decide(knocks > 1 ? { type: 'admit' } : { type: 'admit', seatId: first.seatId })}>
              {knocks > 1 ? words.moderation.letAllIn : words.moderation.letIn}
            </Button>
          </div>
          {trouble && <p role="alert">{trouble}</p>}
        </div>
      )}
    </>
  );
}

/** What is new at the door since it was last said. */
function useSaid(knocking: readonly Knocking[], knocks: number): string {
  const [said, say] = useState('');
  const before = useRef<readonly string[]>([]);
  useEffect(() => {
    const fresh = knocking.filter(({ seatId }) => !before.current.includes(seatId));
    before.current = knocking.map(({ seatId }) => seatId);
    if (knocks === 0) say('');
    else if (fresh.length > 0) say(fresh.length > NAMED ? words.moderation.manyKnock(knocks) : words.moderation.knocks(fresh.map(({ name }) => name)));
  }, [knocking]);
  return said;
}
