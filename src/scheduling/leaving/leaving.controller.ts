import { Body, Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganizerOnly } from '../../identity/organizer-only.js';
import { By, type Principal } from '../../identity/principal.js';
import { Forbidden } from '../../platform/model/refusal.js';
import { LeaveForGood } from './leave-for-good.js';
import { LeaveBody, LeavingAnswer } from './leaving.dto.js';
import { WhatLeavingEnds } from './what-leaving-ends.js';

/** The end of an account, and what becomes of the sessions. It stands here, for Identity knows of none. */
@ApiTags('identity')
@ApiCookieAuth() @ApiBearerAuth()
@UseGuards(OrganizerOnly)
@Controller('api/account')
export class LeavingController {
  constructor(private readonly commands: CommandBus, private readonly queries: QueryBus) {}

  @ApiOperation({ operationId: 'foreseeLeaving', summary: 'What would become of the caller’s workspaces and sessions without the account; changes nothing' })
  @ApiOkResponse({ type: LeavingAnswer })
  @Get('leaving')
  async foresee(@By() by: Principal): Promise<LeavingAnswer> {
    return { workspaces: await this.queries.execute(new WhatLeavingEnds(by.userId)) };
  }

  @ApiOperation({ operationId: 'leaveForGood', summary: 'Delete the caller’s account; what `foreseeLeaving` says becomes true' })
  @ApiNoContentResponse()
  @HttpCode(204)
  @Post('leave')
  async leave(@By() by: Principal, @Body() { email, password }: LeaveBody): Promise<void> {
    if (by.via !== 'cookie') throw new Forbidden('not-by-key', 'An account is deleted by whoever is signed in to it, not by a key.');
    await this.commands.execute(new LeaveForGood(by, email, password));
  }
}
