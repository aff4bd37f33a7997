import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { createHash } from 'node:crypto';
import type { Principal } from '../../identity/principal.js';
import { Clock } from '../../platform/model/clock.js';
import { Invalid, Refusal } from '../../platform/model/refusal.js';
import { plainPicture } from '../model/picture/plain-picture.js';
import type { Session } from '../model/session.js';
import { sessionOf } from '../session-of.js';
import { keepBytes } from './picture-bytes.js';

/** A picture for the public page; without a file, other words for the one that is there. */
export class ShowPicture extends Command<Session> {
  constructor(
    readonly sessionId: string,
    readonly file: Buffer | undefined,
    /** What it shows, for who does not see it; null where it only decorates. */
    readonly alt: string | null,
    readonly seenVersion: number,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(ShowPicture)
export class ShowPictureHandler implements ICommandHandler<ShowPicture> {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** The bytes and what tells of them are stored together, or not at all. */
  async execute({ sessionId, file, alt, seenVersion, by }: ShowPicture): Promise<Session> {
    return this.em.transactional(async (em) => {
      const session = await sessionOf(em, sessionId, by);
      session.refuseStrangers(by);
      if (session.version !== seenVersion) throw new Refusal('changed-meanwhile', 'Somebody changed it since you read it.', 412);
      const picture = file && plainPicture(file);
      const shown = picture ? { hash: createHash('sha256').update(picture.bytes).digest('base64url'), width: picture.width, height: picture.height } : session.picture;
      if (!shown) throw Invalid.at('/image', 'picture-missing', 'Choose a picture first.');
      session.showPicture(by, { ...shown, alt: alt && alt.trim().replace(/\s+/g, ' ') }, this.clock.now());
      await em.flush();
      if (picture) await keepBytes(em, session.id, shown.hash, picture);
      return session;
    });
  }
}
