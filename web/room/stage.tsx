import { Store, useStore } from '../attendee/store.ts';
import { words } from '../words/spoken.js';
import { HandSign } from './conversation/raised-hands.tsx';
import { gridFor } from './grid.ts';
import type { Received } from './media/receiving.ts';
import type { RoomState } from './room-state.ts';
import { SharedScreen, useShared } from './stage/shared-screen.tsx';
import { useBox } from './stage/use-box.ts';
import styles from './stage.module.css';
import { OwnTile, Tile } from './tile.tsx';
import type { Visit } from './visit.ts';

const GAP = 8;
/** Beside a large picture, in CSS pixels: a face can still be recognised. */
const STRIP = { wide: { width: '192px', height: '108px' }, narrow: { width: '128px', height: '72px' } };
const NARROW = 640;
const nothing = new Store<Map<string, Received>>(new Map());

/** Everyone who sends, each in a tile as large as fits; a shared screen large, and they beside it. One's own tile stands first and never moves. */
export function Stage({ visit, room }: { visit: Visit; room: RoomState }) {
  const media = useStore(visit.media);
  const received = useStore(media?.people ?? nothing);
  const others = room.people.filter((one) => one.onStage && one.seatId !== room.you.seatId);
  const shared = useShared(others);
  const own = room.you.onStage && visit.devices !== null;
  const count = others.length + (own ? 1 : 0);
  const { box, width, height } = useBox();
  const grid = gridFor(count, width, height, GAP);
  // What scrolls must be reachable by keyboard.
  const scrolls = !shared && height > 0 && grid.rows * (grid.height + GAP) - GAP > height;
  const size = shared ? STRIP[width < NARROW ? 'narrow' : 'wide'] : { width: `${grid.width}px`, height: `${grid.height}px` };
  const tiles = (
    <>
      {own && <OwnTile key="self" visit={visit} you={room.you} hand={<HandSign talk={visit.talk} seatId={room.you.seatId} />} size={size} />}
      {others.map((one) => <Tile key={one.seatId} person={one} stream={received.get(one.seatId)?.video} speaking={visit.speaking} hand={<HandSign talk={visit.talk} seatId={one.seatId} />} size={size} />)}
    </>
  );
  return (
    <section ref={box} class={styles.stage} data-part="stage" data-view={shared ? 'large' : 'grid'} aria-label={words.stage.name} tabIndex={scrolls ? 0 : undefined}>
      {count === 0 && <p class={styles.empty}>{words.stage.empty}</p>}
      {shared && <SharedScreen key={shared.seatId} person={shared} stream={received.get(shared.seatId)?.screen} />}
      {shared
        ? <div class={styles.strip} role="group" aria-label={words.stage.beside} tabIndex={0}>{tiles}</div>
        : <div class={styles.tiles} style={{ gap: `${GAP}px`, maxWidth: `${grid.columns * grid.width + (grid.columns - 1) * GAP}px` }}>{tiles}</div>}
    </section>
  );
}
