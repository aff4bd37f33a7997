import { useState } from 'preact/hooks';
import { Store, useStore } from '../attendee/store.ts';
import { words } from '../words/spoken.js';
import { gridFor } from './grid.ts';
import type { Received } from './media/receiving.ts';
import type { RoomState } from './room-state.ts';
import { PHONE, pageOf, pageSize } from './stage/pages.ts';
import { Pager } from './stage/pager.tsx';
import { SharedScreen, useShared } from './stage/shared-screen.tsx';
import { useBox } from './stage/use-box.ts';
import { useMainSpeaker } from './stage/use-main-speaker.ts';
import { view } from './stage/view.ts';
import styles from './stage.module.css';
import { OwnTile, Tile } from './tile.tsx';
import type { Visit } from './visit.ts';

const GAP = 8;
/** Beside a large picture: a face can still be recognised. */
const STRIP = { wide: { width: '192px', height: '108px' }, narrow: { width: '128px', height: '72px' } };
const WHOLE = { width: '100%', height: '100%' };
/** On a telephone held upright the whole height would cut off most of a picture. */
const ACROSS = (width: number) => ({ width: '100%', height: `${Math.round((width * 9) / 16)}px` });
/** What turning the pages takes of the height. */
const PAGER = 52;
const SELF = { seatId: 'self' } as const;
const nothing = new Store<Map<string, Received>>(new Map());

/**
 * Everyone who sends. In the grid each in a tile as large as fits; a shared screen, or in the speaker view who
 * speaks, large, and the others beside. One's own tile stands first and never moves.
 */
export function Stage({ visit, room }: { visit: Visit; room: RoomState }) {
  const received = useStore(useStore(visit.media)?.people ?? nothing);
  const [wished, turnTo] = useState(0);
  const { box, width, height } = useBox();
  const others = room.people.filter((one) => one.onStage && one.seatId !== room.you.seatId);
  const shared = useShared(others);
  const speaker = useMainSpeaker(useStore(view) === 'speaker' && !shared && others.length > 0, others, visit.speaking);
  const large = shared ?? speaker;
  const own = room.you.onStage && visit.devices !== null;
  const all = [...(own ? [SELF] : []), ...others.filter((one) => one !== speaker)];
  const { page, pages, shown } = pageOf(all, pageSize(width), wished);
  const grid = gridFor(pages > 1 ? pageSize(width) : shown.length, width, pages > 1 ? height - PAGER : height, GAP);
  // What scrolls must be reachable by keyboard.
  const scrolls = !large && height > 0 && grid.rows * (grid.height + GAP) - GAP > height;
  const size = large ? STRIP[width < PHONE ? 'narrow' : 'wide'] : { width: `${grid.width}px`, height: `${grid.height}px` };
  const pictureOf = (seatId: string) => received.get(seatId)?.video;
  const tiles = shown.map((one) => (one === SELF
    ? <OwnTile key="self" visit={visit} you={room.you} size={size} />
    : <Tile key={one.seatId} person={one as typeof others[number]} stream={pictureOf(one.seatId)} visit={visit} size={size} />));
  return (
    <section ref={box} class={styles.stage} data-part="stage" data-view={large ? 'large' : 'grid'} aria-label={words.stage.name} tabIndex={scrolls ? 0 : undefined}>
      {all.length === 0 && !large && <p class={styles.empty}>{words.stage.empty}</p>}
      {shared && <SharedScreen key={shared.seatId} person={shared} stream={received.get(shared.seatId)?.screen} visit={visit} />}
      {speaker && <Tile key={speaker.seatId} person={speaker} stream={pictureOf(speaker.seatId)} visit={visit} size={width < PHONE ? ACROSS(width) : WHOLE} />}
      {large
        ? <div class={styles.strip} role="group" aria-label={words.stage.beside} tabIndex={0}>{tiles}</div>
        : <div class={styles.tiles} style={{ gap: `${GAP}px`, maxWidth: `${grid.columns * grid.width + (grid.columns - 1) * GAP}px` }}>{tiles}</div>}
      <Pager page={page} pages={pages} onTurn={turnTo} />
    </section>
  );
}
