import { EntityManager } from '@mikro-orm/postgresql';
import { Subscriber, type Subscribes } from '../../platform/events/subscriber.js';
import { RegistrationErased } from '../../registration/events.js';
import { SessionDeleted, TeammateErased } from '../../scheduling/events.js';

type Facts = { registrationId: string } | { teammateId: string } | { sessionId: string };

/** The voice and the picture of whoever wants to be forgotten go with their name; with a session all of it. */
@Subscriber(RegistrationErased, TeammateErased, SessionDeleted)
export class EraseRecordingsWhenSomebodyForgotten implements Subscribes<RegistrationErased> {
  constructor(private readonly em: EntityManager) {}

  async handle({ facts }: { facts: Facts }): Promise<void> {
    if ('registrationId' in facts) await this.ofSeat('registration', facts.registrationId);
    else if ('teammateId' in facts) await this.ofSeat('teammate', facts.teammateId);
    else await this.em.execute('update conferencing.recorded_piece set erased = true where session_id = ?', [facts.sessionId]);
  }

  private async ofSeat(kind: string, id: string): Promise<void> {
    await this.em.execute('update conferencing.recorded_piece set erased = true where seat_id in (select id from conferencing.seat where occupant_kind = ? and occupant_id = ?)', [kind, id]);
  }
}
