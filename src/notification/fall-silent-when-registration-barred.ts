import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { RegistrationBarred } from '../registration/events.js';
import { Copies } from './copies.js';
import { Ledger } from './ledger.js';

/** Whom a host has banned gets no mail about the session any more: neither what waits to be sent nor what would come. */
@Subscriber(RegistrationBarred)
export class FallSilentWhenRegistrationBarred implements Subscribes<RegistrationBarred> {
  constructor(private readonly copies: Copies, private readonly ledger: Ledger) {}

  async handle({ facts }: RegistrationBarred): Promise<void> {
    if (!(await this.copies.haveSession(facts.sessionId))) return;
    if (await this.copies.keepRegistrant(facts, null)) await this.ledger.fallSilent(facts.registrationId);
  }
}
