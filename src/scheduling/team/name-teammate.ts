import { EntityManager, ForeignKeyConstraintViolationException, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { MembersOfWorkspace } from '../../identity/events.js';
import type { Principal } from '../../identity/principal.js';
import { Sealer, hashToken, newToken } from '../../platform/config/sealed.js';
import { Clock } from '../../platform/model/clock.js';
import { Invalid, NotFound, Refusal } from '../../platform/model/refusal.js';
import type { TeamRole } from '../events.js';
import { alreadyNamed } from '../model/session.js';
import { Teammate, type KeptLink, type NamedPerson } from '../model/teammate.js';
import { sessionOf } from '../session-of.js';

/** A member by their account, or anybody by name and address. */
export type Whom = { role: TeamRole; locale?: string } & ({ userId: string } | { name: string; email: string });

/** So many hosts and speakers a session may have: as many as a room lets send at once. */
const MOST = 100;

/** The organizer names a host or a speaker. Their link reaches them by mail, and by nothing else. */
export class NameTeammate extends Command<Teammate> {
  constructor(
    readonly sessionId: string,
    readonly whom: Whom,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(NameTeammate)
export class NameTeammateHandler implements ICommandHandler<NameTeammate> {
  constructor(
    private readonly em: EntityManager,
    private readonly queries: QueryBus,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async execute({ sessionId, whom, by }: NameTeammate): Promise<Teammate> {
    const session = await sessionOf(this.em, sessionId, by);
    const person = 'userId' in whom ? await this.member(whom, by) : whom;
    const teammate = session.name(by, person, freshLink(this.sealer), this.clock.now());
    if ((await this.em.count(Teammate, { sessionId, status: 'named' })) >= MOST) throw new Refusal('team-full', `At most ${MOST} hosts and speakers, please.`);
    this.em.persist(teammate);
    await this.em.flush().catch((error: unknown) => {
      if (error instanceof ForeignKeyConstraintViolationException) throw new NotFound('session'); // deleted at this moment
      if (!(error instanceof UniqueConstraintViolationException)) throw error;
      throw alreadyNamed('This address is on the team already.');
    });
    return teammate;
  }

  private async member({ userId, ...rest }: Extract<Whom, { userId: string }>, by: Principal): Promise<NamedPerson> {
    const member = (await this.queries.execute(new MembersOfWorkspace(by.workspaceId))).find((one) => one.userId === userId);
    if (!member) throw Invalid.at('/userId', 'no-member', 'Nobody in this workspace has that account.');
    return { ...rest, userId, name: member.name, email: member.email };
  }
}

export function freshLink(sealer: Sealer): KeptLink {
  const token = newToken();
  return { tokenHash: hashToken(token), sealedToken: sealer.seal(token) };
}
