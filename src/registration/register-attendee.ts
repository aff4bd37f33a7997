import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Sealer, hashToken, newToken } from '../platform/config/sealed.js';
import { Clock } from '../platform/model/clock.js';
import { NotFound } from '../platform/model/refusal.js';
import { ShowPasscode } from '../scheduling/events.js';
import { SessionCopies } from './copy-sessions.js';
import type { Standing } from './events.js';
import { Registration, type Application } from './model/registration.js';
import { RegistrationBurst } from './registration-burst.js';

/**
 * Somebody claims a seat. The answer tells how the session takes people in, and is the same whether or not the address
 * is known already, has a seat or was denied one: who has the mailbox learns it there.
 */
export class RegisterAttendee extends Command<Standing> {
  constructor(
    readonly slug: string,
    readonly application: Application,
    /** What they know, and where they come from. */
    readonly shown: { passcode?: string; from: string } = { from: '' },
  ) {
    super();
  }
}

@CommandHandler(RegisterAttendee)
export class RegisterAttendeeHandler implements ICommandHandler<RegisterAttendee> {
  constructor(
    private readonly copies: SessionCopies,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly burst: RegistrationBurst,
    private readonly commands: CommandBus,
  ) {}

  async execute({ slug, application, shown }: RegisterAttendee): Promise<Standing> {
    const session = await this.copies.bySlug(slug);
    if (!session) throw new NotFound('session');
    const now = this.clock.now();
    const form = session.formThatIsOpen(now);
    if (session.passcode) await this.commands.execute(new ShowPasscode(session.sessionId, shown.passcode, shown.from));
    const token = newToken();
    const link = { tokenHash: hashToken(token), sealedToken: this.sealer.seal(token) };
    const { sessionId, timeZone, approval } = session;
    return this.burst.save(new Registration({ sessionId, form, timeZone, approval }, application, link, now));
  }
}
