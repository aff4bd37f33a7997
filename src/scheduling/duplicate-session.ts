import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { Clock } from '../platform/model/clock.js';
import type { Occurrence } from '../platform/model/wall-time.js';
import { Refusal } from '../platform/model/refusal.js';
import type { Session } from './model/session.js';
import { TimeSlot } from './model/time-slot.js';
import { copiedPicture } from './picture/picture-bytes.js';
import { sessionOf } from './session-of.js';

/** When the copy takes place; what is not named is as in the original. */
export interface WhenAgain {
  wallTime: string;
  timeZone?: string;
  occurrence?: Occurrence;
  durationMinutes?: number;
}

/** The same once more at another time: everything but the people, at an address of its own. Any member of the workspace may: the copy is theirs. */
export class DuplicateSession extends Command<Session> {
  constructor(
    readonly sessionId: string,
    readonly when: WhenAgain,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(DuplicateSession)
export class DuplicateSessionHandler implements ICommandHandler<DuplicateSession> {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async execute({ sessionId, when, by }: DuplicateSession): Promise<Session> {
    return this.em.transactional(async (em) => {
      const original = await sessionOf(em, sessionId, by);
      const slot = TimeSlot.planned(when.wallTime, when.timeZone ?? original.timeZone, when.durationMinutes ?? original.durationMinutes, when.occurrence);
      const copy = original.duplicate(by, slot, this.clock.now());
      em.persist(copy);
      await em.flush();
      if (copy.picture && !(await copiedPicture(em, original, copy))) throw new Refusal('changed-meanwhile', 'Its picture was changed at this moment. Look again, then repeat.');
      return copy;
    });
  }
}
