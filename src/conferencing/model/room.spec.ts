import type { Refusal } from '../../platform/model/refusal.js';
import type { SessionFacts, Theme } from '../../scheduling/events.js';
import { Room } from './room.js';
import { Seat } from './seat.js';

const facts = (changes: Partial<SessionFacts> = {}): SessionFacts => ({
  sessionId: 's', workspaceId: 'w', slug: 'pottery', title: 'Pottery', description: '', theme: 'meeting', status: 'scheduled', host: { userId: 'u', name: 'n', email: 'e' }, form: null, version: 3, scheduleVersion: 0,
  when: { wallTime: '2026-12-01T15:00', timeZone: 'Europe/Berlin', durationMinutes: 60, startsAt: '2026-12-01T14:00:00.000Z', endsAt: '2026-12-01T15:00:00.000Z' }, ...changes,
});
const room = (changes: Partial<SessionFacts> = {}): Room => new Room(facts(changes));
const refusalAt = (one: Room, role: 'host' | 'attendee', at: string): Pick<Refusal, 'code' | 'extra'> | null => {
  try {
    one.refuseWhenOver(role, new Date(at));
    return null;
  } catch (error) {
    const { code, extra } = error as Refusal;
    return { code, extra };
  }
};

describe('a room', () => {
  it('is known to the media gateway by names of its own, which nobody can guess', () => {
    const [one, other] = [room(), room()];
    for (const { media } of [one, other]) expect([media.id, media.secret, media.pin].map((text) => text.length >= 27 && !text.includes('pottery'))).toEqual([true, true, true]);
    expect(new Set([one, other].flatMap(({ media }) => [media.id, media.secret, media.pin])).size).toBe(6);
  });

  it('misses its hosts once for each time that it was planned for, and is glad of one who comes', () => {
    const one = room();
    const now = new Date('2026-12-01T14:05:00Z');
    const told = (): string[] => one.releaseEvents().map(({ storedName, facts: said }) => `${storedName} ${(said as { scheduleVersion: number }).scheduleVersion}`);
    one.missHost(now);
    one.missHost(now);
    expect([one.hostMissing, one.doors, told()]).toEqual([true, 2, ['conferencing.host-missed 0']]);
    one.welcomeHost();
    expect([one.hostMissing, one.doors]).toEqual([false, 3]);
    one.missHost(now);
    expect([one.hostMissing, one.doors, told()]).toEqual([true, 4, []]);
    one.follow(facts({ version: 4, title: 'Clay' }), {});
    expect(one.hostMissing).toBe(true);
    one.follow(facts({ version: 5, scheduleVersion: 1 }), {});
    expect(one.hostMissing).toBe(false);
    one.missHost(now);
    expect(told()).toEqual(['conferencing.host-missed 1']);
    one.follow(facts({ version: 6, scheduleVersion: 2, status: 'live' }), { startedAt: now.toISOString() });
    one.missHost(now);
    expect([one.hostMissing, told()]).toEqual([false, []]);
  });

  it('follows what was decided, and only forwards', () => {
    const one = room();
    expect(one.follow(facts({ version: 3, title: 'older' }), {})).toBe(false);
    expect(one.follow(facts({ version: 2, title: 'older' }), {})).toBe(false);
    expect([one.title, one.doors]).toEqual(['Pottery', 1]);
    expect(one.follow(facts({ version: 5, status: 'live' }), { startedAt: '2026-12-01T14:01:00.000Z' })).toBe(true);
    expect(one).toMatchObject({ status: 'live', doors: 2, copiedVersion: 5, startedAt: new Date('2026-12-01T14:01:00.000Z') });
    // the move that was told before the start arrives after it
    expect(one.follow(facts({ version: 4, status: 'scheduled' }), {})).toBe(false);
    expect(one.status).toBe('live');
    one.follow(facts({ version: 6, status: 'ended' }), { endedAt: '2026-12-01T15:00:00.000Z' });
    expect(one).toMatchObject({ status: 'ended', startedAt: new Date('2026-12-01T14:01:00.000Z'), endedAt: new Date('2026-12-01T15:00:00.000Z'), doors: 3 });
  });

  it('keeps its gateway names when the session moves', () => {
    const one = room();
    const { media } = one;
    one.follow(facts({ version: 9 }), {});
    expect(one.media).toEqual(media);
  });

  it('lets hosts and speakers behind the stage before the start; everyone else waits', () => {
    expect((['host', 'speaker', 'attendee'] as const).map((role) => room().placeOf(role))).toEqual(['backstage', 'backstage', 'foyer']);
    expect((['host', 'speaker', 'attendee'] as const).map((role) => room({ status: 'live' }).placeOf(role))).toEqual(['room', 'room', 'room']);
    for (const status of ['ended', 'cancelled'] as const) expect(room({ status }).placeOf('host')).toBe('closed');
  });

  it.each<[Theme, boolean, boolean]>([['meeting', true, true], ['workshop', false, true], ['webinar', false, false]])('as a %s lets attendees send: %p, and shows them to each other: %p', (theme, sends, shows) => {
    expect([room({ theme }).onStageFromTheStart('attendee'), room({ theme }).showsAudience]).toEqual([sends, shows]);
    expect([room({ theme }).onStageFromTheStart('host'), room({ theme }).onStageFromTheStart('speaker')]).toEqual([true, true]);
  });

  it('admits nobody once it is over, and says what became of it', () => {
    expect(refusalAt(room(), 'attendee', '2026-12-01T13:00:00Z')).toBeNull();
    expect(refusalAt(room({ status: 'live' }), 'attendee', '2026-12-02T13:00:00Z')).toBeNull(); // it runs over
    expect(refusalAt(room({ status: 'ended' }), 'host', '2026-12-01T13:00:00Z')).toEqual({ code: 'session-over', extra: { phase: 'ended' } });
    expect(refusalAt(room({ status: 'cancelled' }), 'attendee', '2026-12-01T13:00:00Z')).toEqual({ code: 'session-over', extra: { phase: 'cancelled' } });
    expect(refusalAt(room(), 'attendee', '2026-12-01T16:00:01Z')).toEqual({ code: 'session-over', extra: { phase: 'missed' } });
    expect(refusalAt(room(), 'host', '2026-12-01T16:00:01Z')).toBeNull(); // late, but the host decides
  });

  it('asks for a registration where the session has a page for it', () => {
    expect([room().needsRegistration, room({ form: [] }).needsRegistration]).toEqual([false, true]);
  });
});

