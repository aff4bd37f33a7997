import { ApiProperty } from '@nestjs/swagger';

const KINDS = ['confirmation', 'update', 'link-again', 'reminder', 'cancellation'] as const;
const STATUSES = ['queued', 'deferred', 'sent', 'failed', 'superseded', 'expired'] as const;

/** One letter to one person, with its history. */
export class DeliveryAnswer {
  id!: string;
  @ApiProperty({ enum: KINDS }) kind!: (typeof KINDS)[number];
  /** The address that it is written to. */
  recipient!: string;
  @ApiProperty({ enum: STATUSES }) status!: (typeof STATUSES)[number];
  createdAt!: string;
  @ApiProperty({ type: String, nullable: true }) sentAt!: string | null;
  attempts!: number;
  /** What the mail server said last. */
  @ApiProperty({ type: String, nullable: true }) lastAnswer!: string | null;
  /** Null where it will not be tried again. */
  @ApiProperty({ type: String, nullable: true }) nextTryAt!: string | null;
}

export class DeliveryList {
  @ApiProperty({ type: [DeliveryAnswer] }) items!: DeliveryAnswer[];
}
