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

/** What is held about a registrant because they were there. */
export interface Part {
  /** As others saw it. */
  name: string;
  recordingAgreedAt: string | null;
  /** `toPerson`: whom it was said to alone. */
  chat: { at: string; to: 'everyone' | 'team' | 'hosts' | 'direct'; toPerson: string | null; text: string }[];
  questions: { at: string; text: string; anonymous: boolean; answer: string | null }[];
  ballots: { poll: string; choices: string[] }[];
}

/** For themselves; null for who never came. When they came and went is told by `WayOfRegistrant`. */
export class PartInRoom extends Query<Part | null> {
  constructor(
    readonly sessionId: string,
    readonly registrationId: string,
  ) {
    super();
  }
}
