import { ApiProperty } from '@nestjs/swagger';

/** Something said in the chat to everyone, to hosts and speakers, or to hosts. */
export class ChatEntry {
  saidAt!: string;
  name!: string;
  @ApiProperty({ enum: ['host', 'speaker', 'attendee'] }) role!: 'host' | 'speaker' | 'attendee';
  @ApiProperty({ enum: ['everyone', 'team', 'hosts'] }) to!: 'everyone' | 'team' | 'hosts';
  text!: string;
}

export class QuestionEntry {
  askedAt!: string;
  /** Null where it was asked without a name. */
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  text!: string;
  votes!: number;
  @ApiProperty({ enum: ['open', 'answered', 'dismissed'] }) status!: 'open' | 'answered' | 'dismissed';
  /** Null where it was not answered in words. */
  @ApiProperty({ type: String, nullable: true }) answer!: string | null;
}

export class PollOption {
  text!: string;
  count!: number;
}

/** A poll that was opened, with its counts. */
export class PollEntry {
  id!: string;
  question!: string;
  /** Whether several answers could be chosen: then the counts add up to more than the ballots. */
  multiple!: boolean;
  @ApiProperty({ enum: ['open', 'closed'] }) status!: 'open' | 'closed';
  openedAt!: string;
  @ApiProperty({ type: String, nullable: true }) closedAt!: string | null;
  ballots!: number;
  @ApiProperty({ type: [PollOption] }) options!: PollOption[];
}

export class ChatExport {
  @ApiProperty({ type: [ChatEntry] }) items!: ChatEntry[];
}

export class QuestionExport {
  @ApiProperty({ type: [QuestionEntry] }) items!: QuestionEntry[];
}

export class PollExport {
  @ApiProperty({ type: [PollEntry] }) items!: PollEntry[];
}
