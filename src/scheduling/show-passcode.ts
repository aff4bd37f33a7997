import { EntityManager } from '@mikro-orm/postgresql';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RateLimit } from '../platform/http/rate-limit.js';
import { Refusal } from '../platform/model/refusal.js';
import { ShowPasscode } from './events.js';
import { Passcodes } from './passcodes.js';

const WRONG = { most: 20, seconds: 600 };

/** Only wrong ones count: an office behind one address knows the right one, and who guesses is soon done. */
@CommandHandler(ShowPasscode)
export class ShowPasscodeHandler implements ICommandHandler<ShowPasscode> {
  constructor(
    private readonly em: EntityManager,
    private readonly passcodes: Passcodes,
    private readonly limit: RateLimit,
  ) {}

  async execute({ sessionId, passcode, from }: ShowPasscode): Promise<void> {
    const [session] = await this.em.execute<{ stored: string | null }[]>('select passcode_hash as stored from scheduling.session where id = ?', [sessionId]);
    if (!session?.stored) return;
    if (!passcode?.trim()) throw refused('passcode-needed', 'This session asks for a passcode: the organizer gives it to you.');
    const whom = `${sessionId}\n${from}`;
    await this.limit.refuseWhenSpent('wrong-passcode', whom, WRONG);
    if (await this.passcodes.fits(session.stored, passcode)) return;
    await this.limit.spend('wrong-passcode', whom, WRONG);
    throw refused('wrong-passcode', 'That is not the passcode of this session.');
  }
}

const refused = (code: string, detail: string): Refusal => new Refusal(code, detail, 403, [{ pointer: '/passcode', code, detail }]);
