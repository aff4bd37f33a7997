import { wallTimeOf } from '../../platform/model/wall-time.js';

const EVENING_ENDS = '22:00';
const MORNING_BEGINS = '07:00';

/** A session as one zone's clocks show it. */
export interface LocalTime {
  /** `2026-12-01T15:00` */
  startsAt: string;
  endsAt: string;
  /** Any of it lies between 22:00 and 07:00. */
  night: boolean;
}

/** What the clocks of a zone show at a session, and whether people there would rather sleep. */
export function localTime({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, timeZone: string): LocalTime {
  const [start, end] = [wallTimeOf(startsAt, timeZone), wallTimeOf(endsAt, timeZone)];
  const [[day, from], [lastDay, until]] = [start.split('T') as [string, string], end.split('T') as [string, string]];
  return { startsAt: start, endsAt: end, night: day !== lastDay || from < MORNING_BEGINS || until > EVENING_ENDS }; // what begins in the evening ends later still
}
