import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, Length, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { MayBeLeftOut } from '../platform/http/may-be-left-out.js';
import { FIELD_KINDS, RECORDINGS, THEMES, type FieldKind, type Recording, type Theme } from './events.js';
import { MAX_CAPACITY, MAX_OFFER_HOURS } from './model/terms.js';
import { MAX_DURATION_MINUTES } from './model/time-slot.js';
import { MOST_ON_A_PAGE, SESSION_STATES, type SessionState } from './sessions-by-state.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WALL_TIME = { message: 'give date and time as 2026-12-01T15:00' };

/** The answer to an earlier question after which this one is asked. */
export class ConditionBody {
  /** The key of a choice, choices or checkbox that stands before. */
  @IsString() @MaxLength(40)
  key!: string;

  /** One of its options; `true` for a checkbox that has to be ticked. */
  @IsString() @MaxLength(200)
  is!: string;
}

/** A question on the registration page. */
export class FieldBody {
  /** Stable name of the answer; made from the label when left out. */
  @IsOptional() @Matches(/^[a-z0-9][a-z0-9-]{0,39}$/, { message: 'use lower-case letters, digits and hyphens' })
  key?: string;

  @IsString() @Length(1, 200, { message: 'give the question in 1 to 200 characters' })
  label!: string;

  @IsOptional() @IsString() @MaxLength(500)
  help?: string;

  @ApiProperty({ enum: FIELD_KINDS })
  @IsIn(FIELD_KINDS)
  kind!: FieldKind;

  @IsOptional() @IsBoolean()
  required?: boolean;

  /** For `choice` and `choices`. */
  @IsOptional() @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) @MaxLength(200, { each: true })
  options?: string[];

  /** Asked only then; left out or null where everybody is asked. */
  @ApiProperty({ type: ConditionBody, required: false, nullable: true })
  @IsOptional() @IsObject({ message: 'say which answer it depends on' }) @ValidateNested() @Type(() => ConditionBody)
  when?: ConditionBody | null;
}

export class ClosingBody {
  /** Wall-clock date and time in the session's zone. */
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, WALL_TIME)
  wallTime!: string;

  /** Which of the two, when the zone's clocks show this wall time twice. */
  @ApiProperty({ enum: ['earlier', 'later'], required: false })
  @MayBeLeftOut() @IsIn(['earlier', 'later'])
  occurrence?: 'earlier' | 'later';
}

/** What an edit leaves out of the terms stays as it is. */
export class RegistrationPageBody {
  @ApiProperty({ type: [FieldBody] })
  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => FieldBody)
  fields!: FieldBody[];

  /** Whether each registration waits for the organizer's word. */
  @MayBeLeftOut() @IsBoolean()
  approval?: boolean;

  /** So many registrants have a seat, the others wait in line; null for no limit. Lowered, it takes nobody's seat. */
  @ApiProperty({ type: 'integer', nullable: true, required: false })
  @IsOptional() @IsInt() @Min(1, { message: 'choose at least one seat, or no limit' }) @Max(MAX_CAPACITY)
  capacity?: number | null;

  /** Who is first in line for a freed seat is offered it by mail for so many hours, then the next; null: it is theirs at once. */
  @ApiProperty({ type: 'integer', nullable: true, required: false })
  @IsOptional() @IsInt() @Min(1, { message: 'choose at least one hour, or none' }) @Max(MAX_OFFER_HOURS)
  waitlistOfferHours?: number | null;

  /** When registering closes; null: with the session. */
  @ApiProperty({ type: ClosingBody, nullable: true, required: false })
  @IsOptional() @IsObject() @ValidateNested() @Type(() => ClosingBody)
  closing?: ClosingBody | null;
}

export class FarewellLinkBody {
  /** What it says. */
  @IsString() @Length(1, 80, { message: 'say in 1 to 80 characters where it leads' })
  label!: string;

  /** https */
  @IsString() @MaxLength(1_000)
  url!: string;
}

/** The organizer's own words on the closing page. */
export class FarewellBody {
  /** Plain text with its line breaks; may be empty where there is a link. */
  @IsString() @MaxLength(2_000, { message: 'at most 2000 characters, please' })
  text!: string;

  /** Where to go from there. */
  @ApiProperty({ type: FarewellLinkBody, nullable: true, required: false })
  @IsOptional() @IsObject() @ValidateNested() @Type(() => FarewellLinkBody)
  link?: FarewellLinkBody | null;
}

/** What may be left out when it is scheduled, and changed by itself later. */
class ChoicesBody {
  /** For whoever was there, once it is over. */
  @ApiProperty({ type: FarewellBody, nullable: true, required: false })
  @IsOptional() @IsObject() @ValidateNested() @Type(() => FarewellBody)
  farewell?: FarewellBody | null;

  /** Whether *Start* counts everyone who waits down, from three to one, before the doors open. */
  @MayBeLeftOut() @IsBoolean()
  countdown?: boolean;

  /** Whether hosts may record it, and who may see what was recorded: the hosts alone, or everyone who was in. `off` unless said, and allowed only before it starts. */
  @ApiProperty({ enum: RECORDINGS, required: false })
  @MayBeLeftOut() @IsIn(RECORDINGS)
  recording?: Recording;

