import { NO_TERMS, isClosedByHour } from '../events.js';
import { termsFrom } from './terms.js';

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

  it('refuse an hour that the clocks jump over, beside its own field, naming the next', () => {
    expect(() => termsFrom({ closing: { wallTime: '2027-03-28T02:30' } }, undefined, 'Europe/Berlin')).toThrow(
      expect.objectContaining({ code: 'wall-time-skipped', extra: { next: '2027-03-28T03:00' }, mistakes: [expect.objectContaining({ pointer: '/registration/closing/wallTime' })] }),
    );
  });
});
