import { Temporal } from 'temporal-polyfill';
import { Invalid, Refusal } from './refusal.js';

/** Which of two instants a wall time means that a zone repeats when its clocks go back. */
export type Occurrence = 'earlier' | 'later';

const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/**
 * The instant of a wall-clock time in an IANA zone: the only place where zones are computed.
 *
 * @throws Refusal `wall-time-skipped` (with `next`, the first valid one) where the clocks jump over it;
 *   Invalid where time or zone is none. A repeated wall time means the earlier instant unless asked.
 */
export function instantOf(wallTime: string, timeZone: string, occurrence: Occurrence = 'earlier'): Date {
  if (!isTimeZone(timeZone)) throw Invalid.at('/timeZone', 'time-zone', 'Choose a time zone such as Europe/Berlin.');
  const wall = parse(wallTime);
  const zoned = wall.toZonedDateTime(timeZone, { disambiguation: occurrence });
  if (!zoned.toPlainDateTime().equals(wall)) {
    const next = firstAfterTheGap(wall, timeZone);
    const detail = `The clocks in ${timeZone} jump over ${wallTime.replace('T', ' ')}. The next valid time is ${next.replace('T', ' ')}.`;
    throw new Refusal('wall-time-skipped', detail, 422, [{ pointer: '/wallTime', code: 'wall-time-skipped', detail }], { next });
  }
  return new Date(zoned.epochMilliseconds);
}

/**
 * The instant at which a wall-clock time is now, that was once taken to be at `before`: the same one as long as the
 * zone's rules say so; where they changed, the instant of the same wall time by the new ones, or of the first valid
 * time after it where they skip it. A repeated wall time stays on the side on which it was.
 */
export function instantByRulesNow(wallTime: string, timeZone: string, before: Date): { wallTime: string; instant: Date } {
  try {
    const both = [instantOf(wallTime, timeZone, 'earlier'), instantOf(wallTime, timeZone, 'later')] as const;
    return { wallTime, instant: both.find((one) => one.getTime() === before.getTime()) ?? both[0] };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'wall-time-skipped') throw error;
    const next = error.extra['next'] as string;
    return { wallTime: next, instant: instantOf(next, timeZone) };
  }
}

/** The wall-clock time, to the minute, that a zone shows at an instant. */
export function wallTimeOf(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** Asking the runtime costs more than all else that a registration is asked. There are some 600. */
const known = new Set<string>();

/** Whether the name is an IANA zone (or link) that this runtime knows; offsets such as `+02:00` are not. */
export function isTimeZone(name: string): boolean {
  if (known.has(name)) return true;
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    if (known.size < 2_000) known.add(name); // in any spelling of capitals
    return true;
  } catch {
    return false;
  }
}

function parse(wallTime: string): Temporal.PlainDateTime {
  try {
    if (WALL_TIME.test(wallTime)) return Temporal.PlainDateTime.from(wallTime, { overflow: 'reject' });
  } catch {
    // falls through to the refusal
  }
  throw Invalid.at('/wallTime', 'wall-time', 'Give date and time as 2026-12-01T15:00.');
}

function firstAfterTheGap(wall: Temporal.PlainDateTime, timeZone: string): string {
  // `earlier` reads a skipped time with the offset after the gap, which is an instant before the jump.
  const before = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const jump = before.getTimeZoneTransition('next');
  return (jump ?? before).toPlainDateTime().toString({ smallestUnit: 'minute' });
}
