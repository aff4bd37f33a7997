import { Body, Controller, Get, HttpCode, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFromOtherSites, OrganizerOnly } from '../identity/organizer-only.js';
import { By, Organizers, type Principal } from '../identity/principal.js';
import { Configuration } from '../platform/config/configuration.js';
import { RateLimit } from '../platform/http/rate-limit.js';
import { Invalid, NotFound } from '../platform/model/refusal.js';
import type { Visit } from './entrance.js';
import { JoinSession, type Entered } from './join-session.js';
import { EnterBody, EnteredAnswer, IceAnswer, JoinBody, ResolveBody, ResolvedAnswer, ReturnBody } from './join.dto.js';
import { ResolveEntry } from './resolve-entry.js';
import { ReturnToSeat } from './return-to-seat.js';
import { cookieOfAttempt, readSeatCookie, seatCookie } from './seat-cookie.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Seats of one session that guests of one network may take anew: a lecture hall's worth, and no more than a room bears. */
const GUESTS = { most: 500, seconds: 900 };

/** The way in: from a link or an address to a seat and a ticket for the socket. */
@ApiTags('joining')
@UseGuards(NotFromOtherSites)
@Controller('api')
export class JoinController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly organizers: Organizers,
    private readonly configuration: Configuration,
    private readonly limit: RateLimit,
  ) {}

  @ApiOperation({ operationId: 'resolveEntry', summary: 'What a link or an address leads to; changes nothing' })
  @ApiOkResponse({ type: ResolvedAnswer })
  @HttpCode(200)
  @Post('join/resolve')
  async resolve(@Body() body: ResolveBody, @Req() request: FastifyRequest): Promise<ResolvedAnswer> {
    await this.limit.spend('resolve', request.ip, { most: 1_200, seconds: 60 });
    return this.queries.execute(new ResolveEntry(await this.visitOf(body, request)));
  }

  @ApiOperation({ operationId: 'join', summary: 'Take a seat: the click on Join' })
  @ApiOkResponse({ type: EnteredAnswer })
  @HttpCode(200)
  @Post('join')
  async join(@Body() { name, moveHere, attempt, passcode, recordingAgreed = false, ...where }: JoinBody, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<EnteredAnswer> {
    await this.limit.spend('join', request.ip, { most: 600, seconds: 60 });
    return this.seated(await this.commands.execute(new JoinSession(await this.visitOf(where, request, attempt), name.trim(), moveHere ?? false, { from: request.ip, recordingAgreed, ...(passcode !== undefined && { passcode }) })), reply);
  }

  @ApiOperation({ operationId: 'returnToSeat', summary: 'Back to one’s seat, by its cookie: after a reload or a lost network' })
  @ApiOkResponse({ type: EnteredAnswer })
  @HttpCode(200)
  @Post('join/return')
  async return(@Body() { slug, seatId }: ReturnBody, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<EnteredAnswer> {
    // More than for a first visit: after an outage everybody in an office comes back in the same moment.
    await this.limit.spend('return', request.ip, { most: 3_000, seconds: 60 });
    return this.seated(await this.commands.execute(new ReturnToSeat(await this.visitOf({ slug }, request), seatId)), reply);
  }

  @ApiOperation({ operationId: 'listIceServers', summary: 'STUN and TURN servers for the browser’s connections' })
  @ApiOkResponse({ type: IceAnswer })
  @Get('join/ice')
  ice(): IceAnswer {
    return { iceServers: this.configuration.iceServers as IceAnswer['iceServers'] };
  }

  @ApiOperation({ operationId: 'enterAsHost', summary: 'A host takes their seat, backstage or in the room' })
  @ApiCookieAuth() @ApiBearerAuth()
  @ApiOkResponse({ type: EnteredAnswer })
  @UseGuards(OrganizerOnly)
  @HttpCode(200)
  @Post('sessions/:id/enter')
  async enter(@By() by: Principal, @Param('id') sessionId: string, @Body() body: EnterBody, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<EnteredAnswer> {
    if (!UUID.test(sessionId)) throw new NotFound('session');
    const visit: Visit = { sessionId, organizer: by, cookie: (id) => this.cookieOf(id, request) };
    const { you } = await this.queries.execute(new ResolveEntry(visit));
    if (you.role !== 'host') throw new NotFound('session');
    return this.seated(await this.commands.execute(new JoinSession(visit, body.name?.trim() || you.name, body.moveHere ?? false, { from: request.ip, recordingAgreed: body.recordingAgreed === true })), reply);
  }

  private async visitOf({ token, slug }: ResolveBody, request: FastifyRequest, attempt?: string): Promise<Visit> {
    if (!token && !slug) throw Invalid.at('/slug', 'required', 'Say where to: a link’s token, or the end of the session’s address.');
    return {
      ...(token ? { token } : { slug: slug! }),
      organizer: token ? null : await this.organizerWhoMayAct(request),
      cookie: (id) => this.cookieOf(id, request),
      anotherGuest: (id) => this.limit.spend('guest-seat', `${id}\n${request.ip}`, GUESTS),
      ...(attempt && { firstCookie: (id: string) => cookieOfAttempt(attempt, id, this.configuration.secret) }),
    };
  }

  /** A key that may only look takes nobody's place in a room. */
  private async organizerWhoMayAct({ headers }: FastifyRequest): Promise<Principal | null> {
    const principal = await this.organizers.principalOf(headers);
    return principal?.scope === 'write' ? principal : null;
  }

  private cookieOf(sessionId: string, request: FastifyRequest): string | undefined {
    return readSeatCookie(request.headers.cookie, sessionId, this.configuration.secure);
  }

  private seated({ cookie, sessionId, ...entered }: Entered, reply: FastifyReply): EnteredAnswer {
    if (cookie) void reply.header('set-cookie', seatCookie(sessionId, cookie, this.configuration.secure));
    return entered;
  }
}
