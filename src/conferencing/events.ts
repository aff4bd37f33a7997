import { DomainEvent } from '../platform/model/domain-event.js';

/** The planned start has passed, and no host is there: said once for each time that a session was planned for. */
export class HostMissed extends DomainEvent<{ sessionId: string; scheduleVersion: number; missedAt: string }> {
  static readonly storedName = 'conferencing.host-missed';
}
