import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Store, useStore } from '../attendee/store.ts';
import { words } from '../words/spoken.js';
import { HandSign } from './conversation/raised-hands.tsx';
import { gridFor } from './grid.ts';
import type { Received } from './media/receiving.ts';
import type { RoomState } from './room-state.ts';
import styles from './stage.module.css';
import { OwnTile, Tile } from './tile.tsx';
import type { Visit } from './visit.ts';

const GAP = 8;
const nothing = new Store<Map<string, Received>>(new Map());

/** Everyone who sends, each in a tile as large as fits. One's own stands first and never moves. */
export function Stage({ visit, room }: { visit: Visit; room: RoomState }) {
  const media = useStore(visit.media);
  const received = useStore(media?.people ?? nothing);
  const others = room.people.filter((one) => one.onStage && one.seatId !== room.you.seatId);
  const own = room.you.onStage && visit.devices !== null;
  const count = others.length + (own ? 1 : 0);
  const { box, width, height } = useBox();
  const grid = gridFor(count, width, height, GAP);
  // What scrolls must be reachable by keyboard.
  const scrolls = height > 0 && grid.rows * (grid.height + GAP) - GAP > height;
  const size = { width: `${grid.width}px`, height: `${grid.height}px` };
  return (
    <section ref={box} class={styles.stage} data-part="stage" aria-label={words.stage.name} tabIndex={scrolls ? 0 : undefined}>
      {count === 0 && <p class={styles.empty}>{words.stage.empty}</p>}
      <div class={styles.tiles} style={{ gap: `${GAP}px`, maxWidth: `${grid.columns * grid.width + (grid.columns - 1) * GAP}px` }}>
        {own && <OwnTile key="self" visit={visit} you={room.you} hand={<HandSign talk={visit.talk} seatId={room.you.seatId} />} size={size} />}
        {others.map((one) => <Tile key={one.seatId} person={one} stream={received.get(one.seatId)?.video} speaking={visit.speaking} hand={<HandSign talk={visit.talk} seatId={one.seatId} />} size={size} />)}
      </div>
    </section>
  );
}

function useBox() {
  const box = useRef<HTMLElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const measure = () => {
      const { clientWidth, clientHeight } = box.current!;
      setSize((before) => (before.width === clientWidth && before.height === clientHeight ? before : { width: clientWidth, height: clientHeight }));
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(box.current!);
    return () => watcher.disconnect();
  }, []);
  return { box, ...size };
}
