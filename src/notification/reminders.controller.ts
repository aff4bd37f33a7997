import { Body, Controller, Get, Param, Put, UseGuards } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganizerOnly } from '../identity/organizer-only.js';
import { By, type Principal } from '../identity/principal.js';
import { Forbidden } from '../platform/model/refusal.js';
import { Copies } from './copies.js';
import { Reminders } from './reminders.js';
import { RemindersAnswer, RemindersBody } from './reminders.dto.js';
import { sessionFor } from './session-for.js';

/** When people are reminded, beside the half hour before the start. */
@ApiTags('sessions')
@ApiCookieAuth() @ApiBearerAuth()
@UseGuards(OrganizerOnly)
@Controller('api/sessions')
export class RemindersController {
  constructor(
    private readonly queries: QueryBus,
    private readonly copies: Copies,
    private readonly reminders: Reminders,
  ) {}

  @ApiOperation({ operationId: 'readReminders', summary: 'The organizer’s own reminders' })
  @ApiOkResponse({ type: RemindersAnswer })
  @Get(':id/reminders')
  async read(@By() by: Principal, @Param('id') id: string): Promise<RemindersAnswer> {
    const { sessionId } = await sessionFor(this.queries, id, by);
    return { minutesBefore: await this.reminders.ofSession(sessionId) };
  }

  @ApiOperation({ operationId: 'setReminders', summary: 'Up to three reminders of one’s own; a moment that has passed reminds nobody' })
  @ApiOkResponse({ type: RemindersAnswer })
  @Put(':id/reminders')
  async set(@By() by: Principal, @Param('id') id: string, @Body() { minutesBefore }: RemindersBody): Promise<RemindersAnswer> {
    const { sessionId, host } = await sessionFor(this.queries, id, by);
    // Who may not move it may not write to its registrants either.
    if (by.role !== 'owner' && by.userId !== host.userId) throw new Forbidden('not-the-organizer', 'Only its organizer can change it.');
    // its own event may still be on the way
    await this.copies.haveSession(sessionId);
    await this.reminders.set(sessionId, minutesBefore);
    return { minutesBefore: await this.reminders.ofSession(sessionId) };
  }
}