describe('a seat', () => {
  const now = new Date('2026-12-01T13:50:00Z');
  const seat = (occupant: ConstructorParameters<typeof Seat>[0]['occupant'] = { kind: 'guest' }): Seat => new Seat({ sessionId: 's', role: 'attendee', name: 'Ada', occupant, onStage: true, cookieHash: 'here', now });

  it('belongs to a registration or an organizer, or to a guest who is nobody else', () => {
    expect(seat({ kind: 'registration', id: 'r' })).toMatchObject({ occupantKind: 'registration', occupantId: 'r' });
    const [one, other] = [seat(), seat()];
    expect([one.occupantId === one.id, one.occupantId === other.occupantId]).toEqual([true, false]);
  });

  it('is held by one device; another one that takes it over counts up', () => {
    const one = seat();
    expect([one.isHeldBy('here'), one.isHeldBy('there'), one.isHeldBy(undefined), one.holding]).toEqual([true, false, false, 1]);
    one.moveTo('there');
    expect([one.isHeldBy('here'), one.isHeldBy('there'), one.holding]).toEqual([false, true, 2]);
  });

  it('admits with a ticket for a minute', () => {
    const one = seat();
    one.admit('ticket', null, now);
    expect(one).toMatchObject({ ticketHash: 'ticket', ticketEndsAt: new Date('2026-12-01T13:51:00Z') });
  });

  it('that was left is taken again by joining, under the name given now', () => {
    const one = Object.assign(seat(), { left: true });
    one.join('Countess', room({ theme: 'webinar' }), now);
    expect(one).toMatchObject({ left: false, name: 'Countess', onStage: false, admission: 'admitted' });
  });

  it('knocks where it is new and the room is locked, but not where it was in', () => {
    const [locked, open] = [Object.assign(room(), { locked: true }), room()];
    const [fresh, known] = [seat(), seat()];
    known.join('Ada', open, now);
    for (const one of [fresh, known]) one.join('Ada', locked, now);
    expect([fresh, known].map(({ admission }) => admission)).toEqual(['knocking', 'admitted']);
    fresh.join('Ada', open, now);
    expect(fresh.admission).toBe('admitted');
  });

  it('knocks once it was removed, and does not get in once it is banned', () => {
    const [removed, banned] = [Object.assign(seat(), { admission: 'removed', wasRemoved: true }), Object.assign(seat(), { admission: 'banned' })];
    removed.join('Ada', room(), now);
    expect(removed).toMatchObject({ admission: 'knocking', knockedAt: now });
    expect(() => banned.join('Ada', room(), now)).toThrow(expect.objectContaining({ code: 'banned' }));
  });

  it('shows others no more of a person than they may see', () => {
    expect(seat({ kind: 'registration', id: 'r' }).asPerson()).toEqual({ seatId: expect.any(String), name: 'Ada', role: 'attendee', onStage: true, microphone: false, camera: false });
  });
});
