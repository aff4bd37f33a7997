import { Body, Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganizerOnly } from '../identity/organizer-only.js';
import { By, type Principal } from '../identity/principal.js';
import { ForeseeChange } from './foresee-change.js';
import { ForeseeBody, ForeseenAnswer } from './foresee.dto.js';

/** What a change would bring, asked before it is made. A POST only because it has a body. */
@ApiTags('sessions')
@ApiCookieAuth() @ApiBearerAuth()
@UseGuards(OrganizerOnly)
@Controller('api/sessions')
export class ForeseeController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({ operationId: 'foreseeChange', summary: 'Who would be told what, each in their own time; changes nothing' })
  @ApiOkResponse({ type: ForeseenAnswer })
  @HttpCode(200)
  @Post(':id/foresee')
  async foresee(@By() by: Principal, @Param('id') id: string, @Body() { limit = 100, after = '0', ...thought }: ForeseeBody): Promise<ForeseenAnswer> {
    return (await this.queries.execute(new ForeseeChange(id, thought, by, { limit, after: Number(after) }))) as ForeseenAnswer;
  }
}
