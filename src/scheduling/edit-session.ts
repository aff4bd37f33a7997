import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { Clock } from '../platform/model/clock.js';
import { Refusal } from '../platform/model/refusal.js';
import { farewellFrom } from './model/farewell.js';
import { formFrom } from './model/form.js';
import type { Plan, Session } from './model/session.js';
import { NO_TERMS } from './events.js';
import { termsFrom } from './model/terms.js';
import { TimeSlot } from './model/time-slot.js';
import { hashPasscode } from './passcodes.js';
import type { DraftSession } from './schedule-session.js';
import { sessionOf } from './session-of.js';

/** An organizer changes what is planned: words, form, theme, or the time itself. */
export class EditSession extends Command<Session> {
  /** @param seenVersion the version that whoever edits has read; another one in the database refuses the edit. */
  constructor(
    readonly sessionId: string,
    readonly changes: Partial<DraftSession>,
    readonly seenVersion: number,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(EditSession)
export class EditSessionHandler implements ICommandHandler<EditSession> {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async execute({ sessionId, changes, seenVersion, by }: EditSession): Promise<Session> {
    const session = await sessionOf(this.em, sessionId, by);
    if (session.version !== seenVersion) throw new Refusal('changed-meanwhile', 'Somebody changed it since you read it.', 412);
    session.edit(by, { ...planFrom(changes, session), ...(changes.passcode !== undefined && { passcodeHash: changes.passcode && (await hashPasscode(changes.passcode)) }) }, this.clock.now());
    await this.em.flush();
    return session;
  }
}

function planFrom(changes: Partial<DraftSession>, session: Session): Partial<Plan> {
  const { title, description, theme, fields, terms, farewell, countdown, recording } = changes;
  const timed = [changes.wallTime, changes.timeZone, changes.durationMinutes, changes.occurrence].some((one) => one !== undefined);
  // Only the duration changed: the instant stays the one that people were told.
  const sameClock = (changes.wallTime ?? session.wallTime) === session.wallTime && (changes.timeZone ?? session.timeZone) === session.timeZone && !changes.occurrence;
  const minutes = changes.durationMinutes ?? session.durationMinutes;
  const planned = (): TimeSlot => TimeSlot.planned(changes.wallTime ?? session.wallTime, changes.timeZone ?? session.timeZone, minutes, changes.occurrence);
  const timeZone = changes.timeZone ?? session.timeZone;
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(changes.roomLimit !== undefined && { roomLimit: changes.roomLimit }),
    ...(theme !== undefined && { theme }),
    ...(recording !== undefined && { recording }),
    ...(fields !== undefined && { form: fields && formFrom(fields) }),
    ...(farewell !== undefined && { farewell: farewellFrom(farewell) }),
    ...(countdown !== undefined && { countdown }),
    terms: fields === null ? NO_TERMS : termsFrom(terms ?? {}, session, timeZone),
    ...(timed && { slot: sameClock ? TimeSlot.stored(session.wallTime, session.timeZone, planned().durationMinutes, session.startsAt) : planned() }),
  };
}
