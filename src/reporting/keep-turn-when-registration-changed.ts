import { EntityManager } from '@mikro-orm/postgresql';
import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { LinkRotated, OfferLapsed, RegistrationDenied, RegistrationRevoked, RegistrationWaitlisted, RegistrationWithdrawn, SeatGiven, SeatOffered } from '../registration/events.js';
import type { Turn } from './turns.js';

type Turned = SeatGiven | RegistrationWaitlisted | RegistrationDenied | RegistrationWithdrawn | LinkRotated | RegistrationRevoked | SeatOffered | OfferLapsed;

/** A registration says only how it stands; how it came to that is kept here, for its story. */
@Subscriber(SeatGiven, RegistrationWaitlisted, RegistrationDenied, RegistrationWithdrawn, LinkRotated, RegistrationRevoked, SeatOffered, OfferLapsed)
export class KeepTurnWhenRegistrationChanged implements Subscribes<Turned> {
  constructor(private readonly em: EntityManager) {}

  async handle(event: Turned): Promise<void> {
    const { registrationId, sessionId, version } = event.facts;
    const { what, at } = turnOf(event);
    await this.em.execute('insert into reporting.turn (registration_id, version, session_id, at, what) values (?, ?, ?, ?, ?) on conflict do nothing', [registrationId, version, sessionId, at, what]);
  }
}

function turnOf(event: Turned): { what: Turn; at: string } {
  if (event instanceof SeatGiven) return { what: event.facts.restored ? 'link-restored' : 'seat-given', at: event.facts.givenAt };
  if (event instanceof RegistrationWaitlisted) return { what: event.facts.restored ? 'link-restored' : 'waitlisted', at: event.facts.waitlistedAt };
  if (event instanceof SeatOffered) return { what: 'seat-offered', at: event.facts.offeredAt };
  if (event instanceof OfferLapsed) return { what: 'offer-lapsed', at: event.facts.lapsedAt };
  if (event instanceof RegistrationDenied) return { what: 'seat-denied', at: event.facts.deniedAt };
  if (event instanceof RegistrationWithdrawn) return { what: 'withdrawn', at: event.facts.withdrawnAt };
  return event instanceof LinkRotated ? { what: 'link-rotated', at: event.facts.rotatedAt } : { what: 'link-revoked', at: event.facts.revokedAt };
}
