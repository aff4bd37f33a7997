import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

const A_DAY = 24 * 60;
const KINDS = ['update', 'confirmation', 'invitation', 'cancellation'] as const;

/** A change that is only thought of: the same fields as when a session is edited, or `cancel`. */
export class ForeseeBody {
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { message: 'give date and time as 2026-12-01T15:00' })
  wallTime?: string;

  @IsOptional() @IsString() @MaxLength(64)
  timeZone?: string;

  @ApiProperty({ enum: ['earlier', 'later'], required: false })
  @IsOptional() @IsIn(['earlier', 'later'])
  occurrence?: 'earlier' | 'later';

  @IsOptional() @IsInt() @Min(1, { message: 'choose at least one minute' }) @Max(A_DAY, { message: 'choose at most a day' })
  durationMinutes?: number;

  /** True: what a cancellation would bring. */
  @IsOptional() @IsBoolean()
  cancel?: boolean;

  @IsOptional() @IsInt() @Min(1) @Max(500)
  limit?: number;

  /** The `next` of the page before. */
  @IsOptional() @Matches(/^\d{1,9}$/)
  after?: string;
}

export class LocalTimeAnswer {
  /** As the clocks there show it: `2026-12-01T15:00`. */
  startsAt!: string;
  endsAt!: string;
  /** Any of it lies between 22:00 and 07:00. */
  night!: boolean;
}

export class ForeseenLetterAnswer {
  /** Null for a host. */
  @ApiProperty({ type: String, nullable: true }) registrationId!: string | null;
  @ApiProperty({ enum: ['attendee', 'host', 'speaker'] }) role!: 'attendee' | 'host' | 'speaker';
  name!: string;
  email!: string;
  /** What they would get: a confirmation where nothing has reached them yet. */
  @ApiProperty({ enum: KINDS }) kind!: (typeof KINDS)[number];
  timeZone!: string;
  /** The session as it would be, in their zone. */
  local!: LocalTimeAnswer;
}

export class ForeseenCounts {
  told!: number;
  /** They have a seat and hear nothing: what they know would still be so. */
  untouched!: number;
  /** Of those told, whose night it would be. */
  night!: number;
}

export class ForeseenWhen {
  wallTime!: string;
  timeZone!: string;
  durationMinutes!: number;
  startsAt!: string;
  endsAt!: string;
}

export class ForeseenAnswer {
  when!: ForeseenWhen;
  /** When the first mail would leave, were it done now. */
  tellsAt!: string;
  counts!: ForeseenCounts;
  /** Those whose night it would be come first. */
  @ApiProperty({ type: [ForeseenLetterAnswer] }) items!: ForeseenLetterAnswer[];
  /** Null on the last page. */
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
