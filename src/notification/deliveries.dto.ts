import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { MayBeLeftOut } from '../platform/http/may-be-left-out.js';
import { TROUBLES, type Trouble } from './deliveries-of-session.js';

const KINDS = ['confirmation', 'update', 'link-again', 'link-rotated', 'reminder', 'cancellation', 'pending', 'denied', 'waitlisted', 'offered', 'offer-lapsed', 'invitation', 'host-missing'] as const;
const STATUSES = ['queued', 'deferred', 'sent', 'failed', 'superseded', 'expired', 'bounced'] as const;
const EVENTS = ['queued', 'sent', 'deferred', 'unknown', 'not-reached', 'failed', 'superseded', 'expired', 'delayed', 'bounced'] as const;

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Which mails to list. */
export class PageOfDeliveries {
  /** Ids of registrations, hosts or speakers, with commas between them: at most 200. */
  @MayBeLeftOut() @IsString() @Matches(new RegExp(`^${UUID}(,${UUID}){0,199}$`), { message: 'give up to 200 ids, with commas between them' })
  to?: string;

  /** `lost`: nobody will read it any more, and nobody wanted that. `late`: still on its way, and something has gone wrong already. */
  @ApiPropertyOptional({ enum: TROUBLES })
  @MayBeLeftOut() @IsIn(TROUBLES)
  trouble?: Trouble;

  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1_000)
  limit?: number;

  /** The `next` of the page before, asked for with the same filter. */
  @MayBeLeftOut() @IsString() @MaxLength(200)
  after?: string;
}

/** One thing that became of a letter. */
export class HappeningAnswer {
  at!: string;
  /** `unknown`: cut off after the whole mail was handed over, it is sent again. `not-reached`: no fault of the mail. `delayed`, `bounced`: told later by another server. */
  @ApiProperty({ enum: EVENTS }) event!: (typeof EVENTS)[number];
  /** What the server said, or why it was not sent. */
  @ApiProperty({ type: String, nullable: true }) answer!: string | null;
  @ApiProperty({ type: String, nullable: true }) nextTryAt!: string | null;
}

/** One letter to one person, with its history. */
export class DeliveryAnswer {
  id!: string;
  @ApiProperty({ enum: KINDS }) kind!: (typeof KINDS)[number];
  /** Null for a host, who has no registration. */
  @ApiProperty({ type: String, nullable: true }) registrationId!: string | null;
  /** Of a host or speaker whom the organizer named. */
  @ApiProperty({ type: String, nullable: true }) teammateId!: string | null;
  /** The address that it is written to. */
  recipient!: string;
  @ApiProperty({ enum: STATUSES }) status!: (typeof STATUSES)[number];
  /** Why it was superseded, failed before it left, or bounced: `rescheduled`, `cancelled`, `withdrawn`, `barred`, `revoked`, `decided`, `told-already`, `reminders-off`, `reminded-later`, `link-rotated`, `stopped-address`, or a status code of RFC 3463. */
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  /** A hard bounce is for good; two of them stop all mail to the address. */
  @ApiProperty({ type: String, enum: ['hard', 'soft'], nullable: true }) bounce!: 'hard' | 'soft' | null;
  /** Of a reminder. */
  @ApiProperty({ type: Number, nullable: true }) minutesBefore!: number | null;
  createdAt!: string;
  @ApiProperty({ type: String, nullable: true }) sentAt!: string | null;
  attempts!: number;
  /** What the mail server said last. */
  @ApiProperty({ type: String, nullable: true }) lastAnswer!: string | null;
  /** Null where it will not be tried again. */
  @ApiProperty({ type: String, nullable: true }) nextTryAt!: string | null;
  /** Everything that became of it, oldest first. */
  @ApiProperty({ type: [HappeningAnswer] }) history!: HappeningAnswer[];
}

export class DeliveryList {
  @ApiProperty({ type: [DeliveryAnswer] }) items!: DeliveryAnswer[];
  /** Where the next page begins; null on the last. */
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
  /** How many are wanted, on all pages. */
  total!: number;
}
