import { instantByRulesNow, instantOf } from './wall-time.js';

describe('a wall time whose zone may have changed its rules', () => {
  it('stays at its instant as long as the rules say so, on the side of a repeated hour on which it was', () => {
    for (const occurrence of ['earlier', 'later'] as const) {
      const before = instantOf('2026-10-25T02:30', 'Europe/Berlin', occurrence);
      expect(instantByRulesNow('2026-10-25T02:30', 'Europe/Berlin', before)).toEqual({ wallTime: '2026-10-25T02:30', instant: before });
    }
  });

  it('moves to the instant of the same wall time by the new rules', () => {
    expect(instantByRulesNow('2026-12-01T15:00', 'Europe/Berlin', new Date('2026-12-01T13:00:00Z'))).toEqual({ wallTime: '2026-12-01T15:00', instant: new Date('2026-12-01T14:00:00Z') });
  });

  it('has to be one, in a zone that is one', () => {
    expect(() => instantByRulesNow('tomorrow', 'Europe/Berlin', new Date(0))).toThrow(expect.objectContaining({ code: 'invalid', mistakes: [expect.objectContaining({ pointer: '/wallTime' })] }));
    expect(() => instantByRulesNow('2026-12-01T15:00', 'Mars/Olympus', new Date(0))).toThrow(expect.objectContaining({ code: 'invalid', mistakes: [expect.objectContaining({ pointer: '/timeZone' })] }));
  });

  it('is the first valid time after it where the new rules skip it', () => {
    expect(instantByRulesNow('2027-03-28T02:30', 'Europe/Berlin', new Date('2027-03-28T01:30:00Z'))).toEqual({ wallTime: '2027-03-28T03:00', instant: new Date('2027-03-28T01:00:00Z') });
  });
});
