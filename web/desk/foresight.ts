import { useMutation } from '@tanstack/preact-query';
import { api, type Schemas } from '../../client/api.ts';
import { viewerLocale } from '../kit/times.ts';
import { isShownTwice } from './draft.ts';
import { dataOf } from './refused.ts';
import type { Session, SessionBody } from './sessions.ts';

export type Foreseen = Schemas['ForeseenAnswer'];
export type ForeseenLetter = Schemas['ForeseenLetterAnswer'];
/** What an organizer thinks of doing; nothing of it is done by asking. */
export type Thought = Pick<Schemas['ForeseeBody'], 'wallTime' | 'timeZone' | 'occurrence' | 'durationMinutes' | 'cancel'>;

/** So many are asked for at first, all that most sessions have. */
const SOME = 100;
/** The most that the server tells at once. */
export const MANY = 500;

/** Who would be told what; `seconds` is how long the mails would wait, by the server's own reckoning. */
export interface Foresight extends Foreseen {
  thought: Thought;
  seconds: number;
}

export function useForesee(id: string) {
  return useMutation({
    mutationFn: async (thought: Thought): Promise<Foresight> => {
      const asked = api.POST('/api/sessions/{id}/foresee', { params: { path: { id } }, body: { ...thought, limit: SOME } });
      const foreseen = await dataOf(asked);
      // Against the server's own clock where it tells it: this device's may be wrong by minutes.
      const there = Date.parse((await asked).response.headers.get('date') ?? '');
      return { ...foreseen, thought, seconds: Math.max(0, Math.floor((Date.parse(foreseen.tellsAt) - (there || Date.now())) / 1000)) };
    },
  });
}

/** The people after those that are shown already. */
export function useForeseeMore(id: string, thought: Thought) {
  return useMutation({
    mutationFn: (after: string) => dataOf(api.POST('/api/sessions/{id}/foresee', { params: { path: { id } }, body: { ...thought, after, limit: MANY } })),
  });
}

/** Of the changes to a session, those that move it. */
export function thoughtOf({ wallTime, timeZone, occurrence, durationMinutes }: Partial<SessionBody>): Thought {
  return JSON.parse(JSON.stringify({ wallTime, timeZone, occurrence, durationMinutes })) as Thought;
}

export function isMove(changes: Partial<SessionBody>): boolean {
  return Object.keys(thoughtOf(changes)).length > 0;
}

/** Whether there is anything to look at: a host who moves it by day for nobody but hosts has seen it all. */
export function concernsOthers({ items, counts, next }: Foreseen): boolean {
  return counts.night > 0 || next !== null || items.length > 1 || items.some(({ role }) => role !== 'host');
}

/** The change that brings an earlier time back, to the instant: what the clocks show twice is named. */
export function backTo(before: Session['when'], now: Session['when']): Thought {
  const moved = before.startsAt !== now.startsAt || before.wallTime !== now.wallTime || before.timeZone !== now.timeZone;
  return {
    ...(moved && { wallTime: before.wallTime, timeZone: before.timeZone, ...(isShownTwice(before.wallTime, before.timeZone) && { occurrence: occurrenceOf(before) }) }),
    ...(before.durationMinutes !== now.durationMinutes && { durationMinutes: before.durationMinutes }),
  };
}

/** Which of two: an hour before the earlier one the clocks still show what they show before it; before the later one, they do not. */
function occurrenceOf({ wallTime, timeZone, startsAt }: Session['when']): 'earlier' | 'later' {
  const offset = Date.parse(`${wallTime}:00Z`) - Date.parse(startsAt);
  return offset === offsetAt(Date.parse(startsAt) - 86_400_000, timeZone) ? 'earlier' : 'later';
}

function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' }).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - Math.floor(instant / 60_000) * 60_000;
}

/** "Wed 2 Dec, 03:00 – 04:00": what the clocks of somebody's zone show, as the server has worked it out. */
export function spellLocal({ startsAt, endsAt }: { startsAt: string; endsAt: string }, locale = viewerLocale()): string {
  const [start, end] = [new Date(`${startsAt}:00Z`), new Date(`${endsAt}:00Z`)];
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' });
  const hour = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' });
  const overnight = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short', hour: 'numeric', minute: '2-digit' });
  const hours = startsAt.slice(0, 10) === endsAt.slice(0, 10) ? hour.formatRange(start, end) : `${hour.format(start)} – ${overnight.format(end)}`;
  return `${day.format(start)}, ${hours}`;
}

/** "at once", "in one minute", "in two minutes": how long somebody can still think again. */
export function spellWait(seconds: number): string {
  if (seconds < 5) return 'at once';
  if (seconds < 45) return 'in a moment';
  const minutes = Math.round(seconds / 60);
  return `in ${['', 'one minute', 'two minutes', 'three minutes'][minutes] ?? `${minutes} minutes`}`;
}

/** "One person", "214 people". */
export function people(count: number): string {
  return count === 1 ? 'One person' : `${count.toLocaleString(viewerLocale())} people`;
}
