import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Principal } from '../identity/principal.js';
import { Clock } from '../platform/model/clock.js';
import type { Occurrence } from '../platform/model/wall-time.js';
import type { Recording, Theme } from './events.js';
import { farewellFrom, type DraftFarewell } from './model/farewell.js';
import { formFrom, type DraftField } from './model/form.js';
import { Session } from './model/session.js';
import { termsFrom, type DraftTerms } from './model/terms.js';
import { TimeSlot } from './model/time-slot.js';
import { hashPasscode } from './passcodes.js';

export interface DraftSession {
  title: string;
  description: string;
  theme: Theme;
  wallTime: string;
  timeZone: string;
  occurrence?: Occurrence;
  durationMinutes: number;
  /** Null: no registration page, anyone with the address may come. */
  fields: DraftField[] | null;
  /** Of the registration page, where there is one. */
  terms?: DraftTerms;
  /** Asked of who comes without a link of their own; null: nothing is. */
  passcode?: string | null;
  roomLimit?: number | null;
  farewell?: DraftFarewell | null;
  countdown?: boolean;
  recording?: Recording;
}

/** An organizer puts a session on the calendar. */
export class ScheduleSession extends Command<Session> {
  constructor(
    readonly draft: DraftSession,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(ScheduleSession)
export class ScheduleSessionHandler implements ICommandHandler<ScheduleSession> {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async execute({ draft, by }: ScheduleSession): Promise<Session> {
    const terms = draft.fields && draft.terms;
    const plan = {
      title: draft.title,
      description: draft.description,
      theme: draft.theme,
      slot: TimeSlot.planned(draft.wallTime, draft.timeZone, draft.durationMinutes, draft.occurrence),
      form: draft.fields && formFrom(draft.fields),
      terms: termsFrom(terms ?? {}, undefined, draft.timeZone),
      farewell: farewellFrom(draft.farewell ?? null),
      countdown: draft.countdown ?? false,
      ...(draft.recording && { recording: draft.recording }),
      roomLimit: draft.roomLimit ?? null,
      passcodeHash: draft.passcode ? await hashPasscode(draft.passcode) : null,
    };
    const session = new Session(by.workspaceId, by, plan, this.clock.now());
    this.em.persist(session);
    await this.em.flush();
    return session;
  }
}
