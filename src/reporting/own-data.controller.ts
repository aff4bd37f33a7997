import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RateLimit } from '../platform/http/rate-limit.js';
import { EverythingHeld } from './everything-held.js';
import { OwnDataAnswer, OwnDataBody } from './own-data.dto.js';

/** With the personal link from any of their mails and nothing else, as whatever a registrant may do about themselves. */
@ApiTags('registrant')
@Controller('api/registrant')
export class OwnDataController {
  constructor(
    private readonly queries: QueryBus,
    private readonly limit: RateLimit,
  ) {}

  @ApiOperation({ operationId: 'exportOwnData', summary: 'Everything that is held about a registrant: what they gave, what became of it, and what they wrote' })
  @ApiOkResponse({ type: OwnDataAnswer })
  @HttpCode(200)
  @Post('export')
  async export(@Body() { token }: OwnDataBody, @Req() request: FastifyRequest): Promise<OwnDataAnswer> {
    await this.limit.spend('registrant', request.ip, { most: 600, seconds: 60 });
    return this.queries.execute(new EverythingHeld(token));
  }
}
