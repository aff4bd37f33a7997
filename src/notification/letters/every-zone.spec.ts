import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../platform/model/refusal.js';
import { instantOf, wallTimeOf } from '../../platform/model/wall-time.js';
import { shownIn } from './shown-time.js';

const FROM = Temporal.Instant.from('2026-12-01T00:00Z');
const UNTIL = Temporal.Instant.from('2036-12-01T00:00Z');
const zones = Intl.supportedValuesOf('timeZone');

interface Transition {
  zone: string;
  /** The first instant after it. */
  at: Date;
  /** What the clocks show then, and what they would show without it. */
  shows: Temporal.PlainDateTime;
  wouldShow: Temporal.PlainDateTime;
}

function transitionsOf(zone: string): Transition[] {
  const found: Transition[] = [];
  let here: Temporal.ZonedDateTime | null = FROM.toZonedDateTimeISO(zone);
  while ((here = here.getTimeZoneTransition('next')) && Temporal.Instant.compare(here.toInstant(), UNTIL) < 0) {
    const before = here.subtract({ nanoseconds: 1 });
    if (before.offsetNanoseconds === here.offsetNanoseconds) continue; // only its name changes
    found.push({ zone, at: new Date(here.epochMilliseconds), shows: here.toPlainDateTime(), wouldShow: here.toPlainDateTime().add({ nanoseconds: before.offsetNanoseconds - here.offsetNanoseconds }) });
  }
  return found;
}

const minute = (at: Temporal.PlainDateTime, minutes = 0): string => at.add({ minutes }).toString({ smallestUnit: 'minute' });
const transitions = zones.flatMap(transitionsOf);
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

describe('in every zone, through every change of its clocks in the next ten years', () => {
  it('there is something to look at', () => {
    expect(zones.length).toBeGreaterThan(400);
    expect(transitions.length).toBeGreaterThan(2_000);
    for (const sign of [-1, 1]) expect(transitions.some(({ shows, wouldShow }) => Temporal.PlainDateTime.compare(shows, wouldShow) === sign)).toBe(true);
  });

  it('a wall time that is skipped is refused, and the next valid one is named', () => {
    const wrong: string[] = [];
    for (const { zone, shows, wouldShow } of transitions) {
      const minutes = wouldShow.until(shows, { largestUnit: 'minutes' }).minutes;
      for (const skipped of minutes > 0 ? [minute(wouldShow), minute(wouldShow, Math.floor(minutes / 2)), minute(shows, -1)] : []) {
        try {
          wrong.push(`${zone} ${skipped} is ${instantOf(skipped, zone).toISOString()}`);
        } catch (error) {
          const next = error instanceof Refusal && error.code === 'wall-time-skipped' ? String(error.extra['next']) : String(error);
          if (next !== minute(shows) || wallTimeOf(instantOf(next, zone), zone) !== next) wrong.push(`${zone} ${skipped}: ${next}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('a wall time that comes twice asks which; the two show the same hours, and are told apart by their offset', () => {
    const wrong: string[] = [];
    for (const { zone, shows, wouldShow } of transitions) {
      const minutes = shows.until(wouldShow, { largestUnit: 'minutes' }).minutes;
      for (const twice of minutes > 0 ? [minute(shows), minute(shows, minutes - 1)] : []) {
        const [earlier, later] = [instantOf(twice, zone, 'earlier'), instantOf(twice, zone, 'later')];
        const told = [earlier, later].map((startsAt) => shownIn(zone, { startsAt, endsAt: startsAt, timeZone: zone }, 'en-GB'));
        const sameClock = told[0]!.hours === told[1]!.hours && told[0]!.date === told[1]!.date;
        if (later.getTime() - earlier.getTime() !== minutes * 60_000 || !sameClock || told[0]!.zone === told[1]!.zone) wrong.push(`${zone} ${twice}: ${JSON.stringify(told)}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('what a letter shows is what is stored: just before, at and just after each change', () => {
    const wrong: string[] = [];
    for (const { zone, at } of transitions) {
      for (const minutes of [-61, -1, 0, 61]) {
        const startsAt = new Date(at.getTime() + minutes * 60_000);
        const shown = shownIn(zone, { startsAt, endsAt: startsAt, timeZone: zone }, 'en-GB');
        const stored = wallTimeOf(startsAt, zone);
        const [date, clock] = stored.split('T') as [string, string];
        const expected = `${day.format(new Date(`${date}T00:00Z`))} ${clock} – ${clock}`;
        if (`${shown.date} ${shown.hours}` !== expected) wrong.push(`${zone} ${startsAt.toISOString()}: shown ${shown.date} ${shown.hours}, stored ${stored}`);
        const again = [instantOf(stored, zone, 'earlier'), instantOf(stored, zone, 'later')].map(Number);
        if (!again.includes(startsAt.getTime())) wrong.push(`${zone} ${stored} does not lead back`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});
