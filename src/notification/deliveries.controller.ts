import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganizerOnly } from '../identity/organizer-only.js';
import { By, type Principal } from '../identity/principal.js';
import { DeliveriesOfSession } from './deliveries-of-session.js';
import { DeliveryList, PageOfDeliveries } from './deliveries.dto.js';

/** What was mailed about a session, and whether it arrived. */
@ApiTags('sessions')
@ApiCookieAuth() @ApiBearerAuth()
@UseGuards(OrganizerOnly)
@Controller('api/sessions')
export class DeliveriesController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({ operationId: 'listDeliveries', summary: 'Each mail about a session, with its history: all of them, to some people or in trouble, latest first, a page at a time' })
  @ApiOkResponse({ type: DeliveryList })
  @Get(':id/deliveries')
  list(@By() by: Principal, @Param('id') id: string, @Query() { to, limit = 1_000, ...wanted }: PageOfDeliveries): Promise<DeliveryList> {
    return this.queries.execute(new DeliveriesOfSession(id, by, { ...wanted, limit, ...(to !== undefined && { to: to.split(',') }) }));
  }
}
