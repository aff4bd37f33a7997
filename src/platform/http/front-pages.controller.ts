import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NotFound } from '../model/refusal.js';
import { Pages } from './pages.js';

/** The addresses whose pages live in the browser. Opening one changes nothing, whoever opens it. */
@ApiExcludeController()
@Controller()
export class FrontPagesController {
  constructor(private readonly pages: Pages) {}

  @Get(['/', 'sign-in', 'desk', 'desk/*'])
  desk(@Res() reply: FastifyReply): void {
    this.pages.sendEntry(reply, 'desk');
  }

  /** The page is the same for every token: it reads the token itself and clears the address bar. */
  @Get(['j/:token', 'room/:slug'])
  attendee(@Res() reply: FastifyReply): void {
    this.pages.sendEntry(reply, 'attendee');
  }

  /** From any mail, with no account. As above: the token is the page's to read, and opening this does nothing. */
  @Get('me/:token')
  registrant(@Res() reply: FastifyReply): void {
    this.pages.sendEntry(reply, 'registrant');
  }

  /** Where the `type` of a problem document leads: for whoever writes a program and meets one. */
  @Get('problems/:code')
  problem(@Param('code') code: string, @Res() reply: FastifyReply): void {
    if (!/^[a-z0-9]+(-[a-z0-9]+){0,9}$/.test(code)) throw new NotFound('problem');
    const text = `A request was answered with a problem document (RFC 9457) of this kind. Its “code” is ${code} and stays the same from version to version, so programs may act on it. Its “detail” is a sentence for people, and “errors”, where there are any, points at each mistake in what was sent.`;
    this.pages.send(reply, 200, this.pages.message(code.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase()), text, { href: '/docs', label: 'Read the API’s document' }));
  }
}
