/** What a scan sees of a live room. */
export interface Glance {
  sessionId: string;
  startedAt: Date;
  plannedMinutes: number;
  hosts: number;
  people: number;
}

export type Verdict = { kind: 'fine' } | { kind: 'warn'; endsAt: Date } | { kind: 'end'; why: 'no-host' | 'nobody-left' };

/** Of the time without a host, how much passes in silence before those in the room are warned. */
const SILENT_SHARE = 2 / 3;

/**
 * Counts how long rooms have been without a host. It counts only what it has seen itself: after a restart,
 * or while nothing could be known (`forget`), it begins again.
 */
export class Loneliness {
  private readonly unledSince = new Map<string, number>();
  private readonly emptySince = new Map<string, number>();

  constructor(private readonly hostAbsenceMs: number) {}

  judge(room: Glance, now: Date): Verdict {
    const unledFor = this.since(this.unledSince, room.sessionId, room.hosts === 0, now);
    const emptyFor = this.since(this.emptySince, room.sessionId, room.people === 0, now);
    const overlong = now.getTime() - room.startedAt.getTime() >= 2 * room.plannedMinutes * 60_000;
    // A minute, so that a lost network at the wrong moment ends nothing.
    if (overlong && emptyFor !== null && emptyFor >= 60_000) return { kind: 'end', why: 'nobody-left' };
    if (unledFor === null) return { kind: 'fine' };
    if (unledFor >= this.hostAbsenceMs) return { kind: 'end', why: 'no-host' };
    if (unledFor >= this.hostAbsenceMs * SILENT_SHARE) return { kind: 'warn', endsAt: new Date(now.getTime() - unledFor + this.hostAbsenceMs) };
    return { kind: 'fine' };
  }

  /** Rooms that are not live any more are not remembered. */
  keepOnly(sessionIds: ReadonlySet<string>): void {
    for (const since of [this.unledSince, this.emptySince]) for (const id of since.keys()) if (!sessionIds.has(id)) since.delete(id);
  }

  forget(): void {
    this.keepOnly(new Set());
  }

  /** For how long (ms) it has been so; null while it is not. */
  private since(since: Map<string, number>, sessionId: string, isSo: boolean, now: Date): number | null {
    if (!isSo) {
      since.delete(sessionId);
      return null;
    }
    const from = since.get(sessionId) ?? now.getTime();
    since.set(sessionId, from);
    return now.getTime() - from;
  }
}
