import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganizerOnly } from '../identity/organizer-only.js';
import { By, type Principal } from '../identity/principal.js';
import { DeliveriesOfSession } from './deliveries-of-session.js';
import { DeliveryList } from './deliveries.dto.js';

/** What was mailed about a session, and whether it arrived. */
@ApiTags('sessions')
@ApiCookieAuth() @ApiBearerAuth()
@UseGuards(OrganizerOnly)
@Controller('api/sessions')
export class DeliveriesController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({ operationId: 'listDeliveries', summary: 'Each mail about a session, with its history' })
  @ApiOkResponse({ type: DeliveryList })
  @Get(':id/deliveries')
  async list(@By() by: Principal, @Param('id') id: string): Promise<DeliveryList> {
    return { items: await this.queries.execute(new DeliveriesOfSession(id, by)) };
  }
}
