import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, IsUUID, MaxLength } from 'class-validator';
import { MayBeLeftOut } from '../../platform/http/may-be-left-out.js';
import { REGISTRATION_STATUSES, type RegistrationStatus } from '../events.js';

/** About whom, and what to tell them. */
export class DecideBody {
  /** Ids of registrations of this session. */
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray() @ArrayMinSize(1, { message: 'say about whom' }) @ArrayMaxSize(500, { message: 'decide about at most 500 at once' }) @IsUUID('all', { each: true })
  ids!: string[];

  /** Stands in the letter, in your own words. */
  @MayBeLeftOut() @IsString() @MaxLength(1_000)
  message?: string;
}

export class DecidedOne {
  id!: string;
  @ApiProperty({ enum: REGISTRATION_STATUSES }) status!: RegistrationStatus;
}

/** How each of them stands now, in the order in which they registered. */
export class DecidedAnswer {
  @ApiProperty({ type: [DecidedOne] }) items!: DecidedOne[];
}
