import { EntityManager } from '@mikro-orm/postgresql';
import { Subscriber, type Subscribes } from '../platform/events/subscriber.js';
import { RegistrationErased } from '../registration/events.js';

/**
 * Who wants to be forgotten gets no more mail, and what was mailed is counted without saying to whom. A
 * stone with the version stays: what is heard late of this registration is older.
 */
@Subscriber(RegistrationErased)
export class ForgetPersonWhenErased implements Subscribes<RegistrationErased> {
  constructor(private readonly em: EntityManager) {}

  async handle({ facts: { registrationId, sessionId, version } }: RegistrationErased): Promise<void> {
    await this.em.execute(`
      insert into notification.recipient (id, session_id, role, email, name, time_zone, locale, status, sealed_token, revision, version, since)
      values (?, ?, 'attendee', '', '', 'UTC', 'en', 'withdrawn', null, 0, ?, now())
      on conflict (id) do update set email = '', name = '', sealed_token = null, status = 'withdrawn', version = excluded.version`,
    [registrationId, sessionId, version]);
    // A mail server's answers quote addresses. The fence: whoever holds one of these now books nothing any more.
    await this.em.execute(`
      update notification.delivery set last_answer = null, fence = fence + 1, leased_until = null,
             status = case when status in ('queued', 'deferred') then 'superseded' else status end
       where recipient_id = ?`, [registrationId]);
    await this.em.execute('update notification.happening set answer = null where delivery_id in (select id from notification.delivery where recipient_id = ?)', [registrationId]);
  }
}
