import { pageOf, pageSize } from './pages.ts';

const crowd = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('the pages of the grid', () => {
  it('are one up to 49 on a desk, and up to 12 on a telephone', () => {
    expect(pageOf(crowd(49), pageSize(1264), 0).pages).toBe(1);
    expect(pageOf(crowd(50), pageSize(1264), 0).pages).toBe(2);
    expect(pageOf(crowd(12), pageSize(374), 0).pages).toBe(1);
    expect(pageOf(crowd(13), pageSize(374), 0).pages).toBe(2);
  });

  it('show everyone once, in their order', () => {
    const shown = [0, 1, 2].flatMap((page) => pageOf(crowd(120), 49, page).shown);
    expect(shown).toEqual(crowd(120));
  });

  it('lead back to the last one there is when so many have left', () => {
    expect(pageOf(crowd(30), 12, 5)).toMatchObject({ page: 2, pages: 3, shown: [24, 25, 26, 27, 28, 29] });
    expect(pageOf([], 12, 5)).toEqual({ page: 0, pages: 1, shown: [] });
  });
});
