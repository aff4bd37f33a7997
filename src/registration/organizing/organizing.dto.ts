import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsObject, IsString, MaxLength } from 'class-validator';
import { MayBeLeftOut } from '../../platform/http/may-be-left-out.js';
import { ROW_FATES, type RowFate } from './import-registrants.js';
import type { Registration } from '../model/registration.js';
import { MistakeAnswer } from '../../platform/http/answers.dto.js';
import type { RegistrantAnswer } from '../registrations.dto.js';

/** What is not named stays as it is. */
export class CorrectRegistrationBody {
  @MayBeLeftOut() @IsString() @MaxLength(1_000)
  name?: string;

  /** By the keys of the form's questions; those left out stay as they are, an empty text takes one back. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @MayBeLeftOut() @IsObject()
  answers?: Record<string, unknown>;

  /** IANA zone: in which the mails tell the time. */
  @MayBeLeftOut() @IsString() @MaxLength(64)
  timeZone?: string;

  /** BCP 47 tag: the language of the mails. */
  @MayBeLeftOut() @IsString() @MaxLength(35)
  locale?: string;
}

export class AddRegistrantBody {
  @IsString() @MaxLength(320)
  email!: string;

  @IsString() @MaxLength(1_000)
  name!: string;

  /** By the keys of the form's questions; any of them may be left open. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @MayBeLeftOut() @IsObject()
  answers?: Record<string, unknown>;

  /** IANA zone: in which their mails tell the time; the session's when left out. */
  @MayBeLeftOut() @IsString() @MaxLength(64)
  timeZone?: string;

  /** BCP 47 tag: the language of their mails; English when left out. */
  @MayBeLeftOut() @IsString() @MaxLength(35)
  locale?: string;
}

export class ImportBody {
  /** The file's text. Its first line names the columns: `name`, `e-mail`, perhaps `time zone` and `language`, and questions in the form's words. */
  @IsString() @MaxLength(3_000_000)
  csv!: string;

  /** True: only say what would become of each line. */
  @IsBoolean()
  dryRun!: boolean;
}

export class ImportedRowAnswer {
  /** Of the file, from 1. */
  line!: number;
  name!: string;
  email!: string;
  /** Only `new` ones are registered, or would be; the others are left out or left as they are. */
  @ApiProperty({ enum: ROW_FATES }) fate!: RowFate;
  @ApiProperty({ type: [MistakeAnswer] }) mistakes!: MistakeAnswer[];
}

export class ImportAnswer {
  dryRun!: boolean;
  @ApiProperty({ type: [ImportedRowAnswer] }) rows!: ImportedRowAnswer[];
  /** Heads of columns that nothing is taken from. */
  @ApiProperty({ type: [String] }) ignored!: string[];
}

/** Their link is nowhere but in their mails. */
export function registrantAnswer(registration: Registration): RegistrantAnswer {
  const { id, status, offeredUntil, timeZone, locale, registeredAt, linkAskedAt, version } = registration;
  return {
    id, email: registration.email ?? '', name: registration.name ?? '', answers: registration.answers ?? {}, status, offeredUntil: offeredUntil && offeredUntil.toISOString(), timeZone, locale,
    registeredAt: registeredAt.toISOString(), linkAskedAt: linkAskedAt.toISOString(), version,
  };
}
