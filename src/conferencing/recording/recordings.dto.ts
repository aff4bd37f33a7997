import { ApiProperty } from '@nestjs/swagger';
import { RECORDED_KINDS, type RecordedKind } from './piece-file.js';

/** One file that can be played: what one person sent, from a beginning to an end. */
export class RecordedAnswer {
  id!: string;
  /** Who is heard or seen; empty where they wanted to be forgotten. */
  name!: string;
  @ApiProperty({ enum: RECORDED_KINDS }) kind!: RecordedKind;
  startedAt!: string;
  @ApiProperty({ type: 'integer' }) durationMs!: number;
  @ApiProperty({ type: 'integer' }) bytes!: number;
  /** Where its bytes are, for whoever may ask for this list; ranges are understood. */
  url!: string;
}

export class RecordingsAnswer {
  /** It is being recorded at this moment. */
  running!: boolean;
  /** So many pieces are not playable yet: that begins when the recording ends. */
  @ApiProperty({ type: 'integer' }) preparing!: number;
  /** Why some are not: `converter-missing` where Janus's own program for it is not installed, `failed` where it could not. */
  @ApiProperty({ enum: ['converter-missing', 'failed'], type: String, nullable: true }) trouble!: 'converter-missing' | 'failed' | null;
  @ApiProperty({ type: [RecordedAnswer] }) items!: RecordedAnswer[];
}
