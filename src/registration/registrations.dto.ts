import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { MayBeLeftOut } from '../platform/http/may-be-left-out.js';
import { REGISTRATION_STATUSES, STANDINGS, type RegistrationStatus, type Standing } from './events.js';
import { ORDERS, type Order } from './registrants-of-session.js';

export class RegisterBody {
  @IsString() @MaxLength(320)
  email!: string;

  @IsString() @MaxLength(1_000)
  name!: string;

  /** By the keys of the form's questions: text, a list of chosen options, or true. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional() @IsObject()
  answers?: Record<string, unknown>;

  /** Where the session asks for one. */
  @MayBeLeftOut() @IsString() @MaxLength(100)
  passcode?: string;

  /** IANA zone of the browser. */
  @IsOptional() @IsString() @MaxLength(64)
  timeZone?: string;

  /** BCP 47 tag of the browser. */
  @IsOptional() @IsString() @MaxLength(35)
  locale?: string;
}

/** Always the same, whether or not the address was known. */
export class RegisteredAnswer {
  @ApiProperty({ enum: ['check-your-email'] }) outcome!: 'check-your-email';
  /** How the session takes people in: at once, once the organizer has looked, or in line for a seat. Of one person it tells nothing. */
  @ApiProperty({ enum: STANDINGS }) standing!: Standing;
}

/** Whom to list. */
export class WantedRegistrants {
  /** Words that occur in the name or the address, in upper or lower case. */
  @MayBeLeftOut() @IsString() @MaxLength(200)
  search?: string;

  @ApiPropertyOptional({ enum: REGISTRATION_STATUSES })
  @MayBeLeftOut() @IsIn(REGISTRATION_STATUSES)
  status?: RegistrationStatus;

  /** The key of a question, also of one that is not asked any more: only who has answered it. */
  @MayBeLeftOut() @IsString() @MaxLength(40)
  question?: string;

  /** With `question`: an option as it stands, `true` or `false` for a checkbox, or words that occur in a text. */
  @MayBeLeftOut() @IsString() @MaxLength(200)
  answer?: string;
}

export class PageOfRegistrants extends WantedRegistrants {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(500)
  limit?: number;

  /** The `next` of the page before, asked for with the same search, filter and order. */
  @IsOptional() @IsString() @MaxLength(1_500)
  after?: string;

  /** By the time of registering, or by name; with a hyphen the other way round. */
  @ApiPropertyOptional({ enum: ORDERS })
  @IsOptional() @IsIn(ORDERS)
  sort?: Order;
}

export class RegistrantAnswer {
  id!: string;
  email!: string;
  name!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) answers!: Record<string, unknown>;
  @ApiProperty({ enum: REGISTRATION_STATUSES }) status!: RegistrationStatus;
  /** Until when a seat is held for who is `offered` one. */
  @ApiProperty({ type: String, nullable: true }) offeredUntil!: string | null;
  timeZone!: string;
  /** BCP 47: the language of their mails. */
  locale!: string;
  registeredAt!: string;
  /** When their link was made, or asked for again, last. */
  linkAskedAt!: string;
  /** What If-Match speaks of, as in the ETag. */
  version!: number;
}

export class RegistrantList {
  @ApiProperty({ type: [RegistrantAnswer] }) items!: RegistrantAnswer[];
  /** Null on the last page. */
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
  /** How many there are in all, with this search and status. */
  total!: number;
  /** With this search, by status; a status that nobody has is left out. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } }) byStatus!: Record<string, number>;
}
