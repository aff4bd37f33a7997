import type { Refusal } from '../../platform/model/refusal.js';
import { HOST_MISSED_AFTER_MS, phaseOf, type Steward } from '../events.js';
import { Session, type Actor, type Plan } from './session.js';
import { TimeSlot } from './time-slot.js';

const now = new Date('2026-11-22T10:00:00Z');
const later = new Date('2026-12-01T14:00:00Z');
const ada = { userId: 'ada', name: 'Ada', email: 'ada@example.org' };
const owner: Actor = { kind: 'organizer', userId: 'boss', workspaceId: 'w', role: 'owner' };
const host: Actor = { kind: 'organizer', userId: 'ada', workspaceId: 'w', role: 'host' };
const colleague: Actor = { kind: 'organizer', userId: 'eve', workspaceId: 'w', role: 'host' };

const slot = (wallTime = '2026-12-01T15:00', timeZone = 'Europe/Berlin', minutes = 60): TimeSlot => TimeSlot.planned(wallTime, timeZone, minutes);
const scheduled = (plan: Partial<Plan> = {}): Session => {
  const session = new Session('w', ada, { title: 'Pottery', description: 'Bring clay.', theme: 'meeting', slot: slot(), form: null, ...plan }, now);
  session.releaseEvents();
  return session;
};
const live = (): Session => {
  const session = scheduled();
  session.start(host, later);
  session.releaseEvents();
  return session;
};
const names = (session: Session): string[] => session.releaseEvents().map(({ storedName }) => storedName);
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    const { code, sentence, mistakes } = error as Refusal;
    for (const said of [sentence, ...mistakes.map(({ detail }) => detail)]) expect(said).toMatch(/^[A-Z].{10,}\.$/); // people are told, too
    return code;
  }
  return 'not refused';
};

