import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import type { Registration } from '../model/registration.js';
import { Deciding } from './deciding.js';

/** The organizer says yes: each of them has a seat and gets their link, or is in line for one where none is free. Said of who has one already, it changes nothing. */
export class ApproveRegistrations extends Command<Registration[]> {
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

@CommandHandler(ApproveRegistrations)
export class ApproveRegistrationsHandler implements ICommandHandler<ApproveRegistrations> {
  constructor(private readonly deciding: Deciding) {}

  execute({ sessionId, ids, message, by }: ApproveRegistrations): Promise<Registration[]> {
    return this.deciding.about(sessionId, ids, by, (registration, now, seats) => {
      // The seat that they were offered is held for them.
      if (registration.status === 'offered') return registration.giveSeat(now, message);
      if (registration.status !== 'pending' && registration.status !== 'denied') return;
      if (seats.take()) registration.giveSeat(now, message);
      else registration.waitlist(now, message);
    });
  }
}
