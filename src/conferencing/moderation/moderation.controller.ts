import { Body, Controller, Get, Param, Put, UseGuards } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganizerOnly } from '../../identity/organizer-only.js';
import { By, type Principal } from '../../identity/principal.js';
import { NotFound } from '../../platform/model/refusal.js';
import { LockRoom } from './lock-room.js';
import { LockAnswer, LockBody } from './moderation.dto.js';
import { SessionLock } from './session-lock.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What an organizer decides about a room without being in it. */
@ApiTags('sessions')
@ApiCookieAuth() @ApiBearerAuth()
@UseGuards(OrganizerOnly)
@Controller('api/sessions/:id')
export class ModerationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @ApiOperation({ operationId: 'sessionLock', summary: 'Whether whoever is new has to be let in by a host' })
  @ApiOkResponse({ type: LockAnswer })
  @Get('lock')
  isLocked(@By() by: Principal, @Param('id') id: string): Promise<LockAnswer> {
    if (!UUID.test(id)) throw new NotFound('session');
    return this.queries.execute(new SessionLock(id, by));
  }

  @ApiOperation({ operationId: 'lockSession', summary: 'Whether whoever is new has to be let in by a host, one by one' })
  @ApiOkResponse({ type: LockAnswer })
  @Put('lock')
  async lock(@By() by: Principal, @Param('id') id: string, @Body() { locked }: LockBody): Promise<LockAnswer> {
    if (!UUID.test(id)) throw new NotFound('session');
    return this.commands.execute(new LockRoom(id, locked, by));
  }
}
