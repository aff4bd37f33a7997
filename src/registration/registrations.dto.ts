import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class RegisterBody {
  @IsString() @MaxLength(320)
  email!: string;

  @IsString() @MaxLength(1_000)
  name!: string;

  /** By the keys of the form's questions: text, a list of chosen options, or true. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional() @IsObject()
  answers?: Record<string, unknown>;

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
}

export class PageOfRegistrants {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(500)
  limit?: number;

  /** The `next` of the page before. */
  @IsOptional() @IsString() @MaxLength(80)
  after?: string;
}

export class RegistrantAnswer {
  id!: string;
  email!: string;
  name!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) answers!: Record<string, unknown>;
  @ApiProperty({ enum: ['confirmed', 'withdrawn'] }) status!: 'confirmed' | 'withdrawn';
  timeZone!: string;
  registeredAt!: string;
}

export class RegistrantList {
  @ApiProperty({ type: [RegistrantAnswer] }) items!: RegistrantAnswer[];
  /** Null on the last page. */
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
  total!: number;
}
