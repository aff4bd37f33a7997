import { Controller, Get, Param, Req, Res, StreamableFile, UseGuards } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFromOtherSites, OrganizerOnly } from '../../identity/organizer-only.js';
import { By, Organizers, type Principal } from '../../identity/principal.js';
import { Configuration } from '../../platform/config/configuration.js';
import { NotFound } from '../../platform/model/refusal.js';
import { readSeatCookie } from '../seat-cookie.js';
import { RecordingsAnswer } from './recordings.dto.js';
import { RecordingsOfSession, type Recordings, type Viewer } from './recordings-of-session.js';
import { sendFile } from './send-file.js';
import { Shelf } from './shelf.js';

const Bytes = () => ApiOkResponse({ description: 'The file, or the range that was asked for (206)', content: { 'video/webm': { schema: { type: 'string', format: 'binary' } }, 'audio/ogg': { schema: { type: 'string', format: 'binary' } } } });

/** What was recorded: for the workspace, and for those whom the organizer lets see it, by their seat. */
@ApiTags('recordings')
@Controller('api')
export class RecordingsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly organizers: Organizers,
    private readonly configuration: Configuration,
    private readonly shelf: Shelf,
  ) {}

  @ApiOperation({ operationId: 'listRecordings', summary: 'What was recorded of a session' })
  @ApiCookieAuth() @ApiBearerAuth()
  @ApiOkResponse({ type: RecordingsAnswer })
  @UseGuards(OrganizerOnly)
  @Get('sessions/:id/recordings')
  async list(@By() by: Principal, @Param('id') sessionId: string): Promise<RecordingsAnswer> {
    return answerOf(await this.recordings({ sessionId, by }), `/api/sessions/${sessionId}/recordings`);
  }

  @ApiOperation({ operationId: 'downloadRecording', summary: 'One recorded file' })
  @ApiCookieAuth() @ApiBearerAuth()
  @Bytes()
  @UseGuards(OrganizerOnly)
  @Get('sessions/:id/recordings/:file')
  async download(@By() by: Principal, @Param('id') sessionId: string, @Param('file') file: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile | null> {
    return this.send(await this.recordings({ sessionId, by }), file, request, reply);
  }

  @ApiOperation({ operationId: 'listRecordingsOfSeat', summary: 'The same for who was in, by the seat’s cookie, where the organizer allows it' })
  @ApiOkResponse({ type: RecordingsAnswer })
  @UseGuards(NotFromOtherSites)
  @Get('join/:slug/recordings')
  async listForSeat(@Param('slug') slug: string, @Req() request: FastifyRequest): Promise<RecordingsAnswer> {
    return answerOf(await this.recordings(await this.visit(slug, request)), `/api/join/${encodeURIComponent(slug)}/recordings`);
  }

  @ApiOperation({ operationId: 'downloadRecordingOfSeat', summary: 'One recorded file, by the seat’s cookie' })
  @Bytes()
  @UseGuards(NotFromOtherSites)
  @Get('join/:slug/recordings/:file')
  async downloadForSeat(@Param('slug') slug: string, @Param('file') file: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile | null> {
    return this.send(await this.recordings(await this.visit(slug, request)), file, request, reply);
  }

  private recordings(viewer: Viewer): Promise<Recordings> {
    return this.queries.execute(new RecordingsOfSession(viewer));
  }

  private async visit(slug: string, request: FastifyRequest): Promise<Viewer> {
    return { visit: { slug, organizer: await this.organizers.principalOf(request.headers), cookie: (id) => readSeatCookie(request.headers.cookie, id, this.configuration.secure) } };
  }

  private async send({ items }: Recordings, id: string, request: FastifyRequest, reply: FastifyReply): Promise<StreamableFile | null> {
    const at = items.findIndex((one) => one.id === id);
    if (at < 0) throw new NotFound('recording');
    const { file } = items[at]!;
    const name = `recording-${at + 1}${file.slice(file.lastIndexOf('.'))}`;
    const stream = await sendFile(this.shelf.playable(file), name, request, reply);
    return stream && new StreamableFile(stream, { type: String(reply.getHeader('content-type')), disposition: `inline; filename="${name}"` });
  }
}

const answerOf = ({ items, ...rest }: Recordings, under: string): RecordingsAnswer => ({ ...rest, items: items.map(({ file: _, ...one }) => ({ ...one, url: `${under}/${one.id}` })) });
