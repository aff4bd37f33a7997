import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { MayBeLeftOut } from '../../platform/http/may-be-left-out.js';
import { TEAM_ROLES, type TeamRole } from '../events.js';
import type { Teammate } from '../model/teammate.js';

/** A member by `userId`, or anybody by `name` and `email`. */
export class NameTeammateBody {
  @ApiProperty({ enum: TEAM_ROLES })
  @IsIn(TEAM_ROLES)
  role!: TeamRole;

  @MayBeLeftOut() @IsString() @MaxLength(1_000)
  name?: string;

  @MayBeLeftOut() @IsString() @MaxLength(320)
  email?: string;

  /** The account of a member of the workspace, instead of name and address. */
  @ApiPropertyOptional()
  @MayBeLeftOut() @IsString() @MaxLength(64)
  userId?: string;

  /** BCP 47: the language of their mails; English when left out. */
  @MayBeLeftOut() @IsString() @MaxLength(35)
  locale?: string;
}

/** Somebody named as a host or speaker. Their link is nowhere but in their mails. */
export class TeammateAnswer {
  id!: string;
  @ApiProperty({ enum: TEAM_ROLES }) role!: TeamRole;
  name!: string;
  email!: string;
  /** Null for whoever has no account here. */
  @ApiProperty({ type: String, nullable: true }) userId!: string | null;
  locale!: string;
  namedAt!: string;
  /** When their link was made, or asked for again, last. */
  linkAskedAt!: string;

  static of({ id, role, name, email, userId, locale, namedAt, linkAskedAt }: Teammate): TeammateAnswer {
    return { id, role, name: name ?? '', email: email ?? '', userId, locale, namedAt: namedAt.toISOString(), linkAskedAt: linkAskedAt.toISOString() };
  }
}

export class Team {
  @ApiProperty({ type: [TeammateAnswer] }) items!: TeammateAnswer[];
}
