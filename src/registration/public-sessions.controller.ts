import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicSessionAnswer } from '../platform/http/answers.dto.js';
import { Pages } from '../platform/http/pages.js';
import { RateLimit } from '../platform/http/rate-limit.js';
import { bodyValidation } from '../platform/http/validation.js';
import { NotFound, Refusal } from '../platform/model/refusal.js';
import { PublicSession } from './public-session.js';
import { RegisterAttendee } from './register-attendee.js';
import { RegisterBody, RegisteredAnswer } from './registrations.dto.js';
import { sentByForm } from './sent-by-form.js';

const validation = bodyValidation();

/** A session's public face: its page, what programs read of it, and the way to register. No cookie is honoured. */
@ApiTags('public')
@Controller()
export class PublicSessionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly pages: Pages,
    private readonly limit: RateLimit,
  ) {}

  @ApiOperation({ operationId: 'readPublicSession', summary: 'A session, by the end of its public address' })
  @ApiOkResponse({ type: PublicSessionAnswer })
  @Get('api/public/sessions/:slug')
  read(@Param('slug') slug: string): Promise<PublicSessionAnswer> {
    return this.queries.execute(new PublicSession(slug));
  }

  @ApiOperation({ operationId: 'register', summary: 'Claim a seat; the link goes to the mailbox alone' })
  @ApiAcceptedResponse({ type: RegisteredAnswer })
  @HttpCode(202)
  @Post('api/public/sessions/:slug/registrations')
  async register(@Param('slug') slug: string, @Body() { passcode, ...body }: RegisterBody, @Req() request: FastifyRequest): Promise<RegisteredAnswer> {
    await this.limit.spend('register', request.ip, { most: 600, seconds: 60 });
    return { outcome: 'check-your-email', standing: await this.commands.execute(new RegisterAttendee(slug, { ...body, answers: body.answers ?? {} }, { from: request.ip, ...(passcode !== undefined && { passcode }) })) };
  }

  @ApiExcludeEndpoint()
  @Get('s/:slug')
  async page(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const wanted = this.pages.languagesWanted(request);
    const session = await this.sessionOr404(slug, wanted, reply);
    if (session) this.pages.sendCached(request, reply, this.pages.publicPage({ session, wanted }), session.accent);
  }

  /** The page's form, sent without script: the same deed, answered by the same page. */
  @ApiExcludeEndpoint()
  @Post('s/:slug')
  async registerByForm(@Param('slug') slug: string, @Body() form: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const wanted = this.pages.languagesWanted(request, (form as { locale?: unknown } | null)?.locale);
    const session = await this.sessionOr404(slug, wanted, reply);
    if (!session) return;
    const sent = sentByForm(form, session.registration?.fields ?? [], String(request.headers['accept-language'] ?? ''));
    try {
      const { standing } = await this.register(slug, (await validation.transform(sent.body, { type: 'body', metatype: RegisterBody })) as RegisterBody, request);
      this.pages.send(reply, 202, this.pages.publicPage({ session, wanted, standing }), session.accent);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.pages.send(reply, error.status, this.pages.publicPage({ session, wanted, values: sent.values, problem: { code: error.code, detail: error.sentence, errors: [...error.mistakes] } }), session.accent);
    }
  }

  private async sessionOr404(slug: string, wanted: readonly string[], reply: FastifyReply) {
    try {
      return await this.queries.execute(new PublicSession(slug));
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      this.pages.send(reply, 404, this.pages.noSession(wanted));
      return null;
    }
  }
}
