import { ApiProperty } from '@nestjs/swagger';

/** When a session is: as planned by a person, and as instants (ISO 8601, UTC). */
export class WhenAnswer {
  wallTime!: string;
  timeZone!: string;
  durationMinutes!: number;
  startsAt!: string;
  endsAt!: string;
}

const KINDS = ['short-text', 'long-text', 'choice', 'choices', 'checkbox', 'phone', 'url', 'number', 'date'] as const;

/** The answer to an earlier question after which another one is asked. */
export class ConditionAnswer {
  key!: string;
  /** One of its options; `true` for a checkbox. */
  is!: string;
}

/** A question on a registration page. */
export class FieldAnswer {
  key!: string;
  label!: string;
  help!: string;
  @ApiProperty({ enum: KINDS }) kind!: (typeof KINDS)[number];
  required!: boolean;
  @ApiProperty({ type: [String] }) options!: string[];
  /** Left out where everybody is asked. */
  @ApiProperty({ type: ConditionAnswer, required: false }) when?: ConditionAnswer;
}

export class FarewellLinkAnswer {
  label!: string;
  /** https */
  url!: string;
}

/** The organizer's own words on the closing page. */
export class FarewellAnswer {
  /** Plain text with its line breaks; may be empty where there is a link. */
  text!: string;
  @ApiProperty({ type: FarewellLinkAnswer, nullable: true }) link!: FarewellLinkAnswer | null;
}

/** The picture of a session. */
export class PictureAnswer {
  /** Where it is, on this instance: another picture has another address. */
  path!: string;
  /** Pixels, as it is shown. */
  @ApiProperty({ type: 'integer' }) width!: number;
  @ApiProperty({ type: 'integer' }) height!: number;
  /** What it shows, for who does not see it; null where it only decorates. */
  @ApiProperty({ type: String, nullable: true }) alt!: string | null;
}

/** One mistake in what was sent. */
export class MistakeAnswer {
  /** RFC 6901 JSON pointer into the body. */
  pointer!: string;
  code!: string;
  /** A sentence for whoever made it. */
  detail!: string;
}

/** RFC 9457 problem document. */
export class Problem {
  /** A reference to `/problems/<code>` on this instance. */
  type!: string;
  title!: string;
  status!: number;
  /** Stable, kebab-case, for programs. */
  code!: string;
  /** A sentence for people. */
  detail!: string;
  @ApiProperty({ type: [MistakeAnswer], required: false }) errors?: MistakeAnswer[];
}

export class PublicFormAnswer {
  @ApiProperty({ type: [FieldAnswer] }) fields!: FieldAnswer[];
  /** False once the session is over, or the hour has come: registering is refused. */
  open!: boolean;
  /** Whether each registration waits for the organizer's word. */
  approval!: boolean;
  /** The hour that the organizer set (ISO 8601, UTC); null where registering closes with the session. */
  @ApiProperty({ type: String, nullable: true }) closesAt!: string | null;
}

/** What anybody with its address may know of a session. */
export class PublicSessionAnswer {
  id!: string;
  slug!: string;
  title!: string;
  description!: string;
  hostName!: string;
  /** The colour of its workspace, `#rrggbb`; null for the house's own. */
  @ApiProperty({ type: String, nullable: true }) accent!: string | null;
  @ApiProperty({ type: PictureAnswer, nullable: true }) picture!: PictureAnswer | null;
  @ApiProperty({ enum: ['meeting', 'workshop', 'webinar'] }) theme!: 'meeting' | 'workshop' | 'webinar';
  when!: WhenAnswer;
  @ApiProperty({ enum: ['scheduled', 'live', 'ended', 'cancelled'] }) status!: 'scheduled' | 'live' | 'ended' | 'cancelled';
  @ApiProperty({ enum: ['upcoming', 'ready', 'live', 'ended', 'cancelled', 'missed'] }) phase!: 'upcoming' | 'ready' | 'live' | 'ended' | 'cancelled' | 'missed';
  /** Whether who registers, or joins without a registration, is asked for a passcode. */
  passcode!: boolean;
  /** Null where anyone with the address may come in. */
  @ApiProperty({ type: PublicFormAnswer, nullable: true }) registration!: PublicFormAnswer | null;
}
