import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { MayBeLeftOut } from '../../platform/http/may-be-left-out.js';
import { WORKSPACE_FATES, type WorkspaceFate } from './what-leaving-ends.js';

export class LeaveBody {
  /** The account's own address, typed: it cannot be undone. */
  @IsString() @MaxLength(320)
  email!: string;

  /** Needed where the account has one. */
  @MayBeLeftOut() @IsString() @MaxLength(1_000)
  password?: string;
}

export class LeftBehindAnswer {
  workspaceId!: string;
  name!: string;
  /** `closes`: nobody else belongs to it. `stays`: another owner has it. `needs-owner`: others belong to it and none owns it; name one first. */
  @ApiProperty({ enum: WORKSPACE_FATES }) fate!: WorkspaceFate;
  /** Who hosts the sessions then. */
  @ApiProperty({ type: String, nullable: true }) successor!: string | null;
  /** Planned sessions that will be cancelled; whoever registered is told. */
  cancelled!: number;
  /** Live sessions that will end for all. */
  ended!: number;
  /** Planned and live sessions that pass to the successor. */
  handedOver!: number;
}

export class LeavingAnswer {
  @ApiProperty({ type: [LeftBehindAnswer] }) workspaces!: LeftBehindAnswer[];
}