  /** Asked of who registers, or joins without a registration; null: nothing is. It is told to nobody again. */
  @ApiProperty({ type: String, nullable: true, required: false, minLength: 6, maxLength: 64 })
  @IsOptional() @IsString() @Length(6, 64, { message: 'give it 6 to 64 characters' }) @Matches(/^\S.*\S$/, { message: 'begin and end it with a letter, a digit or a sign' })
  passcode?: string | null;

  /** So many of the audience can be in the room at once, hosts and speakers apart; null for no limit. Who comes beyond it waits for a place; lowered, it shows nobody out. */
  @ApiProperty({ type: 'integer', nullable: true, required: false })
  @IsOptional() @IsInt() @Min(1, { message: 'choose at least one place, or no limit' }) @Max(MAX_CAPACITY)
  roomLimit?: number | null;
}

export class ScheduleSessionBody extends ChoicesBody {
  @IsString() @Matches(/\S/, { message: 'give it a title' }) @Length(1, 200, { message: 'give it a title of at most 200 characters' })
  title!: string;

  @MayBeLeftOut() @IsString() @MaxLength(10_000)
  description?: string;

  /** Wall-clock date and time in `timeZone`: `2026-12-01T15:00`. */
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, WALL_TIME)
  wallTime!: string;

  /** IANA name: `Europe/Berlin`. */
  @IsString() @MaxLength(64)
  timeZone!: string;

  /** Which of the two, when the zone's clocks show this wall time twice. */
  @ApiProperty({ enum: ['earlier', 'later'], required: false })
  @MayBeLeftOut() @IsIn(['earlier', 'later'])
  occurrence?: 'earlier' | 'later';

  @IsInt() @Min(1, { message: 'choose at least one minute' }) @Max(MAX_DURATION_MINUTES, { message: 'choose at most a day' })
  durationMinutes!: number;

  @ApiProperty({ enum: THEMES })
  @IsIn(THEMES)
  theme!: Theme;

  /** Null where anyone with the address may come. */
  @ApiProperty({ type: RegistrationPageBody, nullable: true })
  @ValidateIf((_, value) => value !== null) @IsObject({ message: 'say which questions it asks, or null' }) @ValidateNested() @Type(() => RegistrationPageBody)
  registration!: RegistrationPageBody | null;
}

export class EditSessionBody extends ChoicesBody {
  @MayBeLeftOut() @IsString() @Matches(/\S/, { message: 'give it a title' }) @Length(1, 200, { message: 'give it a title of at most 200 characters' })
  title?: string;

  @MayBeLeftOut() @IsString() @MaxLength(10_000)
  description?: string;

  @MayBeLeftOut() @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, WALL_TIME)
  wallTime?: string;

  @MayBeLeftOut() @IsString() @MaxLength(64)
  timeZone?: string;

  @ApiProperty({ enum: ['earlier', 'later'], required: false })
  @MayBeLeftOut() @IsIn(['earlier', 'later'])
  occurrence?: 'earlier' | 'later';

  @MayBeLeftOut() @IsInt() @Min(1, { message: 'choose at least one minute' }) @Max(MAX_DURATION_MINUTES, { message: 'choose at most a day' })
  durationMinutes?: number;

  @ApiProperty({ enum: THEMES, required: false })
  @MayBeLeftOut() @IsIn(THEMES)
  theme?: Theme;

  @ApiProperty({ type: RegistrationPageBody, nullable: true, required: false })
  @IsOptional() @IsObject() @ValidateNested() @Type(() => RegistrationPageBody)
  registration?: RegistrationPageBody | null;
}

export class SessionsFilter {
  @ApiProperty({ enum: SESSION_STATES, required: false })
  @IsOptional() @IsIn(SESSION_STATES)
  state?: SessionState;

  /** Words, each of which occurs in the title. */
  @MayBeLeftOut() @IsString() @MaxLength(200)
  search?: string;

  /** The first day, `2026-12-01`, on the clocks of each session's own zone. */
  @MayBeLeftOut() @Matches(DAY, { message: 'give a day as 2026-12-01' })
  from?: string;

  /** The last day. */
  @MayBeLeftOut() @Matches(DAY, { message: 'give a day as 2026-12-01' })
  to?: string;

  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(MOST_ON_A_PAGE)
  limit?: number;

  /** The `next` of the page before, asked for with the same state, search and days. */
  @IsOptional() @IsString() @MaxLength(200)
  after?: string;
}

/** What is left out is as in the original. */
export class DuplicateSessionBody {
  /** Wall-clock date and time in `timeZone`: `2026-12-01T15:00`. */
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, WALL_TIME)
  wallTime!: string;

  /** IANA name: `Europe/Berlin`. */
  @MayBeLeftOut() @IsString() @MaxLength(64)
  timeZone?: string;

  @ApiProperty({ enum: ['earlier', 'later'], required: false })
  @MayBeLeftOut() @IsIn(['earlier', 'later'])
  occurrence?: 'earlier' | 'later';

  @MayBeLeftOut() @IsInt() @Min(1, { message: 'choose at least one minute' }) @Max(MAX_DURATION_MINUTES, { message: 'choose at most a day' })
  durationMinutes?: number;
}
