import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { MayBeLeftOut } from '../platform/http/may-be-left-out.js';
import { FarewellAnswer, PublicSessionAnswer } from '../platform/http/answers.dto.js';
import { MAX_LABEL } from './model/seat.js';

const ROLES = ['host', 'speaker', 'attendee'] as const;

/** Where to, and by what right: the token of a personal link, or the end of the session's address. */
export class ResolveBody {
  @IsOptional() @IsString() @MaxLength(100)
  token?: string;

  @IsOptional() @IsString() @MaxLength(100)
  slug?: string;
}

const SHOWABLE = /^[^\u0000-\u001f\u007f]*$/;
const NOT_SHOWABLE = { message: 'it contains characters that cannot be shown' };

export class JoinBody extends ResolveBody {
  /** The label that the others see. */
  @IsString() @Matches(/\S/, { message: 'please give your name' }) @Length(1, MAX_LABEL, { message: `at most ${MAX_LABEL} characters, please` })
  @Matches(SHOWABLE, NOT_SHOWABLE)
  name!: string;

  /** Said by the person when another device holds the seat. */
  @IsOptional() @IsBoolean()
  moveHere?: boolean;

  /** Of a guest, where the session asks for one. */
  @IsOptional() @IsString() @MaxLength(100)
  passcode?: string;

  /** Needed once where the session may be recorded (`recording` of the resolved entry): whoever enters agrees to it. */
  @MayBeLeftOut() @IsBoolean()
  recordingAgreed?: boolean;

  /** Random, new for each page: the same *Join* sent again, because its answer got lost, takes no second seat. */
  @IsOptional() @IsString() @Matches(/^[\w-]{22,64}$/, { message: 'give 22 to 64 random letters and digits' })
  attempt?: string;
}

export class EnterBody {
  @IsOptional() @IsString() @Length(1, MAX_LABEL, { message: `at most ${MAX_LABEL} characters, please` })
  @Matches(SHOWABLE, NOT_SHOWABLE)
  name?: string;

  @IsOptional() @IsBoolean()
  moveHere?: boolean;

  /** Needed once where the session may be recorded (`recording` of the resolved entry): whoever enters agrees to it. */
  @MayBeLeftOut() @IsBoolean()
  recordingAgreed?: boolean;
}

export class ReturnBody {
  @IsString() @MaxLength(100)
  slug!: string;

  /** Needed where this browser holds several seats of the session. */
  @IsOptional() @IsUUID()
  seatId?: string;
}

export class YouAnswer {
  @ApiProperty({ enum: ROLES }) role!: (typeof ROLES)[number];
  /** From the registration or the last visit; empty where none is known. */
  name!: string;
  /** Whether camera and microphone are asked for before joining. */
  deviceCheck!: boolean;
  /** BCP 47, of the registration whose link was shown; null without one. */
  @ApiProperty({ type: String, nullable: true }) language!: string | null;
}

/** Where this browser sits already. */
export class OtherSeatAnswer {
  name!: string;
}

export class ResolvedAnswer {
  session!: PublicSessionAnswer;
  you!: YouAnswer;
  /** `here`: this browser holds the seat, return to it. `elsewhere`: another device is there now. */
  @ApiProperty({ enum: ['here', 'elsewhere'], type: String, nullable: true }) seat!: 'here' | 'elsewhere' | null;
  /** The seat that this browser holds; null unless `seat` is `here`. */
  @ApiProperty({ type: String, nullable: true }) seatId!: string | null;
  /** Of a personal link: this browser holds another seat of the session, so the link is most likely somebody else's. */
  @ApiProperty({ type: OtherSeatAnswer, nullable: true }) otherSeat!: OtherSeatAnswer | null;
  @ApiProperty({ enum: ['pre-join', 'registration-needed', 'closed', 'banned'] }) entry!: 'pre-join' | 'registration-needed' | 'closed' | 'banned';
  /** *Join* asks for the session's passcode. */
  passcode!: boolean;
  /** *Join* asks to be let in, and a host decides. */
  knock!: boolean;
  /** It may be recorded, and whoever joins has to agree first; who may see it then. Null where it may not, or they have agreed. */
  @ApiProperty({ enum: ['hosts', 'everyone'], type: String, nullable: true }) recording!: 'hosts' | 'everyone' | null;
  /** What a host has said before, if anything. */
  @ApiProperty({ enum: ['removed', 'banned', 'denied'], type: String, nullable: true }) shownOut!: 'removed' | 'banned' | 'denied' | null;
  /** The organizer's own words, for who could have been there, once it has ended; for who has left while it goes on, too. */
  @ApiProperty({ type: FarewellAnswer, nullable: true }) farewell!: FarewellAnswer | null;
}

export class EnteredAnswer {
  seatId!: string;
  /** Single use, for the first message on `/ws`; lives a minute. */
  ticket!: string;
  @ApiProperty({ enum: ['door', 'foyer', 'backstage', 'room', 'closed'] }) place!: 'door' | 'foyer' | 'backstage' | 'room' | 'closed';
}

export class IceServerAnswer {
  @ApiProperty({ type: [String] }) urls!: string[];
  @ApiProperty({ required: false }) username?: string;
  @ApiProperty({ required: false }) credential?: string;
}

export class IceAnswer {
  @ApiProperty({ type: [IceServerAnswer] }) iceServers!: IceServerAnswer[];
}
