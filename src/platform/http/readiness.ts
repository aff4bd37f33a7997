import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

/** Whether this instance takes work, and how the parts beside the database do (they degrade, they do not block). */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  leaving = false;
  private readonly probes = new Map<string, () => boolean>();

  watch(part: string, probe: () => boolean): void {
    this.probes.set(part, probe);
  }

  parts(): Record<string, boolean> {
    return Object.fromEntries([...this.probes].map(([part, probe]) => [part, probe()]));
  }

  beforeApplicationShutdown(): void {
    this.leaving = true;
  }
}
