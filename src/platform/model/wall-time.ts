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

/** Whether the zone's clocks show this wall time twice. */
export function isRepeated(wallTime: string, timeZone: string): boolean {
  const wall = parse(wallTime);
  return wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' }).epochMilliseconds !== wall.toZonedDateTime(timeZone, { disambiguation: 'later' }).epochMilliseconds;
}

/** The wall-clock time, to the minute, that a zone shows at an instant. */
export function wallTimeOf(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** Whether the name is an IANA zone (or link) that this runtime knows; offsets such as `+02:00` are not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
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
