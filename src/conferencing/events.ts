import { Query } from '@nestjs/cqrs';
import { DomainEvent } from '../platform/model/domain-event.js';

/** The planned start has passed, and no host is there: said once for each time that a session was planned for. */
export class HostMissed extends DomainEvent<{ sessionId: string; scheduleVersion: number; missedAt: string }> {
  static readonly storedName = 'conferencing.host-missed';
}

/** One thing that became of a registrant on the way in, or of the session meanwhile. */
export interface StepOnTheWay {
  at: string;
  what:
    | 'opened' | 'device-refused' | 'joined' | 'moved' | 'turned-away' | 'waiting' | 'knocking' | 'gave-up-waiting' | 'denied' | 'removed' | 'banned'
    | 'entered' | 'left' | 'session-started' | 'session-ended' | 'session-cancelled';
  detail: string | null;
}

/** From the opened link to the leaving of the room. */
export class WayOfRegistrant extends Query<StepOnTheWay[]> {
  constructor(
    readonly sessionId: string,
    readonly registrationId: string,
  ) {
    super();
  }
}