describe('a session', () => {
  it('is scheduled with a public address of its own, and says so with all its facts', () => {
    const session = new Session('w', ada, { title: 'Über den Ton', description: '', theme: 'webinar', slot: slot(), form: [] }, now);
    expect(session.slug).toMatch(/^uber-den-ton-[b-z2-9]{6}$/);
    expect(session.status).toBe('scheduled');
    const [event, ...more] = session.releaseEvents();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      storedName: 'scheduling.session-scheduled',
      facts: { sessionId: session.id, workspaceId: 'w', slug: session.slug, status: 'scheduled', host: ada, form: [], version: 1, scheduleVersion: 0, when: { wallTime: '2026-12-01T15:00', startsAt: '2026-12-01T14:00:00.000Z' } },
    });
  });

  it('cannot be scheduled in the past, nor at this very moment', () => {
    for (const wallTime of ['2026-11-22T10:59', '2026-11-22T11:00']) {
      expect(() => new Session('w', ada, { title: 'x', description: '', theme: 'meeting', slot: slot(wallTime), form: null }, now)).toThrow(
        expect.objectContaining({ status: 422, mistakes: [expect.objectContaining({ pointer: '/wallTime', code: 'session-in-the-past' })] }),
      );
    }
  });

  it('asks for nothing beside its form, unless the organizer says so', () => {
    expect(scheduled().facts().terms).toEqual({ approval: false, capacity: null, closing: null });
  });

  describe('with a countdown', () => {
    const opensAt = new Date(later.getTime() + 3_000);
    const counting = (): Session => {
      const session = scheduled({ countdown: true });
      session.start(host, later);
      return session;
    };

    it('is not live yet when a host starts it: it says when the doors open, once, whoever presses', () => {
      const session = counting();
      session.start(owner, new Date(later.getTime() + 1_000));
      expect([session.status, session.startedAt, session.opensAt]).toEqual(['scheduled', null, opensAt]);
      const [said, ...more] = session.releaseEvents();
      expect([said, more]).toMatchObject([{ storedName: 'scheduling.session-opening', facts: { opensAt: opensAt.toISOString(), status: 'scheduled', version: 2, scheduleVersion: 0 } }, []]);
    });

    it('is started by nobody but a host', () => {
      expect(codeOf(() => scheduled({ countdown: true }).start(colleague, later))).toBe('not-a-host');
    });

    it('is live once it has come to one, and once only', () => {
      const session = counting();
      session.releaseEvents();
      session.open(opensAt, opensAt);
      session.open(opensAt, opensAt);
      expect([session.status, session.startedAt, session.opensAt, names(session)]).toEqual(['live', opensAt, null, ['scheduling.session-started']]);
    });

    it('is stopped by a host, once, whoever else presses: what was counted opens nothing, and it may be started anew', () => {
      const session = counting();
      session.releaseEvents();
      session.stopCountdown(host);
      session.stopCountdown(owner);
      const [said, ...more] = session.releaseEvents();
      expect([said, more]).toMatchObject([{ storedName: 'scheduling.session-opening-stopped', facts: { opensAt: null, status: 'scheduled', scheduleVersion: 0 } }, []]);
      session.open(opensAt, opensAt);
      expect([session.status, session.opensAt]).toEqual(['scheduled', null]);
      session.start(host, opensAt);
      expect(session.opensAt).toEqual(new Date(opensAt.getTime() + 3_000));
    });

    it('is stopped by nobody but a host, and no more once the doors are open', () => {
      const session = counting();
      expect(codeOf(() => session.stopCountdown(colleague))).toBe('not-a-host');
      session.open(opensAt, opensAt);
      expect(codeOf(() => session.stopCountdown(host))).toBe('countdown-over');
    });

    it('stays closed where it was called off or moved meanwhile, and another countdown opens nothing', () => {
      const [cancelled, moved, other] = [counting(), counting(), counting()];
      cancelled.cancel(host, later);
      moved.edit(host, { slot: slot('2026-12-02T15:00') }, later);
      for (const one of [cancelled, moved]) one.open(opensAt, opensAt);
      other.open(new Date(opensAt.getTime() - 1), opensAt);
      expect([cancelled, moved, other].map(({ status }) => status)).toEqual(['cancelled', 'scheduled', 'scheduled']);
      expect([cancelled, moved].map((one) => one.opensAt)).toEqual([null, null]);
    });
  });

  describe('is edited', () => {
    it('and moved: everyone is told the time before and the new one', () => {
      const session = scheduled();
      session.edit(host, { slot: slot('2026-12-02T15:00') }, now);
      expect(session.startsAt.toISOString()).toBe('2026-12-02T14:00:00.000Z');
      const [event] = session.releaseEvents();
      expect(event).toMatchObject({
        storedName: 'scheduling.session-rescheduled',
        facts: { version: 2, scheduleVersion: 1, when: { wallTime: '2026-12-02T15:00' }, before: { wallTime: '2026-12-01T15:00', durationMinutes: 60 } },
      });
    });

    it('and a new zone at the same instant, or another length, is a move as well', () => {
      const session = scheduled();
      session.edit(host, { slot: slot('2026-12-01T14:00', 'UTC') }, now);
      session.edit(host, { slot: slot('2026-12-01T14:00', 'UTC', 45) }, now);
      expect(names(session)).toEqual(['scheduling.session-rescheduled', 'scheduling.session-rescheduled']);
      expect(session.scheduleVersion).toBe(2);
    });

    it('without being moved: the calendar’s version stays', () => {
      const session = scheduled();
      session.edit(owner, { title: 'Pottery for two', slot: slot() }, now);
      expect(session.title).toBe('Pottery for two');
      expect(names(session)).toEqual(['scheduling.session-edited']);
      expect(session.scheduleVersion).toBe(0);
    });

    it('and gets or loses its registration page', () => {
      const session = scheduled();
      session.edit(host, { form: [] }, now);
      expect(session.form).toEqual([]);
      session.edit(host, { form: null }, now);
      expect(session.form).toBeNull();
    });

    it('not to what it is already', () => {
      const session = scheduled();
      expect(codeOf(() => session.edit(host, { title: 'Pottery', slot: slot() }, now))).toBe('nothing-changed');
      expect(names(session)).toEqual([]);
    });

    it('not into the past', () => {
      expect(codeOf(() => scheduled().edit(host, { slot: slot('2026-11-22T10:30') }, now))).toBe('invalid');
    });

    it('in words, but not in time or theme, while it is live; only in its closing words once it has ended', () => {
      const session = live();
      expect(codeOf(() => session.edit(host, { slot: slot('2026-12-02T15:00') }, later))).toBe('session-not-movable');
      expect(codeOf(() => session.edit(host, { theme: 'webinar' }, later))).toBe('session-not-movable');
      session.edit(host, { title: 'Still pottery' }, later);
      session.end(host, later);
      expect(codeOf(() => session.edit(host, { title: 'Too late' }, later))).toBe('session-over');
      session.releaseEvents();
      session.edit(host, { title: 'Still pottery', farewell: { text: 'The slides are there.', link: null } }, later);
      expect(session.releaseEvents()).toMatchObject([{ storedName: 'scheduling.session-edited', facts: { status: 'ended', farewell: { text: 'The slides are there.' } } }]);
      expect(codeOf(() => session.edit(host, { title: 'Too late', farewell: null }, later))).toBe('session-over');
      expect(codeOf(() => session.edit(host, { farewell: { text: 'The slides are there.', link: null } }, later))).toBe('nothing-changed');
      expect(codeOf(() => session.edit(colleague, { farewell: null }, later))).toBe('not-the-organizer');
      const cancelled = scheduled();
      cancelled.cancel(host, later);
      expect(codeOf(() => cancelled.edit(host, { farewell: { text: 'Sorry.', link: null } }, later))).toBe('session-over');
    });

    it('to be recorded only before it starts, while everybody can still be asked; less may be seen at any time until its end', () => {
      expect(scheduled().recording).toBe('off');
      expect(codeOf(() => live().edit(host, { recording: 'hosts' }, later))).toBe('recording-too-late');
      const session = scheduled({ recording: 'hosts' });
      session.edit(host, { recording: 'everyone' }, now);
      expect(session.facts().recording).toBe('everyone');
      session.start(host, later);
      session.edit(host, { recording: 'off' }, later);
      expect(codeOf(() => session.edit(host, { recording: 'hosts' }, later))).toBe('recording-too-late');
    });

    it('by nobody but its host and the owner', () => {
      for (const by of [colleague, { kind: 'host-seat', sessionId: 'x' } as Actor, 'nobody-left' as const]) {
        expect(codeOf(() => scheduled().edit(by, { title: 'Mine' }, now))).toBe('not-the-organizer');
        expect(codeOf(() => scheduled().cancel(by, now))).toBe('not-the-organizer');
        expect(codeOf(() => scheduled().delete(by))).toBe('not-the-organizer');
      }
    });
  });

  describe('is started', () => {
    it('by its host, and says so', () => {
      const session = scheduled();
      session.start(host, later);
      expect(session).toMatchObject({ status: 'live', startedAt: later, scheduleVersion: 1 });
      expect(session.releaseEvents()).toEqual([expect.objectContaining({ facts: expect.objectContaining({ status: 'live', version: 2, startedAt: later.toISOString() }) })]);
    });

    it('by the owner of the workspace, or from a host’s seat in its room', () => {
      for (const by of [owner, (session: Session): Actor => ({ kind: 'host-seat', sessionId: session.id })]) {
        const session = scheduled();
        session.start(typeof by === 'function' ? by(session) : by, later);
        expect(session.status).toBe('live');
      }
    });

    it('by the steward whom the organizer named, from five minutes after its start on, and by no other', () => {
      const guest = { kind: 'registration', id: 'r' } as const;
      const at = (minutes: number): Date => new Date(later.getTime() + minutes * 60_000);
      const withSteward = (): Session => {
        const session = scheduled();
        session.appoint(host, guest);
        return session;
      };
      const press = (session: Session, steward: Steward, when: Date, sessionId = session.id): string => codeOf(() => session.start({ kind: 'steward-seat', sessionId, steward }, when));
      expect(HOST_MISSED_AFTER_MS).toBe(5 * 60_000);
      expect([press(withSteward(), guest, new Date(at(5).getTime() - 1)), press(withSteward(), guest, at(5))]).toEqual(['not-a-host', 'not refused']);
      expect(press(withSteward(), { kind: 'registration', id: 'another' }, at(5))).toBe('not-a-host');
      expect(press(withSteward(), { kind: 'teammate', id: 'r' }, at(5))).toBe('not-a-host');
      expect(press(withSteward(), guest, at(5), 'another')).toBe('not-a-host');
      expect(press(scheduled(), guest, at(5))).toBe('not-a-host');
      const started = withSteward();
      press(started, guest, at(5));
      expect(started.status).toBe('live');
      expect(press(started, guest, at(6))).toBe('not-a-host'); // once it is live there are hosts
    });

    it('once: a second host’s press is the same start', () => {
      const session = live();
      session.start(owner, new Date(later.getTime() + 1));
      expect(session.startedAt).toBe(later);
      expect(names(session)).toEqual([]);
    });

    it('before its time, or long after it: the host decides', () => {
      for (const at of [now, new Date('2027-12-01T14:00:00Z')]) {
        const session = scheduled();
        session.start(host, at);
        expect(session.status).toBe('live');
      }
    });

    it('by nobody else: not a colleague, not the host of another room', () => {
      for (const by of [colleague, { kind: 'host-seat', sessionId: 'another' } as Actor]) {
        const session = scheduled();
        expect(codeOf(() => session.start(by, later))).toBe('not-a-host');
        expect([session.status, names(session)]).toEqual(['scheduled', []]);
      }
    });

    it('not once it is over', () => {
      const ended = live();
      ended.end(host, later);
      const cancelled = scheduled();
      cancelled.cancel(host, now);
      for (const session of [ended, cancelled]) expect(codeOf(() => session.start(host, later))).toBe('session-not-startable');
    });
  });

  describe('ends', () => {
    it('when its host, its owner, or the passing of time says so; once', () => {
      for (const by of [host, owner, 'nobody-left', 'no-host'] as Actor[]) {
        const session = live();
        session.end(by, later);
        session.end(by, new Date(later.getTime() + 1));
        expect(session).toMatchObject({ status: 'ended', endedAt: later, scheduleVersion: 2 });
        expect(session.releaseEvents()).toMatchObject([{ storedName: 'scheduling.session-ended', facts: { status: 'ended', version: 2, startedAt: later.toISOString(), endedAt: later.toISOString() } }]);
      }
    });

    it('only when it is live', () => {
      expect(codeOf(() => scheduled().end(host, later))).toBe('session-not-live');
    });

    it('not by a stranger’s word', () => {
      for (const by of [colleague, { kind: 'host-seat', sessionId: 'another' } as Actor]) expect(codeOf(() => live().end(by, later))).toBe('not-a-host');
    });
  });

  it('is cancelled once, before it is live', () => {
    const session = scheduled();
    session.cancel(host, now);
    session.cancel(host, later);
    expect(session).toMatchObject({ status: 'cancelled', endedAt: now, scheduleVersion: 1 });
    expect(session.releaseEvents()).toMatchObject([{ storedName: 'scheduling.session-cancelled', facts: { status: 'cancelled', version: 2, scheduleVersion: 1, cancelledAt: now.toISOString() } }]);
    expect(codeOf(() => live().cancel(host, later))).toBe('session-not-cancellable');
  });

  describe('whose zone has changed its rules since', () => {
    const told = TimeSlot.stored('2026-12-01T15:00', 'Europe/Berlin', 60, new Date('2026-12-01T13:00:00Z'));
    const closing = (at: string): Plan['terms'] => ({ approval: false, capacity: null, closing: { wallTime: '2026-11-30T18:00', at } });

    it('keeps its wall times, start and closing hour alike, and tells what it was', () => {
      const session = scheduled({ slot: told, terms: closing('2026-11-30T16:00:00.000Z') });
      session.followZoneRules(now);
      expect([session.wallTime, session.startsAt.toISOString(), session.terms.closing?.at]).toEqual(['2026-12-01T15:00', '2026-12-01T14:00:00.000Z', '2026-11-30T17:00:00.000Z']);
      expect(session.releaseEvents()).toMatchObject([{ storedName: 'scheduling.session-rescheduled', facts: { before: { startsAt: '2026-12-01T13:00:00.000Z' } } }]);
    });

    it('is only edited where its closing hour alone moved, and left alone where nothing did, or it is too late', () => {
      const session = scheduled({ terms: closing('2026-11-30T16:00:00.000Z') });
      session.followZoneRules(now);
      expect(names(session)).toEqual(['scheduling.session-edited']);
      session.followZoneRules(now);
      expect(names(session)).toEqual([]);
      const passed = scheduled({ slot: told });
      passed.followZoneRules(later);
      expect(names(passed)).toEqual([]);
    });
  });

  it('has the steward whom its organizer names, who is told of once, and none once that is said', () => {
    const session = scheduled();
    expect(codeOf(() => session.appoint(colleague, { kind: 'registration', id: 'r' }))).toBe('not-the-organizer');
    session.appoint(host, null);
    expect(names(session)).toEqual([]);
    session.appoint(host, { kind: 'registration', id: 'r' });
    session.appoint(host, { kind: 'registration', id: 'r' });
    expect(session.releaseEvents()).toMatchObject([{ storedName: 'scheduling.session-edited', facts: { steward: { kind: 'registration', id: 'r' }, version: 2, scheduleVersion: 0 } }]);
    session.appoint(host, { kind: 'registration', id: 'other' });
    session.appoint(host, { kind: 'teammate', id: 'other' });
    session.appoint(host, null);
    expect([session.steward, names(session).length]).toEqual([null, 3]);
    const [ended, cancelled] = [live(), scheduled()];
    ended.end(host, later);
    cancelled.cancel(host, later);
    for (const over of [ended, cancelled]) expect(codeOf(() => over.appoint(host, null))).toBe('session-over');
    const running = live();
    running.appoint(host, { kind: 'teammate', id: 't' });
    expect(running.steward).toEqual({ kind: 'teammate', id: 't' });
  });

  it('is handed over when its host leaves for good, which is told as an edit; not what is over, nor to who has it', () => {
    const bo = { userId: 'bo', name: 'Bo', email: 'bo@example.org' };
    const session = scheduled();
    session.handOver(ada);
    expect(names(session)).toEqual([]);
    session.handOver(bo);
    expect(session.releaseEvents()).toMatchObject([{ storedName: 'scheduling.session-edited', facts: { host: bo, version: 2, scheduleVersion: 0 } }]);
    const [ended, cancelled] = [live(), scheduled()];
    ended.end(host, later);
    cancelled.cancel(host, later);
    for (const over of [ended, cancelled]) {
      over.releaseEvents();
      over.handOver(bo);
      expect([over.hostUserId, names(over)]).toEqual(['ada', []]);
    }
  });

  it('is copied with all that was chosen and none of what happened, and closes as long before the start as it did', () => {
    const chosen: Partial<Plan> = {
      form: [], terms: { approval: true, capacity: 9, closing: { wallTime: '2026-11-30T15:00', at: '2026-11-30T14:00:00.000Z' } },
      farewell: { text: 'Bye.', link: null }, countdown: true, recording: 'hosts', passcodeHash: 'hash', roomLimit: 5,
    };
    const original = scheduled(chosen);
    const copy = original.duplicate({ userId: 'bo', name: 'Bo', email: 'bo@example.org' }, slot('2027-01-11T15:00'), now);
    expect(copy).toMatchObject({ workspaceId: 'w', title: 'Pottery', description: 'Bring clay.', theme: 'meeting', hostUserId: 'bo', status: 'scheduled', ...chosen, terms: { approval: true, capacity: 9, closing: { wallTime: '2027-01-10T15:00', at: '2027-01-10T14:00:00.000Z' } } });
    expect([copy.id === original.id, copy.slug === original.slug]).toEqual([false, false]);
    expect(copy.releaseEvents()).toMatchObject([{ storedName: 'scheduling.session-scheduled', facts: { copyOf: original.id, passcode: true, roomLimit: 5, recording: 'hosts' } }]);
    const first = new Session('w', ada, { title: 'x', description: '', theme: 'meeting', slot: slot(), form: null }, now);
    expect(first.releaseEvents()[0]!.facts).not.toHaveProperty('copyOf');
  });

  it('is deleted by its organizer, not while it is live', () => {
    const session = scheduled();
    session.delete(host);
    expect(session.releaseEvents()).toMatchObject([{ storedName: 'scheduling.session-deleted', facts: { sessionId: session.id, version: 2 } }]);
    expect(codeOf(() => live().delete(host))).toBe('session-live');
  });
});

describe('the phase of a session', () => {
  const when = { startsAt: '2026-12-01T14:00:00.000Z', endsAt: '2026-12-01T15:00:00.000Z' };
  it.each([
    ['2026-12-01T13:29:59.999Z', 'upcoming'],
    ['2026-12-01T13:30:00.000Z', 'ready'],
    ['2026-12-01T14:30:00.000Z', 'ready'],
    ['2026-12-01T16:00:00.000Z', 'ready'],
    ['2026-12-01T16:00:00.001Z', 'missed'],
  ])('that nobody started is, at %s, %s', (at, phase) => {
    expect(phaseOf({ status: 'scheduled', when }, new Date(at))).toBe(phase);
  });

  it('is what became of it once somebody decided', () => {
    for (const status of ['live', 'ended', 'cancelled'] as const) expect(phaseOf({ status, when }, new Date('2030-01-01'))).toBe(status);
  });
});
