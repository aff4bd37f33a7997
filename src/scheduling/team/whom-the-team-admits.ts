import { EntityManager } from '@mikro-orm/postgresql';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { WhomTheTeamAdmits, type TeamAdmission } from '../events.js';
import { Teammate } from '../model/teammate.js';

@QueryHandler(WhomTheTeamAdmits)
export class WhomTheTeamAdmitsHandler implements IQueryHandler<WhomTheTeamAdmits> {
  constructor(private readonly em: EntityManager) {}

  async execute({ by }: WhomTheTeamAdmits): Promise<TeamAdmission | null> {
    const who = 'teammateId' in by ? { id: by.teammateId } : by;
    const teammate = await this.em.findOne(Teammate, { ...who, status: 'named' }, { disableIdentityMap: true });
    return teammate && { teammateId: teammate.id, sessionId: teammate.sessionId, role: teammate.role, name: teammate.name ?? '' };
  }
}
