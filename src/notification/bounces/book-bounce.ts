import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { withoutAddresses } from '../../platform/mail/smtp-outcome.js';
import type { ReportedFate } from './delivery-status-report.js';

/** Writes into the ledger what other servers say of a mail after ours had taken it. */
@Injectable()
export class BookBounce {
  constructor(private readonly em: EntityManager) {}

  /** Only what has left, or may have, can come back. */
  async knows(deliveryId: string): Promise<boolean> {
    const [known] = await this.em.fork().execute<object[]>('select 1 from notification.delivery where id = ? and (attempts > 0 or tried_at is not null)', [deliveryId]);
    return known !== undefined;
  }

  /**
   * `failed` with 5.x.x is a hard bounce; with 4.x.x a soft one: given up, but not for good. `delayed` is only
   * noted. The same report twice is one. What came back has told nobody anything.
   */
  async book(deliveryId: string, { action, status, diagnostic }: ReportedFate): Promise<void> {
    const answer = withoutAddresses([status, diagnostic].filter(Boolean).join(' '));
    if (action === 'delayed') {
      await this.em.fork().execute(`
        insert into notification.happening (delivery_id, event, answer)
        select id, 'delayed', ? from notification.delivery where id = ? and status = 'sent'
           and (select count(*) from notification.happening known where known.delivery_id = delivery.id and known.event = 'delayed') < 20
        returning id`, [answer, deliveryId]);
      return;
    }
    const bounce = status.startsWith('5') ? 'hard' : 'soft';
    await this.em.fork().execute(`
      with back as (
        update notification.delivery set status = 'bounced', bounce = ?, reason = ?, last_answer = ?, told = null, leased_until = null
         where id = ? and (attempts > 0 or tried_at is not null) and (bounce is null or (bounce = 'soft' and ? = 'hard')) returning id
      )
      insert into notification.happening (delivery_id, event, answer) select id, 'bounced', ? from back returning id`,
    [bounce, status, answer, deliveryId, bounce, answer]);
  }
}
