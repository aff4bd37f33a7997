import { Body, Controller, Delete, Get, Headers, Param, Put, Req, Res, UseGuards } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OrganizerOnly } from '../../identity/organizer-only.js';
import { By, type Principal } from '../../identity/principal.js';
import { Configuration } from '../../platform/config/configuration.js';
import { seenVersion, tagOf } from '../../platform/http/entity-tag.js';
import { Clock } from '../../platform/model/clock.js';
import { PICTURE_TYPES } from '../model/picture/picture.js';
import type { Session } from '../model/session.js';
import { SessionAnswer, answerOf } from '../session-answer.dto.js';
import { PictureBytes } from './picture-bytes.js';
import { PictureBody } from './pictures.dto.js';
import { RemovePicture } from './remove-picture.js';
import { ShowPicture } from './show-picture.js';

/** A session's picture: its organizer shows and removes it, and whoever may see the session sees it. */
@Controller('api')
export class PicturesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  @ApiTags('sessions') @ApiCookieAuth() @ApiBearerAuth()
  @ApiOperation({ operationId: 'showPicture', summary: 'Show a picture on the public page, or say in other words what it shows' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The session’s ETag that was read' })
  @ApiOkResponse({ type: SessionAnswer })
  @UseGuards(OrganizerOnly)
  @Put('sessions/:id/picture')
  async show(
    @By() by: Principal,
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { image, alt }: PictureBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    return this.tagged(await this.commands.execute(new ShowPicture(id, image === undefined ? undefined : Buffer.from(image, 'base64'), alt, seenVersion(ifMatch), by)), reply);
  }

  @ApiTags('sessions') @ApiCookieAuth() @ApiBearerAuth()
  @ApiOperation({ operationId: 'removePicture', summary: 'Remove the picture' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The session’s ETag that was read' })
  @ApiOkResponse({ type: SessionAnswer })
  @UseGuards(OrganizerOnly)
  @Delete('sessions/:id/picture')
  async remove(@By() by: Principal, @Param('id') id: string, @Headers('if-match') ifMatch: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionAnswer> {
    return this.tagged(await this.commands.execute(new RemovePicture(id, seenVersion(ifMatch), by)), reply);
  }

  /** No cookie is honoured. Link previews of other sites show it, too. */
  @ApiTags('public')
  @ApiOperation({ operationId: 'readPicture', summary: 'The picture of a session, at an address of its own' })
  @ApiOkResponse({ content: Object.fromEntries(PICTURE_TYPES.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])) })
  @Get('public/sessions/:slug/picture/:hash')
  async read(@Param('slug') slug: string, @Param('hash') hash: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { type, bytes } = await this.queries.execute(new PictureBytes(slug, hash));
    const tag = `"${hash}"`;
    void reply.headers({ etag: tag, 'cache-control': 'public, max-age=31536000, immutable', 'cross-origin-resource-policy': 'cross-origin', 'content-security-policy': "default-src 'none'; sandbox" });
    if (request.headers['if-none-match'] === tag) void reply.status(304).send();
    else void reply.type(type).send(bytes);
  }

  private tagged(session: Session, reply: FastifyReply): SessionAnswer {
    void reply.header('etag', tagOf(session.version));
    return answerOf(session, this.configuration.publicUrl, this.clock.now());
  }
}
