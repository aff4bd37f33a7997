import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Get, Header, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Pages } from '../platform/http/pages.js';
import { ComposeMail } from './compose-mail.js';
import { wordsFor } from './letters/languages.js';
import { localeFor, shownMoment } from './letters/shown-time.js';
import type { Recipient, ToldSession } from './model/due-delivery.js';
import { PersonalPages, type Purpose } from './personal-pages.js';
import { Reminders } from './reminders.js';
import { asRecipient, asToldSession, instant, readRecipient, readToldSession } from './session-and-recipient.js';

interface Person {
  session: ToldSession;
  recipient: Recipient;
  sequence: number;
  now: Date;
}

/** What the small links in a mail lead to: the calendar entry as a file, and the end of reminders. Opening either changes nothing. */
@ApiExcludeController()
@Controller()
export class PersonalPagesController {
  constructor(
    private readonly em: EntityManager,
    private readonly links: PersonalPages,
    private readonly mails: ComposeMail,
    private readonly reminders: Reminders,
    private readonly pages: Pages,
  ) {}

  /** For calendars that are no web page, and for mail programs that hide the invite. As the session stands now. */
  @Get('calendar/:file')
  async calendarFile(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const person = file.endsWith('.ics') ? await this.personBehind('calendar', file.slice(0, -4)) : null;
    if (!person) return this.nothingHere(reply);
    const { session, recipient, sequence, now } = person;
    const words = wordsFor(recipient.locale);
    if (recipient.status === 'pending' || recipient.status === 'waitlisted' || recipient.status === 'denied') {
      const { heading, lead } = words[recipient.status];
      return this.say(reply, 403, heading, lead(session.hostName));
    }
    if (recipient.status === 'offered') {
      const { heading, lead } = words.offered;
      return this.say(reply, 403, heading, lead(session.hostName, shownMoment(new Date(recipient.offeredUntil ?? session.startsAt), recipient.timeZone || session.timeZone, localeFor(recipient.locale, words))));
    }
    if (recipient.status !== 'confirmed') {
      const { headingRegistration, leadRegistration, headingRevoked, leadRevoked, headingTeam, leadTeam } = words.cancellation;
      if (recipient.status === 'revoked') return this.say(reply, 410, headingRevoked, leadRevoked(session.hostName));
      return recipient.role === 'attendee' ? this.say(reply, 410, headingRegistration, leadRegistration) : this.say(reply, 410, headingTeam, leadTeam(session.hostName));
    }
    if (session.status === 'cancelled') return this.say(reply, 410, words.cancellation.heading, session.title);
    const entry = this.mails.entry(session, recipient, { method: 'PUBLISH', sequence, stampedAt: now, answer: 'ACCEPTED' });
    await reply.headers({
      'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'content-disposition': 'inline; filename="session.ics"',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    }).send(entry);
  }

  @Get('reminders-off/:token')
  async askBeforeStopping(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const person = await this.personBehind('reminders-off', token);
    if (!person) return this.nothingHere(reply);
    const { remindersOff: say } = wordsFor(person.recipient.locale);
    if (person.recipient.remindersOff) return this.say(reply, 200, say.done, say.doneExplain(person.session.title));
    this.pages.send(reply, 200, this.pages.message(say.ask, say.explain(person.session.title), { href: `/reminders-off/${token}`, label: say.button, method: 'post' }));
  }

  /** RFC 8058: by the mail program's button, with no cookie and no question; or by the button of the page above. */
  @Post('reminders-off/:token')
  @HttpCode(200) @Header('cache-control', 'no-store')
  async stop(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const person = await this.personBehind('reminders-off', token);
    if (!person) return this.nothingHere(reply);
    await this.reminders.stopFor(person.recipient.id);
    const { remindersOff: say } = wordsFor(person.recipient.locale);
    this.say(reply, 200, say.done, say.doneExplain(person.session.title));
  }

  private async personBehind(purpose: Purpose, token: string): Promise<Person | null> {
    const id = this.links.read(purpose, token);
    if (!id) return null;
    const [row] = await this.em.fork().execute<{ session: string; recipient: string; sequence: number; now: unknown }[]>(`
      select ${asToldSession('session')} as session, ${asRecipient('recipient')} as recipient, session.schedule_version + recipient.revision as sequence, now() as now
        from notification.recipient join notification.session on session.id = recipient.session_id
       where recipient.id = ? and session.status <> 'deleted' and recipient.email <> ''`, [id]);
    return row ? { session: readToldSession(row.session), recipient: readRecipient(row.recipient), sequence: row.sequence, now: instant(row.now) } : null;
  }

  private say(reply: FastifyReply, status: number, title: string, text: string): void {
    this.pages.send(reply, status, this.pages.message(title, text));
  }

  private nothingHere(reply: FastifyReply): void {
    this.say(reply, 404, 'There is nothing here', 'This address does not belong to any registration.');
  }
}
