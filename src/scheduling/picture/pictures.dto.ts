import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { MayBeLeftOut } from '../../platform/http/may-be-left-out.js';

export const MAX_ALT_LENGTH = 300;

export class PictureBody {
  /** The file, base64: a JPEG, PNG or WebP of at most 2 MiB, and 4096 pixels on each side. Left out, the picture stays and its words change. */
  @ApiProperty({ type: String, format: 'byte', required: false })
  @MayBeLeftOut() @IsString() @Matches(/^[A-Za-z0-9+/]+={0,2}$/, { message: 'send the file as base64' })
  image?: string;

  /** What it shows, for who does not see it; null where it only decorates. */
  @ApiProperty({ type: String, nullable: true, maxLength: MAX_ALT_LENGTH })
  @ValidateIf((_, value) => value !== null) @IsString({ message: 'say what it shows, or null where it only decorates' }) @Matches(/\S/, { message: 'say what it shows, or null where it only decorates' }) @MaxLength(MAX_ALT_LENGTH)
  alt!: string | null;
}
