import { ApiProperty } from '@nestjs/swagger';
import { TURNS } from './turns.js';

const KINDS = ['confirmation', 'update', 'link-again', 'link-rotated', 'reminder', 'cancellation', 'pending', 'denied', 'waitlisted', 'offered', 'offer-lapsed', 'invitation', 'host-missing'] as const;
const MAIL_EVENTS = ['queued', 'sent', 'deferred', 'unknown', 'not-reached', 'failed', 'superseded', 'expired', 'delayed', 'bounced'] as const;
const WHAT = [
  'registered', 'mail', ...TURNS, 'opened', 'device-refused', 'joined', 'moved', 'turned-away', 'waiting', 'knocking', 'gave-up-waiting',
  'denied', 'removed', 'banned', 'entered', 'left', 'session-started', 'session-ended', 'session-cancelled',
] as const;

export class ToldMailAnswer {
  @ApiProperty({ enum: KINDS }) kind!: (typeof KINDS)[number];
  /** Of a reminder. */
  @ApiProperty({ type: Number, nullable: true }) minutesBefore!: number | null;
  /** As in the list of deliveries. */
  @ApiProperty({ enum: MAIL_EVENTS }) event!: string;
}

/** One thing that became of somebody. */
export class ToldAnswer {
  at!: string;
  /** `joined`: pressed *Join*. `moved`: took the seat to another device. `turned-away`: *Join* was refused. `entered` and `left`: the live room. `denied`: by a host, at the door; `seat-denied`: by the organizer. */
  @ApiProperty({ enum: WHAT }) what!: (typeof WHAT)[number];
  /** The mail server's words, a refusal's code, or which device was refused and why. */
  @ApiProperty({ type: String, nullable: true }) detail!: string | null;
  @ApiProperty({ type: ToldMailAnswer, nullable: true }) mail!: ToldMailAnswer | null;
}

export class StoryAnswer {
  registrationId!: string;
  name!: string;
  email!: string;
  status!: string;
  registeredAt!: string;
  /** In the order in which it happened. */
  @ApiProperty({ type: [ToldAnswer] }) events!: ToldAnswer[];
}
