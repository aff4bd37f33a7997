import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, ValidateIf } from 'class-validator';

export class NameStewardBody {
  /** Of somebody on the team, or of a registrant; null for nobody. */
  @ApiProperty({ type: String, nullable: true })
  @ValidateIf((_, value) => value !== null) @IsString() @MaxLength(320)
  email!: string | null;
}

/** Who may start where no host comes. */
export class StewardAnswer {
  @ApiProperty({ enum: ['teammate', 'registration'] }) kind!: 'teammate' | 'registration';
  id!: string;
  name!: string;
}

export class StewardOfSessionAnswer {
  @ApiProperty({ type: StewardAnswer, nullable: true }) steward!: StewardAnswer | null;
}
