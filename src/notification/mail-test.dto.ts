import { ApiProperty } from '@nestjs/swagger';

const RESULTS = ['pass', 'fail', 'not-checked'] as const;
const OUTCOMES = ['accepted', 'refused', 'deferred', 'not-reached', 'unknown'] as const;

export class SenderCheckAnswer {
  /** `not-checked` where no resolver is configured, or where it cannot be seen from here. */
  @ApiProperty({ enum: RESULTS }) result!: (typeof RESULTS)[number];
  detail!: string;
}

/** What the DNS says of our sender. */
export class SenderChecksAnswer {
  spf!: SenderCheckAnswer;
  dkim!: SenderCheckAnswer;
  dmarc!: SenderCheckAnswer;
}

export class MailTestAnswer {
  /** The caller's own address. */
  sentTo!: string;
  @ApiProperty({ enum: OUTCOMES }) outcome!: (typeof OUTCOMES)[number];
  /** What the mail server said. */
  answer!: string;
  checks!: SenderChecksAnswer;
}
