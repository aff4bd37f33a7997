import { Loneliness, type Glance } from './loneliness.js';

const MINUTE = 60_000;
const start = Date.parse('2026-12-01T12:00:00Z');
const at = (minutes: number): Date => new Date(start + minutes * MINUTE);
const room = (seen: Partial<Glance> = {}): Glance => ({ sessionId: 'a', startedAt: at(0), plannedMinutes: 30, hosts: 1, people: 3, ...seen });

describe('a room that is left alone', () => {
  let rooms: Loneliness;
  beforeEach(() => (rooms = new Loneliness(15 * MINUTE)));

  it('is fine while a host is there, however long', () => {
    expect(rooms.judge(room(), at(0))).toEqual({ kind: 'fine' });
    expect(rooms.judge(room(), at(500))).toEqual({ kind: 'fine' });
  });

  it('is warned ten minutes after its last host went, and ends after fifteen', () => {
    rooms.judge(room({ hosts: 0 }), at(5));
    expect(rooms.judge(room({ hosts: 0 }), at(14))).toEqual({ kind: 'fine' });
    expect(rooms.judge(room({ hosts: 0 }), at(15))).toEqual({ kind: 'warn', endsAt: at(20) });
    expect(rooms.judge(room({ hosts: 0 }), at(20))).toEqual({ kind: 'end', why: 'no-host' });
  });

  it('counts anew once a host was back', () => {
    rooms.judge(room({ hosts: 0 }), at(0));
    rooms.judge(room(), at(14));
    expect(rooms.judge(room({ hosts: 0 }), at(16))).toEqual({ kind: 'fine' });
  });

  it('counts anew after a time of which nothing is known', () => {
    rooms.judge(room({ hosts: 0 }), at(0));
    rooms.forget();
    expect(rooms.judge(room({ hosts: 0 }), at(15))).toEqual({ kind: 'fine' });
  });

  it('ends when nobody is in it and twice its planned time has passed since the start', () => {
    const empty = room({ hosts: 0, people: 0 });
    rooms.judge(empty, at(58));
    expect(rooms.judge(empty, at(59))).toEqual({ kind: 'fine' });
    expect(rooms.judge(empty, at(60))).toEqual({ kind: 'end', why: 'nobody-left' });
  });
});
