import { useEffect, useState } from 'preact/hooks';
import type { Foresight } from './foresight.ts';
import type { Session } from './sessions.ts';

/** A move that people have not been told of yet, and what it was moved from. */
export interface Moved {
  before: Session['when'];
  /** Of the session as it was moved: another one means that it was moved again, or started. */
  scheduleVersion: number;
  told: number;
  /** By this device's clock. */
  tellsAt: number;
}

export function movedFrom(before: Session['when'], after: Session, { counts, seconds }: Foresight, now: number): Moved {
  return { before, scheduleVersion: after.scheduleVersion, told: counts.told, tellsAt: now + seconds * 1000 };
}

const keyOf = (sessionId: string): string => `foyer-moved:${sessionId}`;

/** Kept in the tab, so that a reload in these two minutes does not take the way back. */
export function keepMoved(sessionId: string, moved: Moved | undefined): void {
  try {
    if (moved) sessionStorage.setItem(keyOf(sessionId), JSON.stringify(moved));
    else sessionStorage.removeItem(keyOf(sessionId));
  } catch {
    // A browser that keeps nothing: the way back lasts as long as the page.
  }
}

export function keptMoved(sessionId: string, now: number): Moved | undefined {
  try {
    const moved = JSON.parse(sessionStorage.getItem(keyOf(sessionId)) ?? 'null') as Moved | null;
    return moved && moved.tellsAt > now ? moved : undefined;
  } catch {
    return undefined;
  }
}

/** A start that has passed cannot be gone back to. */
export function canBeUndone({ before, scheduleVersion, tellsAt }: Moved, session: Session, now: number): boolean {
  return session.status === 'scheduled' && session.scheduleVersion === scheduleVersion && tellsAt > now && Date.parse(before.startsAt) > now;
}

/** The time by this device's clock, each second, while somebody waits for an hour. */
export function useNow(until: number): number {
  const [now, setNow] = useState(Date.now());
  const waits = now < until;
  useEffect(() => {
    if (!waits) return;
    const ticking = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(ticking);
  }, [waits]);
  return now;
}
