import { Body, Controller, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiNoContentResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { NotFromOtherSites } from '../../identity/organizer-only.js';
import { MayBeLeftOut } from '../../platform/http/may-be-left-out.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { REPORTED, ReportStep } from './report-step.js';

/** Why no camera or microphone: what the browser said, not which devices there are. */
const DETAILS = ['camera-denied', 'camera-missing', 'camera-busy', 'camera-failed', 'microphone-denied', 'microphone-missing', 'microphone-busy', 'microphone-failed', 'insecure'] as const;

export class ReportBody {
  /** Of the personal link. */
  @IsString() @Length(1, 100)
  token!: string;

  /** `opened`: somebody, and not a program that looks into mails, sees the page. */
  @ApiProperty({ enum: REPORTED })
  @IsIn(REPORTED)
  what!: (typeof REPORTED)[number];

  @ApiProperty({ enum: DETAILS, required: false })
  @MayBeLeftOut() @IsIn(DETAILS)
  detail?: (typeof DETAILS)[number];
}

/** What a registrant's page tells of their way in. */
@ApiTags('joining')
@UseGuards(NotFromOtherSites)
@Controller('api/join/report')
export class StepsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly limit: RateLimit,
  ) {}

  @ApiOperation({ operationId: 'reportStep', summary: 'How far a registrant came on the way in, as their page knows it; for the organizer who is asked why they were not there' })
  @ApiNoContentResponse()
  @HttpCode(204)
  @Post()
  async report(@Body() { token, what, detail }: ReportBody, @Req() request: FastifyRequest): Promise<void> {
    await this.limit.spend('report', request.ip, { most: 600, seconds: 60 });
    await this.commands.execute(new ReportStep(token, what, detail ?? null));
  }
}
