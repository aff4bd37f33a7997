import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsString, MaxLength } from 'class-validator';
import { FieldAnswer, PublicSessionAnswer } from '../platform/http/answers.dto.js';
import { MayBeLeftOut } from '../platform/http/may-be-left-out.js';
import { REGISTRATION_STATUSES, type RegistrationStatus } from './events.js';

/** The token of a personal link: the only thing that says who asks. */
export class LinkBody {
  @IsString() @MaxLength(100)
  token!: string;
}

/** What is not named stays as it is. */
export class ChangeBody extends LinkBody {
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

export class OwnFactsAnswer {
  email!: string;
  name!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) answers!: Record<string, unknown>;
  timeZone!: string;
  locale!: string;
  @ApiProperty({ enum: REGISTRATION_STATUSES }) status!: RegistrationStatus;
  /** Until when a seat is held for who is `offered` one. */
  @ApiProperty({ type: String, nullable: true }) offeredUntil!: string | null;
  registeredAt!: string;
}

export class OwnRegistrationAnswer {
  session!: PublicSessionAnswer;
  registration!: OwnFactsAnswer;
  /** What the form asks today; answers to what it once asked may be older. */
  @ApiProperty({ type: [FieldAnswer] }) fields!: FieldAnswer[];
  /** Whether answers may be changed and the seat given up. */
  changeable!: boolean;
}

/** The same however often it is asked: the mail limits hold. */
export class AskedAgainAnswer {
  @ApiProperty({ enum: ['check-your-email'] }) outcome!: 'check-your-email';
}
