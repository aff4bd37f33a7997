import { Body, Controller, Get, Param, Put, UseGuards } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganizerOnly } from '../identity/organizer-only.js';
import { By, type Principal } from '../identity/principal.js';
import { NameSteward } from './name-steward.js';
import { StewardOfSession } from './steward-of-session.js';
import { NameStewardBody, StewardOfSessionAnswer } from './steward.dto.js';

/** Who may start a session where no host comes. */
@ApiTags('sessions')
@ApiCookieAuth() @ApiBearerAuth()
@UseGuards(OrganizerOnly)
@Controller('api/sessions/:id/steward')
export class StewardController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @ApiOperation({ operationId: 'readSteward', summary: 'Who may start where no host comes' })
  @ApiOkResponse({ type: StewardOfSessionAnswer })
  @Get()
  async read(@By() by: Principal, @Param('id') id: string): Promise<StewardOfSessionAnswer> {
    return { steward: await this.queries.execute(new StewardOfSession(id, by)) };
  }

  @ApiOperation({ operationId: 'nameSteward', summary: 'Say who may start where no host has come five minutes after the planned start' })
  @ApiOkResponse({ type: StewardOfSessionAnswer })
  @Put()
  async name(@By() by: Principal, @Param('id') id: string, @Body() { email }: NameStewardBody): Promise<StewardOfSessionAnswer> {
    await this.commands.execute(new NameSteward(id, email, by));
    return { steward: await this.queries.execute(new StewardOfSession(id, by)) };
  }
}
