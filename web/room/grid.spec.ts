import { gridFor } from './grid.ts';

const everyCount = Array.from({ length: 49 }, (_, i) => i + 1);
const desktop = [1264, 640] as const;
const phone = [374, 620] as const;

describe('the grid', () => {
  it('gives one person the whole box', () => {
    expect(gridFor(1, ...desktop, 8)).toMatchObject({ columns: 1, rows: 1 });
    expect(gridFor(1, ...desktop, 8).height).toBeGreaterThan(630);
  });

  it('stands two side by side on a desk and one above the other on a phone', () => {
    expect(gridFor(2, ...desktop, 8)).toMatchObject({ columns: 2, rows: 1 });
    expect(gridFor(2, ...phone, 8)).toMatchObject({ columns: 1, rows: 2 });
  });

  it.each([['desk', desktop], ['phone', phone]] as const)('never spills over the sides and has a place for each, on a %s', (_, [width, height]) => {
    for (const count of everyCount) {
      const grid = gridFor(count, width, height, 8);
      expect(grid.columns * grid.width + (grid.columns - 1) * 8).toBeLessThanOrEqual(width);
      expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(count);
    }
  });

  it('shows 49 at once on a desk', () => {
    const grid = gridFor(49, ...desktop, 8);
    expect(grid.rows * grid.height + (grid.rows - 1) * 8).toBeLessThanOrEqual(640);
  });

  it('never grows a tile because somebody came', () => {
    const widths = everyCount.map((count) => gridFor(count, ...desktop, 8).width);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  });

  it('scrolls before a face becomes too small to recognise', () => {
    const grid = gridFor(49, ...phone, 8);
    expect(grid.width).toBeGreaterThanOrEqual(104);
    expect(grid.rows * grid.height).toBeGreaterThan(620);
  });

  it('bears a box that has no size yet', () => {
    expect(gridFor(3, 0, 0, 8)).toMatchObject({ width: 0 });
  });
});
