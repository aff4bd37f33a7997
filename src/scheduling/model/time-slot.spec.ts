import { TimeSlot } from './time-slot.js';

describe('a time slot', () => {
  it('tells when it is, as planned and as instants', () => {
    expect(TimeSlot.planned('2026-12-01T23:30', 'Europe/Berlin', 90).toJSON()).toEqual({
      wallTime: '2026-12-01T23:30', timeZone: 'Europe/Berlin', durationMinutes: 90, startsAt: '2026-12-01T22:30:00.000Z', endsAt: '2026-12-02T00:00:00.000Z',
    });
  });

  it('lasts as many real minutes as planned, also across a change of the clocks', () => {
    const { startsAt, endsAt } = TimeSlot.planned('2027-03-28T01:30', 'Europe/Berlin', 60);
    expect(endsAt.getTime() - startsAt.getTime()).toBe(3_600_000);
  });

  it.each([0, -1, 1.5, 1_441, Number.NaN, Number.POSITIVE_INFINITY])('does not last %p minutes', (minutes) => {
    expect(() => TimeSlot.planned('2026-12-01T15:00', 'UTC', minutes)).toThrow(expect.objectContaining({ status: 422, mistakes: [{ pointer: '/durationMinutes', code: 'duration', detail: expect.stringContaining('a day') as string }] }));
  });

  it.each([1, 1_440])('may last %p minutes', (minutes) => {
    expect(TimeSlot.planned('2026-12-01T15:00', 'UTC', minutes).durationMinutes).toBe(minutes);
  });

  it('keeps the instant that people were told, whatever the zone’s rules say by now', () => {
    const told = new Date('2026-12-01T13:00:00Z');
    expect(TimeSlot.stored('2026-12-01T15:00', 'Europe/Berlin', 60, told).startsAt).toBe(told);
  });

  it('is another one when zone, clock, length or occurrence differ', () => {
    const slot = TimeSlot.planned('2026-10-25T02:30', 'Europe/Berlin', 60);
    expect(slot.equals(TimeSlot.planned('2026-10-25T02:30', 'Europe/Berlin', 60, 'earlier'))).toBe(true);
    expect(slot.equals(TimeSlot.planned('2026-10-25T02:30', 'Europe/Berlin', 60, 'later'))).toBe(false);
    expect(slot.equals(TimeSlot.planned('2026-10-25T02:30', 'Europe/Vienna', 60))).toBe(false);
    expect(slot.equals(TimeSlot.planned('2026-10-25T02:30', 'Europe/Berlin', 61))).toBe(false);
    expect(slot.equals(TimeSlot.planned('2026-10-25T02:31', 'Europe/Berlin', 60))).toBe(false);
  });
});
