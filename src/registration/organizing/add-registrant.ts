import { EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { Sealer } from '../../platform/config/sealed.js';
import { Clock } from '../../platform/model/clock.js';
import { NotFound, Refusal } from '../../platform/model/refusal.js';
import { SessionCopies } from '../copy-sessions.js';
import { Registration, type Application } from '../model/registration.js';
import { Seats } from '../seats.js';
import { freshLink } from './fresh-link.js';
import { Organized } from './organized.js';

/** The organizer registers somebody who asked them to. Their link goes to their mailbox, like everybody's. */
export class AddRegistrant extends Command<Registration> {
  constructor(
    readonly sessionId: string,
    readonly application: Application,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(AddRegistrant)
export class AddRegistrantHandler implements ICommandHandler<AddRegistrant> {
  constructor(
    private readonly em: EntityManager,
    private readonly organized: Organized,
    private readonly copies: SessionCopies,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    private readonly seats: Seats,
  ) {}

  async execute({ sessionId, application, by }: AddRegistrant): Promise<Registration> {
    const session = await this.organized.sessionToChange(sessionId, by);
    if (!session.form) throw new NotFound('registration-page');
    this.organized.refuseWhenOver(session);
    // What nobody asked the person, the organizer may not know: such questions stay open.
    const form = session.form.map((field) => ({ ...field, required: false }));
    const registration = new Registration({ sessionId, form, timeZone: session.when.timeZone }, application, freshLink(this.sealer), this.clock.now());
    // The organizer may be faster than the event of the session: a registration holds on to the copy.
    await this.copies.keep(session);
    try {
      await this.em.transactional(async (em) => {
        // Held while this is written: a session that is deleted at the same moment is gone, or stays because somebody came.
        const [held] = await em.execute<object[]>('select 1 from registration.session where session_id = ? for key share', [sessionId]);
        if (!held) throw new NotFound('session');
        if ((await this.seats.hold(sessionId)) && (await this.seats.free(sessionId)) <= 0) throw new Refusal('session-full', 'All seats are taken. Give the session more seats, or take one back.');
        em.persist(registration);
      });
    } catch (error) {
      if (!(error instanceof UniqueConstraintViolationException)) throw error;
      throw new Refusal('already-registered', 'This address is registered already.', 409, [{ pointer: '/email', code: 'already-registered', detail: 'This address is registered already.' }]);
    }
    return registration;
  }
}
