import { isAtDoor, Seat, type Admission, type Occupant } from './seat.js';

const now = new Date('2026-12-01T14:00:00Z');
const later = new Date('2026-12-01T14:05:00Z');
const seat = (changes: Partial<Seat> = {}, occupant: Occupant = { kind: 'registration', id: 'bobs' }): Seat =>
  Object.assign(new Seat({ sessionId: 's', role: 'attendee', name: 'Bob', occupant, onStage: true, cookieHash: 'cookie', now }), changes);
const open = { locked: false, onStageFromTheStart: () => true };
const locked = { ...open, locked: true };
const webinar = { ...open, onStageFromTheStart: () => false };

describe('a seat', () => {
  it('is taken by somebody, who is not let in yet and sends nothing', () => {
    expect(seat()).toMatchObject({
      sessionId: 's', role: 'attendee', name: 'Bob', occupantKind: 'registration', occupantId: 'bobs', onStage: true, cookieHash: 'cookie', takenAt: now,
      admission: 'knocking', present: false, left: false, microphone: false, camera: false, screen: false, muted: false, cameraStopped: false, wasRemoved: false, holding: 1, moderated: 0,
    });
    expect(seat()).not.toHaveProperty('occupant');
    expect(seat()).not.toHaveProperty('now');
  });

  it('of a guest is known by itself alone', () => {
    const guest = seat({}, { kind: 'guest' });
    expect([guest.occupantKind, guest.occupantId]).toEqual(['guest', guest.id]);
  });

  it('is held by the device that has its cookie, until another one takes it', () => {
    const one = seat();
    expect([one.isHeldBy('cookie'), one.isHeldBy('another'), one.isHeldBy(undefined)]).toEqual([true, false, false]);
    one.moveTo('another');
    expect([one.isHeldBy('cookie'), one.isHeldBy('another'), one.holding]).toEqual([false, true, 2]);
  });

  it('gets a ticket that is good for a minute, by the sign-in it was taken with', () => {
    const one = seat();
    one.admit('ticket', 'cookie:1', now);
    expect(one).toMatchObject({ ticketHash: 'ticket', credential: 'cookie:1', ticketEndsAt: new Date(now.getTime() + 60_000) });
  });

  it('stands at the door where nobody inside has seen it', () => {
    expect((['admitted', 'knocking', 'denied', 'removed', 'banned'] as Admission[]).filter((admission) => isAtDoor({ admission }))).toEqual(['knocking', 'denied']);
  });
});

describe('joining', () => {
  const joined = (changes: Partial<Seat>, room: Parameters<Seat['join']>[1]): Seat => {
    const one = seat(changes);
    one.join('Bobby', room, later);
    return one;
  };

  it('gives the name and lets in, where the door is open', () => {
    expect(joined({ left: true }, open)).toMatchObject({ name: 'Bobby', left: false, admission: 'admitted', knockedAt: null });
  });

  it('knocks at a locked door, but for hosts and speakers and for who was in', () => {
    expect(joined({}, locked)).toMatchObject({ admission: 'knocking', knockedAt: later });
    for (const role of ['host', 'speaker'] as const) expect(joined({ role }, locked)).toMatchObject({ admission: 'admitted', knockedAt: null });
    expect(joined({ admission: 'admitted' }, locked)).toMatchObject({ admission: 'admitted' });
  });

  it('knocks since the first time as long as it was not answered, and anew after that', () => {
    expect(joined({ admission: 'knocking', knockedAt: now }, locked).knockedAt).toBe(now);
    expect(joined({ admission: 'denied', knockedAt: now }, locked)).toMatchObject({ admission: 'knocking', knockedAt: later });
    expect(joined({ admission: 'denied' }, open)).toMatchObject({ admission: 'admitted', knockedAt: null });
  });

  it('of who was removed knocks whether or not it is locked, a speaker too, until a host has let them in', () => {
    for (const role of ['attendee', 'speaker'] as const) expect(joined({ role, admission: 'removed', wasRemoved: true }, open)).toMatchObject({ admission: 'knocking', knockedAt: later });
    expect(joined({ admission: 'admitted', wasRemoved: true }, open).admission).toBe('admitted');
  });

  it('of who was banned is refused, and changes nothing', () => {
    const banned = seat({ admission: 'banned' });
    expect(() => banned.join('Bobby', open, later)).toThrow(expect.objectContaining({ code: 'banned', status: 403 }));
    expect(banned.name).toBe('Bob');
  });

  it('keeps the stage through a lost network, and gives it up with leaving where one has to be invited', () => {
    expect(joined({ left: false }, webinar).onStage).toBe(true);
    expect(joined({ left: true }, webinar).onStage).toBe(false);
    expect(joined({ left: true }, open).onStage).toBe(true);
    expect(joined({ left: true, onStage: false }, open).onStage).toBe(false); // who was taken off does not come back up by leaving
    expect(joined({ onStage: false }, open).onStage).toBe(false);
  });

  it('asks the room about the role that sits there', () => {
    const onStageFromTheStart = (role: string) => role === 'speaker';
    expect(joined({ role: 'speaker', left: true }, { ...open, onStageFromTheStart }).onStage).toBe(true);
    expect(joined({ role: 'attendee', left: true }, { ...open, onStageFromTheStart }).onStage).toBe(false);
  });
});

describe('being recorded', () => {
  it('is agreed to once, before entering, where the organizer allows it', () => {
    for (const recording of ['hosts', 'everyone'] as const) {
      const one = seat();
      expect(one.isToAgree({ recording })).toBe(true);
      expect(() => one.agreeToRecording(false, { recording }, now)).toThrow(expect.objectContaining({ code: 'recording-not-agreed' }));
      expect(one.recordingAgreedAt).toBeNull();
      one.agreeToRecording(true, { recording }, now);
      one.agreeToRecording(false, { recording }, later);
      one.agreeToRecording(true, { recording }, later);
      expect([one.recordingAgreedAt, one.isToAgree({ recording })]).toEqual([now, false]);
    }
  });

  it('is asked of nobody where there is no recording', () => {
    const one = seat();
    one.agreeToRecording(false, { recording: 'off' }, now);
    one.agreeToRecording(true, { recording: 'off' }, now);
    expect([one.isToAgree({ recording: 'off' }), one.recordingAgreedAt]).toEqual([false, null]);
  });
});

describe('what a host decides', () => {
  it('holds for who comes later: they begin silent, hosts excepted', () => {
    const silenced = (role: Seat['role'], held: ('audio' | 'video')[]) => {
      const one = seat({ role });
      one.beginSilenced(held);
      return one.silenced;
    };
    expect([silenced('attendee', ['audio']), silenced('speaker', ['video']), silenced('attendee', ['audio', 'video']), silenced('attendee', [])]).toEqual([['audio'], ['video'], ['audio', 'video'], []]);
    expect(silenced('host', ['audio', 'video'])).toEqual([]);
  });

  it('may leave the lead to a steward, who is host and on stage from then on', () => {
    const one = seat({ onStage: false });
    one.lead();
    expect([one.role, one.onStage]).toEqual(['host', true]);
  });
});

describe('others see', () => {
  it('who it is and what they send; screen and silence only where there are', () => {
    const one = seat({ microphone: true });
    expect(one.asPerson()).toEqual({ seatId: one.id, name: 'Bob', role: 'attendee', onStage: true, microphone: true, camera: false });
    expect(seat({ id: 'x', screen: true, camera: true, muted: true }).asPerson()).toEqual({ seatId: 'x', name: 'Bob', role: 'attendee', onStage: true, microphone: false, camera: true, screen: true, silenced: ['audio'] });
  });
});
