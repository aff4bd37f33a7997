import { Controller, Get, Param, Query, Res, UseGuards } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OrganizerOnly } from '../../identity/organizer-only.js';
import { By, type Principal } from '../../identity/principal.js';
import { AsJsonOrCsv, ExportFormat, csvFile } from '../../platform/http/csv.js';
import { AttendanceAnswer } from './attendance.dto.js';
import { AttendanceOfSession } from './attendance-of-session.js';

const HEADS = ['name', 'role', 'registration', 'came at', 'went at', 'times', 'seconds', 'stays'];

/** Who came, for the organizer. */
@ApiTags('sessions')
@ApiCookieAuth() @ApiBearerAuth()
@UseGuards(OrganizerOnly)
@Controller('api/sessions/:id/attendance')
export class AttendanceController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({ operationId: 'readAttendance', summary: 'Who was in the room, when, and for how long' })
  @AsJsonOrCsv(AttendanceAnswer)
  @Get()
  async read(@By() by: Principal, @Param('id') id: string, @Query() { format }: ExportFormat, @Res({ passthrough: true }) reply: FastifyReply): Promise<AttendanceAnswer | string> {
    const attendance = await this.queries.execute(new AttendanceOfSession(id, by));
    if (format !== 'csv') return attendance;
    return csvFile(reply, 'attendance', HEADS, attendance.people.map(({ name, role, registrationId, stays, seconds }) => [
      name, role, registrationId, stays[0]?.cameAt ?? null, stays.at(-1)?.wentAt ?? null, stays.length, seconds,
      stays.map(({ cameAt, wentAt }) => `${cameAt}/${wentAt ?? '..'}`).join(' '), // ISO 8601 intervals; EDTF's sign for an open end
    ]));
  }
}
