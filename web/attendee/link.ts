/**
 * The personal link's token. It stands in the address for a moment only: it is taken out before
 * anything else happens, is kept for this tab alone, and travels in the bodies of POST requests.
 */

const PENDING = 'foyer-link:';
const inMemory = new Map<string, string>();

/** Where the page is: opened by a personal link, or at a session's room. */
export type Address = { token: string } | { slug: string } | null;

export function takeAddress(): Address {
  const [, kind, rest] = /^\/(j|room)\/([^/]+)\/?$/.exec(location.pathname) ?? [];
  if (!kind || !rest) return null;
  const named = decodeURIComponent(rest);
  if (kind === 'room') return { slug: named };
  if (named !== 'opening') keep(PENDING, named);
  history.replaceState(null, '', '/j/opening');
  const token = kept(PENDING);
  return token ? { token } : null;
}

/** The link turned out to belong to this session: from now on the address is the room's. */
export function settle(slug: string, token: string): void {
  keep(PENDING + slug, token);
  forget(PENDING);
  history.replaceState(null, '', `/room/${encodeURIComponent(slug)}`);
}

/** That link was somebody else's: the address is the room's, and the seat's cookie leads in. */
export function forgetLink(slug: string): void {
  forget(PENDING);
  forget(PENDING + slug);
  history.replaceState(null, '', `/room/${encodeURIComponent(slug)}`);
}

export function linkFor(slug: string): string | null {
  return kept(PENDING + slug);
}

/** Somebody who pressed Leave is not pulled back in by a reload. */
export function noteLeft(slug: string, left: boolean): void {
  if (left) keep(`foyer-left:${slug}`, 'yes');
  else forget(`foyer-left:${slug}`);
}

export function hasLeft(slug: string): boolean {
  return kept(`foyer-left:${slug}`) !== null;
}

function keep(key: string, value: string): void {
  inMemory.set(key, value);
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Storage forbidden: it lasts until the next reload.
  }
}

function kept(key: string): string | null {
  try {
    return sessionStorage.getItem(key) ?? inMemory.get(key) ?? null;
  } catch {
    return inMemory.get(key) ?? null;
  }
}

function forget(key: string): void {
  inMemory.delete(key);
  try {
    sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}
