import { EntityManager } from '@mikro-orm/postgresql';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { HowManyRegistered, type Registered } from './events.js';

@QueryHandler(HowManyRegistered)
export class HowManyRegisteredHandler implements IQueryHandler<HowManyRegistered> {
  constructor(private readonly em: EntityManager) {}

  async execute({ sessionId, whoCame }: HowManyRegistered): Promise<Registered> {
    const [row] = await this.em.execute<[Registered]>(
      `select count(*)::int as registered, count(*) filter (where came)::int as came
         from (select status, id = any(?::uuid[]) as came from registration.registration where session_id = ?) as one where status = 'confirmed' or came`,
      [`{${whoCame.join(',')}}`, sessionId],
    );
    return row;
  }
}
