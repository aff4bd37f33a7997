import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
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
}
