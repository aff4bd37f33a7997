import { Body, Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganizerOnly } from '../../identity/organizer-only.js';
import { By, type Principal } from '../../identity/principal.js';
import type { Registration } from '../model/registration.js';
import { ApproveRegistrations } from './approve-registrations.js';
import { DecideBody, DecidedAnswer } from './deciding.dto.js';
import { DenyRegistrations } from './deny-registrations.js';

/** The organizer's word on registrations. */
@ApiTags('sessions')
@ApiCookieAuth() @ApiBearerAuth()
@UseGuards(OrganizerOnly)
@Controller('api/sessions/:id/registrations')
export class DecidingController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ operationId: 'approveRegistrations', summary: 'Give up to 500 registrants their seats; each gets their link by mail' })
  @ApiOkResponse({ type: DecidedAnswer })
  @HttpCode(200)
  @Post('approve')
  async approve(@By() by: Principal, @Param('id') id: string, @Body() { ids, message }: DecideBody): Promise<DecidedAnswer> {
    return answerOf(await this.commands.execute(new ApproveRegistrations(id, ids, message, by)));
  }

  @ApiOperation({ operationId: 'denyRegistrations', summary: 'Deny up to 500 registrants, also approved ones; each is told by mail' })
  @ApiOkResponse({ type: DecidedAnswer })
  @HttpCode(200)
  @Post('deny')
  async deny(@By() by: Principal, @Param('id') id: string, @Body() { ids, message }: DecideBody): Promise<DecidedAnswer> {
    return answerOf(await this.commands.execute(new DenyRegistrations(id, ids, message, by)));
  }
}

const answerOf = (registrations: readonly Registration[]): DecidedAnswer => ({ items: registrations.map(({ id, status }) => ({ id, status })) });
