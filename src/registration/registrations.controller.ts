import { Controller, Delete, Get, HttpCode, Param, Query, UseGuards } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganizerOnly } from '../identity/organizer-only.js';
import { By, type Principal } from '../identity/principal.js';
import { DeleteSessionWithoutRegistrants } from './delete-session-without-registrants.js';
import { RegistrantsOfSession } from './registrants-of-session.js';
import { PageOfRegistrants, RegistrantList } from './registrations.dto.js';

/** The organizer's side of who may come. */
@ApiTags('sessions')
@ApiCookieAuth() @ApiBearerAuth()
@UseGuards(OrganizerOnly)
@Controller('api/sessions')
export class RegistrationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @ApiOperation({ operationId: 'listRegistrations', summary: 'Who registered: searched, filtered, in order, a page at a time' })
  @ApiOkResponse({ type: RegistrantList })
  @Get(':id/registrations')
  list(@By() by: Principal, @Param('id') id: string, @Query() { limit = 100, after, search, status, sort = 'registered' }: PageOfRegistrants): Promise<RegistrantList> {
    return this.queries.execute(new RegistrantsOfSession(id, by, { limit, sort, ...(after !== undefined && { after }), ...(search !== undefined && { search }), ...(status !== undefined && { status }) }));
  }

  @ApiOperation({ operationId: 'deleteSession', summary: 'Delete a session that nobody registered for' })
  @ApiNoContentResponse()
  @HttpCode(204)
  @Delete(':id')
  async delete(@By() by: Principal, @Param('id') id: string): Promise<void> {
    await this.commands.execute(new DeleteSessionWithoutRegistrants(id, by));
  }
}
