import { ApiProperty } from '@nestjs/swagger';

/** From one coming into the live room to the going. A reload, another device or a lost network of some seconds ends none. */
export class StayAnswer {
  cameAt!: string;
  /** Null while they are in. */
  @ApiProperty({ type: String, nullable: true }) wentAt!: string | null;
}

export class AttendeeAnswer {
  seatId!: string;
  /** Empty where its holder wanted to be forgotten. */
  name!: string;
  @ApiProperty({ enum: ['host', 'speaker', 'attendee'] }) role!: 'host' | 'speaker' | 'attendee';
  /** Null for guests, hosts and speakers. */
  @ApiProperty({ type: String, nullable: true }) registrationId!: string | null;
  /** None for who waited and was not there any more at the start. */
  @ApiProperty({ type: [StayAnswer] }) stays!: StayAnswer[];
  /** In all of them together. */
  seconds!: number;
}

export class RegistrantsCameAnswer {
  registered!: number;
  came!: number;
  /** Of 1; null where nobody registered. */
  @ApiProperty({ type: Number, nullable: true }) share!: number | null;
}

export class AttendanceAnswer {
  @ApiProperty({ type: String, nullable: true }) startedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) endedAt!: string | null;
  registrants!: RegistrantsCameAnswer;
  @ApiProperty({ type: [AttendeeAnswer] }) people!: AttendeeAnswer[];
}
