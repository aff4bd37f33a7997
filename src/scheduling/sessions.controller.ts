import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Query, Res, UseGuards } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCookieAuth, ApiBearerAuth, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OrganizerOnly } from '../identity/organizer-only.js';
import { By, type Principal } from '../identity/principal.js';
import { Configuration } from '../platform/config/configuration.js';
import { Clock } from '../platform/model/clock.js';
import { seenVersion, tagOf } from '../platform/http/entity-tag.js';
import { CancelSession } from './cancel-session.js';
import { DuplicateSession } from './duplicate-session.js';
import { EditSession } from './edit-session.js';
import { EndSession } from './end-session.js';
import type { Session } from './model/session.js';
import { ScheduleSession, type DraftSession } from './schedule-session.js';
import { SessionAnswer, SessionList, answerOf } from './session-answer.dto.js';
import { SessionDetails } from './session-details.js';
import { DuplicateSessionBody, EditSessionBody, ScheduleSessionBody, SessionsFilter, type RegistrationPageBody } from './sessions.dto.js';
import { SessionsByState } from './sessions-by-state.js';
import { StartSession } from './start-session.js';
import { StopCountdown } from './stop-countdown.js';

/** The organizer's side of a session. */
@ApiTags('sessions')
@ApiCookieAuth() @ApiBearerAuth()
@UseGuards(OrganizerOnly)
@Controller('api/sessions')
export class SessionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ operationId: 'listSessions', summary: 'The workspace’s sessions, by state, title and day, a page at a time' })
  @ApiOkResponse({ type: SessionList })
  @Get()
  async list(@By() by: Principal, @Query() { state, limit, after, ...sought }: SessionsFilter): Promise<SessionList> {
    const { items, next } = await this.queries.execute(new SessionsByState(by, state, sought, { limit, after }));
    return { items: items.map((session) => this.answer(session)), next };
  }

  @ApiOperation({ operationId: 'scheduleSession', summary: 'Schedule a session' })
  @ApiCreatedResponse({ type: SessionAnswer })
  @Post()
  async schedule(@By() by: Principal, @Body() body: ScheduleSessionBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionAnswer> {
    const { registration, description = '', ...rest } = body;
    const session = await this.commands.execute(new ScheduleSession({ ...rest, description, ...pageOf(registration) }, by));
    void reply.header('location', `/api/sessions/${session.id}`);
    return this.tagged(session, reply);
  }

  @ApiOperation({ operationId: 'readSession', summary: 'One session, with its version as ETag' })
  @ApiOkResponse({ type: SessionAnswer })
  @Get(':id')
  async read(@By() by: Principal, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionAnswer> {
    return this.tagged(await this.queries.execute(new SessionDetails(id, by)), reply);
  }

  @ApiOperation({ operationId: 'editSession', summary: 'Change what is planned; moving it tells everyone who registered' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ type: SessionAnswer })
  @Patch(':id')
  async edit(
    @By() by: Principal,
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: EditSessionBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const { registration, ...rest } = body;
    const changes: Partial<DraftSession> = { ...rest, ...(registration !== undefined && pageOf(registration)) };
    return this.tagged(await this.commands.execute(new EditSession(id, changes, seenVersion(ifMatch), by)), reply);
  }

  @ApiOperation({ operationId: 'duplicateSession', summary: 'The same once more at another time: everything but the people' })
  @ApiCreatedResponse({ type: SessionAnswer })
  @Post(':id/duplicate')
  async duplicate(@By() by: Principal, @Param('id') id: string, @Body() when: DuplicateSessionBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionAnswer> {
    const copy = await this.commands.execute(new DuplicateSession(id, when, by));
    void reply.header('location', `/api/sessions/${copy.id}`);
    return this.tagged(copy, reply);
  }

  @ApiOperation({ operationId: 'startSession', summary: 'Open the doors: everyone who waits is in the room' })
  @ApiOkResponse({ type: SessionAnswer })
  @HttpCode(200)
  @Post(':id/start')
  async start(@By() by: Principal, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionAnswer> {
    return this.tagged(await this.commands.execute(new StartSession(id, by)), reply);
  }

  @ApiOperation({ operationId: 'stopCountdown', summary: 'Stop the countdown that *Start* began: the doors stay closed' })
  @ApiOkResponse({ type: SessionAnswer })
  @HttpCode(200)
  @Post(':id/stop-countdown')
  async stopCountdown(@By() by: Principal, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionAnswer> {
    return this.tagged(await this.commands.execute(new StopCountdown(id, by)), reply);
  }

  @ApiOperation({ operationId: 'endSession', summary: 'End it for all' })
  @ApiOkResponse({ type: SessionAnswer })
  @HttpCode(200)
  @Post(':id/end')
  async end(@By() by: Principal, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionAnswer> {
    return this.tagged(await this.commands.execute(new EndSession(id, by)), reply);
  }

  @ApiOperation({ operationId: 'cancelSession', summary: 'Cancel it; everyone who registered is told' })
  @ApiOkResponse({ type: SessionAnswer })
  @HttpCode(200)
  @Post(':id/cancel')
  async cancel(@By() by: Principal, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionAnswer> {
    return this.tagged(await this.commands.execute(new CancelSession(id, by)), reply);
  }

  private tagged(session: Session, reply: FastifyReply): SessionAnswer {
    void reply.header('etag', tagOf(session.version));
    return this.answer(session);
  }

  private answer(session: Session): SessionAnswer {
    return answerOf(session, this.configuration.publicUrl, this.clock.now());
  }
}

/** The registration page as the contexts know it: its questions, and the terms beside them. */
function pageOf(page: RegistrationPageBody | null): Pick<DraftSession, 'fields' | 'terms'> {
  if (!page) return { fields: null };
  const { fields, ...terms } = page;
  return { fields, terms };
}
