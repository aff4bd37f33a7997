import { Controller, Delete, Get, HttpCode, Param, Query, StreamableFile, UseGuards } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { OrganizerOnly } from '../identity/organizer-only.js';
import { By, type Principal } from '../identity/principal.js';
import { DeleteSessionWithoutRegistrants } from './delete-session-without-registrants.js';
import { CsvOfRegistrants } from './organizing/csv-of-registrants.js';
import { RegistrantsOfSession } from './registrants-of-session.js';
import { PageOfRegistrants, RegistrantList, WantedRegistrants } from './registrations.dto.js';

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
  list(@By() by: Principal, @Param('id') id: string, @Query() { limit = 100, after, sort = 'registered', ...wanted }: PageOfRegistrants): Promise<RegistrantList> {
    return this.queries.execute(new RegistrantsOfSession(id, by, { ...wanted, limit, sort, ...(after !== undefined && { after }) }));
  }

  @ApiOperation({ operationId: 'exportRegistrations', summary: 'Everybody who registered, first come first, as a file for spreadsheets: no cell of it is a formula' })
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @Get(':id/registrations.csv')
  async export(@By() by: Principal, @Param('id') id: string, @Query() wanted: WantedRegistrants): Promise<StreamableFile> {
    const lines = await this.queries.execute(new CsvOfRegistrants(id, by, wanted));
    return new StreamableFile(Readable.from(lines, { objectMode: false }), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="registrants.csv"' });
  }

  @ApiOperation({ operationId: 'deleteSession', summary: 'Delete a session that nobody registered for' })
  @ApiNoContentResponse()
  @HttpCode(204)
  @Delete(':id')
  async delete(@By() by: Principal, @Param('id') id: string): Promise<void> {
    await this.commands.execute(new DeleteSessionWithoutRegistrants(id, by));
  }
}
