import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { Refusal } from '../../platform/model/refusal.js';
import type { Session } from '../model/session.js';
import { sessionOf } from '../session-of.js';
import { forgetBytes } from './picture-bytes.js';

/** The session is shown without a picture again, and nothing of it is kept. Where there is none, nothing happens. */
export class RemovePicture extends Command<Session> {
  constructor(
    readonly sessionId: string,
    readonly seenVersion: number,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(RemovePicture)
export class RemovePictureHandler implements ICommandHandler<RemovePicture> {
  constructor(private readonly em: EntityManager) {}

  async execute({ sessionId, seenVersion, by }: RemovePicture): Promise<Session> {
    return this.em.transactional(async (em) => {
      const session = await sessionOf(em, sessionId, by);
      session.refuseStrangers(by);
      if (session.version !== seenVersion) throw new Refusal('changed-meanwhile', 'Somebody changed it since you read it.', 412);
      session.removePicture(by);
      await em.flush();
      await forgetBytes(em, session.id);
      return session;
    });
  }
}
