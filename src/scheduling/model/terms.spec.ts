import type { Invalid } from '../../platform/model/refusal.js';
import { NO_TERMS, isClosedByHour } from '../events.js';
import { termsAtStart, termsByRulesNow, termsFrom, type DraftTerms } from './terms.js';

const stored = (timeZone = 'Europe/Berlin') => ({ terms: termsFrom({ closing: { wallTime: '2026-11-30T18:00' } }, undefined, timeZone), timeZone });

describe('the terms of registering', () => {
  it('are none, as long as nobody sets any', () => {
    expect(termsFrom({}, undefined, 'UTC')).toEqual(NO_TERMS);
  });

  it('close at an hour of the session’s zone, kept beside the instant that it is', () => {
    expect(stored().terms.closing).toEqual({ wallTime: '2026-11-30T18:00', at: '2026-11-30T17:00:00.000Z' });
  });

  it('are open until that instant, and not at it', () => {
    const { terms } = stored();
    expect(['2026-11-30T16:59:59.999Z', '2026-11-30T17:00:00.000Z'].map((at) => isClosedByHour(terms, new Date(at)))).toEqual([false, true]);
  });

  it('stay as they were where nothing is said of them, and go where null is said', () => {
    expect(termsFrom({}, stored())).toEqual(stored().terms);
    expect(termsFrom({ closing: null }, stored()).closing).toBeNull();
  });

  it('keep the wall clock when the session moves to another zone: it is another instant', () => {
    expect(termsFrom({}, stored(), 'America/New_York').closing).toEqual({ wallTime: '2026-11-30T18:00', at: '2026-11-30T23:00:00.000Z' });
  });

  it('keep the instant that people were told, whatever has become of the zone since', () => {
    const told = { terms: { ...NO_TERMS, closing: { wallTime: '2026-11-30T18:00', at: '2026-11-30T16:30:00.000Z' } }, timeZone: 'Europe/Berlin' };
    expect(termsFrom({ closing: { wallTime: '2026-11-30T18:00' } }, told).closing).toEqual(told.terms.closing);
  });

  it('of an hour that comes twice mean the earlier, unless the later is picked', () => {
    const closingAt = (occurrence?: 'later') => termsFrom({ closing: { wallTime: '2026-10-25T02:30', ...(occurrence && { occurrence }) } }, undefined, 'Europe/Berlin').closing?.at;
    expect([closingAt(), closingAt('later')]).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']);
  });

  const wrongIn = (draft: DraftTerms): [string, string][] => {
    try {
      termsFrom(draft, undefined, 'UTC');
    } catch (error) {
      const { mistakes } = error as Invalid;
      for (const { detail } of mistakes) expect(detail).toMatch(/^[A-Z].{10,}\.$/); // said beside the field
      return mistakes.map(({ pointer, code }) => [pointer, code]);
    }
    return [];
  };

  it('have one seat to a million, or no limit, and whole ones', () => {
    for (const capacity of [0, -1, 1.5, 1_000_001, Number.NaN]) expect({ capacity, wrong: wrongIn({ capacity }) }).toEqual({ capacity, wrong: [['/registration/capacity', 'capacity']] });
    for (const capacity of [1, 1_000_000, null]) expect(termsFrom({ capacity }, undefined, 'UTC').capacity).toBe(capacity);
  });

  it('offer a freed seat for an hour to a fortnight, or give it at once', () => {
    for (const waitlistOfferHours of [0, -1, 1.5, 337, Number.NaN]) expect({ waitlistOfferHours, wrong: wrongIn({ waitlistOfferHours }) }).toEqual({ waitlistOfferHours, wrong: [['/registration/waitlistOfferHours', 'offer-hours']] });
    for (const waitlistOfferHours of [1, 336]) expect(termsFrom({ waitlistOfferHours }, undefined, 'UTC').waitlistOfferHours).toBe(waitlistOfferHours);
    expect(termsFrom({ waitlistOfferHours: null }, undefined, 'UTC')).not.toHaveProperty('waitlistOfferHours');
  });

  it('are each changed by themselves', () => {
    const before = { terms: termsFrom({ approval: true, capacity: 5, waitlistOfferHours: 12 }, undefined, 'UTC'), timeZone: 'UTC' };
    expect(termsFrom({ capacity: 7 }, before)).toEqual({ approval: true, capacity: 7, closing: null, waitlistOfferHours: 12 });
    expect(termsFrom({ approval: false, waitlistOfferHours: null }, before)).toEqual({ approval: false, capacity: 5, closing: null });
    expect(termsFrom({ capacity: null }, before).capacity).toBeNull();
  });

  it('refuse an hour in no zone, each mistake beside its own field', () => {
    expect(() => termsFrom({ closing: { wallTime: '18 o’clock' } }, undefined, 'UTC')).toThrow(expect.objectContaining({ code: 'invalid', status: 422, mistakes: [expect.objectContaining({ pointer: '/registration/closing/wallTime', code: 'wall-time' })] }));
    expect(() => termsFrom({ closing: { wallTime: '2026-11-30T18:00' } }, undefined, 'Mars/Olympus')).toThrow(expect.objectContaining({ mistakes: [expect.objectContaining({ pointer: '/timeZone' })] }));
  });

  it('are of the same length before another start: who had until a day before has until a day before', () => {
    const terms = stored().terms; // 18:00 in Berlin
    const start = new Date('2026-12-01T17:00:00Z');
    expect(termsAtStart(terms, start, { startsAt: new Date('2027-07-01T16:00:00Z'), timeZone: 'Europe/Berlin' })).toEqual({ ...terms, closing: { wallTime: '2027-06-30T18:00', at: '2027-06-30T16:00:00.000Z' } });
    expect(termsAtStart(NO_TERMS, start, { startsAt: start, timeZone: 'UTC' })).toBe(NO_TERMS);
  });

  it('keep the hour on the wall by the rules of today, as long as it has not passed', () => {
    const old = { ...NO_TERMS, closing: { wallTime: '2026-11-30T18:00', at: '2026-11-30T16:00:00.000Z' } };
    expect(termsByRulesNow(old, 'Europe/Berlin', new Date('2026-11-30T15:59:59.999Z')).closing).toEqual({ wallTime: '2026-11-30T18:00', at: '2026-11-30T17:00:00.000Z' });
    expect(termsByRulesNow(old, 'Europe/Berlin', new Date('2026-11-30T16:00:00.000Z'))).toBe(old);
    for (const same of [stored().terms, NO_TERMS]) expect(termsByRulesNow(same, 'Europe/Berlin', new Date('2026-11-01T00:00:00Z'))).toBe(same);
  });

  it('refuse an hour that the clocks jump over, beside its own field, naming the next', () => {
    expect(() => termsFrom({ closing: { wallTime: '2027-03-28T02:30' } }, undefined, 'Europe/Berlin')).toThrow(
      expect.objectContaining({ code: 'wall-time-skipped', extra: { next: '2027-03-28T03:00' }, mistakes: [expect.objectContaining({ pointer: '/registration/closing/wallTime' })] }),
    );
  });
});
