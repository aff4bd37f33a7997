/** More faces than this at once are a crowd, not company. */
const MOST = 49;
/** On a telephone, where each has to be as wide as a thumb is long. */
const MOST_ON_PHONE = 12;
export const PHONE = 640;

/** How many tiles stand on one page: on a narrow screen fewer, so that none has to be looked for by scrolling. */
export function pageSize(width: number): number {
  return width > 0 && width < PHONE ? MOST_ON_PHONE : MOST;
}

/**
 * One page of them, and how many pages there are. Who stands on which page depends on the order alone, so nobody
 * moves to another because somebody speaks.
 */
export function pageOf<One>(all: readonly One[], size: number, wished: number): { page: number; pages: number; shown: readonly One[] } {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(0, wished), pages - 1);
  return { page, pages, shown: all.slice(page * size, (page + 1) * size) };
}
