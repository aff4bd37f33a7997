import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

const LONGEST_NOTICE_MS = 10_000;
/** What was sent here before the answer was acted on is on its way still. */
const ON_ITS_WAY_MS = 200;

/** Whether this instance takes work, and how the parts beside the database do (they degrade, they do not block). */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  leaving = false;
  private readonly probes = new Map<string, () => boolean>();
  private lastAsked = -Infinity;
  private askedEvery = Infinity;
  private told: () => void = () => undefined;

  watch(part: string, probe: () => boolean): void {
    this.probes.set(part, probe);
  }

  parts(): Record<string, boolean> {
    return Object.fromEntries([...this.probes].map(([part, probe]) => [part, probe()]));
  }

  /** Somebody wants to know, and is about to be told. */
  asked(): void {
    const now = performance.now();
    this.askedEvery = now - this.lastAsked;
    this.lastAsked = now;
    if (this.leaving) this.told();
  }

  /** Takes no more work. Who asks regularly, as balancers do, is told so before anything ends; where nobody does, nobody is waited for. */
  async leave(): Promise<void> {
    this.leaving = true;
    const patience = Math.min(2 * this.askedEvery, LONGEST_NOTICE_MS);
    if (!Number.isFinite(this.askedEvery) || performance.now() - this.lastAsked > patience) return;
    await Promise.race([new Promise<void>((told) => { this.told = told; }), pause(patience)]);
    await pause(ON_ITS_WAY_MS);
  }

  beforeApplicationShutdown(): void {
    this.leaving = true;
  }
}
