import { localTime } from './night.js';

const at = (from: string, until: string, zone = 'UTC') => localTime({ startsAt: new Date(`2026-12-01T${from}:00Z`), endsAt: new Date(`2026-12-01T${until}:00Z`) }, zone);

describe('a session, as the clocks of a zone show it', () => {
  it.each([['07:00', '22:00', false], ['06:59', '08:00', true], ['21:00', '22:01', true], ['22:00', '22:30', true], ['09:00', '10:00', false]])('from %s to %s: night %s', (from, until, night) => {
    expect(at(from, until).night).toBe(night);
  });

  it('is in the night where it runs past midnight', () => {
    const { startsAt, endsAt, night } = at('14:30', '15:30', 'Asia/Tokyo');
    expect([startsAt, endsAt, night]).toEqual(['2026-12-01T23:30', '2026-12-02T00:30', true]);
    expect(localTime({ startsAt: new Date('2026-12-01T08:00:00Z'), endsAt: new Date('2026-12-02T08:00:00Z') }, 'UTC').night).toBe(true);
  });
});
