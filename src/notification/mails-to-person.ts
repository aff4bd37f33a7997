import { EntityManager } from '@mikro-orm/postgresql';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { UTC } from '../platform/database/utc.js';
import { MailsToPerson, type MailToPerson } from './events.js';

@QueryHandler(MailsToPerson)
export class MailsToPersonHandler implements IQueryHandler<MailsToPerson> {
  constructor(private readonly em: EntityManager) {}

  async execute({ sessionId, recipientId }: MailsToPerson): Promise<MailToPerson[]> {
    const rows = await this.em.execute<(Omit<MailToPerson, 'history'> & { createdAt: string; history: string | null })[]>(
      `select kind, status, minutes_before as "minutesBefore", ${UTC('created_at')} as "createdAt",
              (select json_agg(json_build_object('at', ${UTC('at')}, 'event', event, 'answer', answer) order by happening.id) from notification.happening where delivery_id = delivery.id)::text as history
         from notification.delivery where session_id = ? and recipient_id = ? order by created_at, id`,
      [sessionId, recipientId],
    );
    return rows.map(({ createdAt, history, ...mail }) => ({ ...mail, history: [{ at: createdAt, event: 'queued', answer: null }, ...(JSON.parse(history ?? '[]') as MailToPerson['history'])] }));
  }
}
