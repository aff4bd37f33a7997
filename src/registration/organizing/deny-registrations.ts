import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import type { Registration } from '../model/registration.js';
import { Deciding } from './deciding.js';

/** The organizer says no, also to who was approved before. Said of who gave up by themselves, it changes nothing. */
export class DenyRegistrations extends Command<Registration[]> {
  /** @param message in the organizer's own words, for the letter. */
  constructor(
    readonly sessionId: string,
    readonly ids: readonly string[],
    readonly message: string | undefined,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(DenyRegistrations)
export class DenyRegistrationsHandler implements ICommandHandler<DenyRegistrations> {
  constructor(private readonly deciding: Deciding) {}

  execute({ sessionId, ids, message, by }: DenyRegistrations): Promise<Registration[]> {
    return this.deciding.about(sessionId, ids, by, (registration, now) => registration.deny(now, message));
  }
}
