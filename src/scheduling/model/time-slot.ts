import { Invalid } from '../../platform/model/refusal.js';
import { instantByRulesNow, instantOf, type Occurrence } from '../../platform/model/wall-time.js';
import type { When } from '../events.js';

export const MAX_DURATION_MINUTES = 24 * 60;

/** When a session is: a wall clock in a zone for so many minutes, and the instants that follow from it. */
export class TimeSlot {
  readonly endsAt: Date;

  private constructor(
    readonly wallTime: string,
    readonly timeZone: string,
    readonly durationMinutes: number,
    readonly startsAt: Date,
  ) {
    this.endsAt = new Date(startsAt.getTime() + durationMinutes * 60_000);
  }

  /** @throws Refusal `wall-time-skipped`, Invalid for a zone, time or duration that is none. */
  static planned(wallTime: string, timeZone: string, durationMinutes: number, occurrence?: Occurrence): TimeSlot {
    if (!Number.isInteger(durationMinutes) || durationMinutes < 1 || durationMinutes > MAX_DURATION_MINUTES) {
      throw Invalid.at('/durationMinutes', 'duration', 'Choose a duration between one minute and a day.');
    }
    return new TimeSlot(wallTime, timeZone, durationMinutes, instantOf(wallTime, timeZone, occurrence));
  }

  /** As stored: the instant is not computed anew, for it is what people were told. */
  static stored(wallTime: string, timeZone: string, durationMinutes: number, startsAt: Date): TimeSlot {
    return new TimeSlot(wallTime, timeZone, durationMinutes, startsAt);
  }

  /** The same wall clock by the zone's rules as this runtime knows them. */
  byRulesNow(): TimeSlot {
    const { wallTime, instant } = instantByRulesNow(this.wallTime, this.timeZone, this.startsAt);
    return new TimeSlot(wallTime, this.timeZone, this.durationMinutes, instant);
  }

  equals(other: TimeSlot): boolean {
    return (
      this.wallTime === other.wallTime &&
      this.timeZone === other.timeZone &&
      this.durationMinutes === other.durationMinutes &&
      this.startsAt.getTime() === other.startsAt.getTime()
    );
  }

  toJSON(): When {
    return {
      wallTime: this.wallTime,
      timeZone: this.timeZone,
      durationMinutes: this.durationMinutes,
      startsAt: this.startsAt.toISOString(),
      endsAt: this.endsAt.toISOString(),
    };
  }
}
