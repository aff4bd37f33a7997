import { spellDistance, spellTime, zoneNamed } from './times.ts';

describe('a time in words', () => {
  it('names day, hours and zone with the offset of that day', () => {
    expect(spellTime('2026-12-01T14:00:00Z', '2026-12-01T15:00:00Z', 'Europe/Berlin', 'en-GB')).toEqual({
      day: 'Tuesday, 1 December 2026', hours: '15:00–16:00', zone: 'Europe/Berlin (GMT+1)',
    });
    expect(spellTime('2026-07-01T14:00:00Z', '2026-07-01T15:00:00Z', 'Europe/Berlin', 'en-GB').zone).toBe('Europe/Berlin (GMT+2)');
  });

  it('names the day on which it ends when that is another', () => {
    expect(spellTime('2026-12-01T22:30:00Z', '2026-12-02T00:30:00Z', 'Europe/Berlin', 'en-GB').hours).toBe('23:30 – Wed 01:30');
  });

  it('names UTC once', () => {
    expect(zoneNamed('UTC', new Date('2026-12-01T14:00:00Z'), 'en-GB')).toBe('UTC');
    expect(zoneNamed('Etc/UTC', new Date('2026-12-01T14:00:00Z'), 'en-GB')).toBe('UTC');
  });

  it('is told in UTC, and called so, where the zone is younger than the browser', () => {
    expect(spellTime('2026-12-01T14:00:00Z', '2026-12-01T15:00:00Z', 'Mars/Olympus', 'en-GB')).toMatchObject({ hours: '14:00–15:00', zone: 'UTC' });
  });

  it.each([[25, 'in 25 minutes'], [60 * 5, 'in 5 hours'], [60 * 24 * 9, 'in 9 days'], [60 * 24 * 2 - 600, 'in 2 days']])('says how far off %i minutes are', (minutes, words) => {
    const now = Date.parse('2026-12-01T14:00:00Z');
    expect(spellDistance(new Date(now + minutes * 60_000).toISOString(), now, 'en-GB')).toBe(words);
  });
});
