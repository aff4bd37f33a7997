import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { REGISTRATION_STATUSES, type RegistrationStatus } from '../registration/events.js';
import { ToldAnswer } from './stories.dto.js';

const REACHES = ['everyone', 'team', 'hosts', 'direct'] as const;

/** The token of a personal link: the only thing that says who asks. */
export class OwnDataBody {
  @IsString() @MaxLength(100)
  token!: string;
}

export class OwnSessionAnswer {
  id!: string;
  title!: string;
  hostName!: string;
  /** Of its public page. */
  address!: string;
  startsAt!: string;
  endsAt!: string;
  timeZone!: string;
}

export class HeldFactsAnswer {
  id!: string;
  email!: string;
  name!: string;
  timeZone!: string;
  locale!: string;
  @ApiProperty({ enum: REGISTRATION_STATUSES }) status!: RegistrationStatus;
  registeredAt!: string;
  linkLastAskedForAt!: string;
}

export class HeldAnswerAnswer {
  key!: string;
  /** Null where the form no longer asks it. */
  @ApiProperty({ type: String, nullable: true }) question!: string | null;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }, { type: 'boolean' }, { type: 'number' }] })
  answer!: string | string[] | boolean | number;
}

export class OwnWordsAnswer {
  at!: string;
  @ApiProperty({ enum: REACHES }) to!: (typeof REACHES)[number];
  /** Whom it was said to alone. */
  @ApiProperty({ type: String, nullable: true }) toPerson!: string | null;
  text!: string;
}

export class OwnQuestionAnswer {
  at!: string;
  text!: string;
  anonymous!: boolean;
  @ApiProperty({ type: String, nullable: true }) answer!: string | null;
}

export class OwnBallotAnswer {
  /** What was asked. */
  poll!: string;
  @ApiProperty({ type: [String] }) choices!: string[];
}

export class PartInRoomAnswer {
  /** As others saw it. */
  name!: string;
  @ApiProperty({ type: String, nullable: true }) recordingAgreedAt!: string | null;
  /** What was taken back is held no more. */
  @ApiProperty({ type: [OwnWordsAnswer] }) chat!: OwnWordsAnswer[];
  @ApiProperty({ type: [OwnQuestionAnswer] }) questions!: OwnQuestionAnswer[];
  @ApiProperty({ type: [OwnBallotAnswer] }) ballots!: OwnBallotAnswer[];
}

export class OwnDataAnswer {
  session!: OwnSessionAnswer;
  registration!: HeldFactsAnswer;
  @ApiProperty({ type: [HeldAnswerAnswer] }) answers!: HeldAnswerAnswer[];
  /** What became of it, in the order in which it happened. */
  @ApiProperty({ type: [ToldAnswer] }) events!: ToldAnswer[];
  /** Null for who never came. */
  @ApiProperty({ type: PartInRoomAnswer, nullable: true }) inTheRoom!: PartInRoomAnswer | null;
  /** How many days after the session all of it is erased without being asked. */
  erasedAfterDays!: number;
}
