/** How many columns and rows, and how large each tile is, in CSS pixels. */
export interface Grid {
  columns: number;
  rows: number;
  width: number;
  height: number;
}

const SHAPE = 16 / 9;
/** A face below this cannot be recognised: the grid grows past its box and scrolls instead. */
const NARROWEST = 104;

/**
 * The arrangement of `count` tiles in a box that shows each as large as possible. It depends on
 * nothing else, so the same people in the same window always see the same picture.
 */
export function gridFor(count: number, boxWidth: number, boxHeight: number, gap: number): Grid {
  const tiles = Math.max(1, count);
  let best: Grid = { columns: 1, rows: tiles, width: 0, height: 0 };
  for (let columns = 1; columns <= tiles; columns++) {
    const rows = Math.ceil(tiles / columns);
    const widest = (boxWidth - gap * (columns - 1)) / columns;
    const tallest = (boxHeight - gap * (rows - 1)) / rows;
    const width = Math.floor(Math.max(0, Math.min(widest, tallest * SHAPE)));
    if (width > best.width) best = { columns, rows, width, height: Math.floor(width / SHAPE) };
  }
  return best.width >= NARROWEST ? best : scrolling(tiles, boxWidth, gap);
}

function scrolling(tiles: number, boxWidth: number, gap: number): Grid {
  const fit = Math.max(1, Math.floor((boxWidth + gap) / (NARROWEST + gap)));
  const columns = Math.min(tiles, fit);
  const width = Math.max(0, Math.floor((boxWidth - gap * (columns - 1)) / columns));
  return { columns, rows: Math.ceil(tiles / columns), width, height: Math.floor(width / SHAPE) };
}
