import type { DueDelivery } from './due-delivery.js';
import { fateOf } from './fate.js';
import { secondsUntilNextTry } from './retry.js';

const at = (time: string): Date => new Date(`2026-12-01T${time}:00Z`);
const due = (changes: Partial<DueDelivery> = {}, session: Partial<DueDelivery['session']> = {}, recipient: Partial<DueDelivery['recipient']> = {}): DueDelivery => ({
  id: 'd', kind: 'confirmation', status: 'queued', slotVersion: 2, sequence: 2, createdAt: at('08:00'), before: null, fence: 1, attempts: 0, confirmationId: null, toldAlready: false, addressStopped: false, message: null, invited: true, now: at('09:00'),
  ...changes,
  session: { id: 's', slug: 's', title: 't', description: '', theme: 'meeting', status: 'scheduled', timeZone: 'UTC', startsAt: at('14:00'), endsAt: at('15:00'), hostName: 'Ada', hostEmail: 'ada@example.org', slotVersion: 2, ...session },
  recipient: { id: 'r', role: 'attendee', email: 'bo@example.org', name: 'Bo', timeZone: 'UTC', locale: 'en', status: 'confirmed', sealedToken: 'x', since: at('08:00'), remindersOff: false, ...recipient },
});

describe('the fate of a delivery, just before it leaves', () => {
  it('is to be sent while what it says is true', () => {
    expect(fateOf(due()).is).toBe('send');
    expect(fateOf(due({ status: 'deferred', kind: 'update' })).is).toBe('send');
    expect(fateOf(due({}, { status: 'live' })).is).toBe('send');
  });

  it('is superseded once the session has moved, is cancelled, or the person has withdrawn', () => {
    expect(fateOf(due({ slotVersion: 1 }))).toEqual({ is: 'superseded', because: 'rescheduled' });
    expect(fateOf(due({}, { status: 'cancelled' }))).toEqual({ is: 'superseded', because: 'cancelled' });
    expect(fateOf(due({}, {}, { status: 'withdrawn' }))).toEqual({ is: 'superseded', because: 'withdrawn' });
    for (const status of ['pending', 'waitlisted', 'denied'] as const) expect(fateOf(due({}, {}, { status }))).toEqual({ is: 'superseded', because: 'decided' });
    expect(fateOf(due({}, {}, { status: 'revoked' }))).toEqual({ is: 'superseded', because: 'revoked' });
    expect(fateOf(due({ kind: 'cancellation' }, {}, { status: 'revoked' })).is).toBe('send');
  });

  it('of an update is superseded where by now the person believes what is true', () => {
    expect(fateOf(due({ kind: 'update', toldAlready: true }))).toEqual({ is: 'superseded', because: 'told-already' });
    expect(fateOf(due({ kind: 'link-again', toldAlready: true })).is).toBe('send'); // they asked for it
  });

  it('of a reminder is superseded where the person wants none; everything else still goes to them', () => {
    expect(fateOf(due({ kind: 'reminder' }, {}, { remindersOff: true }))).toEqual({ is: 'superseded', because: 'reminders-off' });
    expect(fateOf(due({ kind: 'update' }, {}, { remindersOff: true })).is).toBe('send');
  });

  it('of whatever was still to be told is superseded for who is barred, goodbyes included', () => {
    for (const kind of ['confirmation', 'reminder', 'cancellation', 'offer-lapsed', 'denied'] as const) expect(fateOf(due({ kind }, {}, { status: 'barred' }))).toEqual({ is: 'superseded', because: 'barred' });
  });

  it('that no host has come is told while one can still come: not once it runs, nor once it is missed', () => {
    const missing = (now: Date, session: Partial<DueDelivery['session']> = {}) => fateOf(due({ kind: 'host-missing', now }, session)).is;
    expect([missing(at('14:05')), missing(at('14:05'), { status: 'live' }), missing(at('16:01'))]).toEqual(['send', 'expired', 'expired']);
    expect(fateOf(due({ kind: 'confirmation' }, { status: 'live' })).is).toBe('send');
  });

  it('has failed before it leaves where too much to the address came back, be it a cancellation', () => {
    for (const kind of ['confirmation', 'cancellation'] as const) expect(fateOf(due({ kind, addressStopped: true }))).toEqual({ is: 'failed', because: 'stopped-address' });
    expect(fateOf(due({ slotVersion: 1, addressStopped: true })).is).toBe('superseded');
  });

  it('has no end at the planned end: a confirmation goes until the session is ended or missed', () => {
    expect(fateOf(due({ now: at('15:30') })).is).toBe('send');
    expect(fateOf(due({ now: at('16:01') })).is).toBe('expired');
    expect(fateOf(due({ now: at('16:01') }, { status: 'live' })).is).toBe('send');
    expect(fateOf(due({}, { status: 'ended' })).is).toBe('expired');
    expect(fateOf(due({ now: at('14:00') })).is).toBe('send'); // only a reminder ends at the start
  });

  it('of a reminder ends at the start', () => {
    expect(fateOf(due({ kind: 'reminder', now: at('13:59') })).is).toBe('send');
    expect(fateOf(due({ kind: 'reminder', now: at('14:00') })).is).toBe('expired');
  });

  it('of a cancellation is to be sent to who has withdrawn, or of what is cancelled', () => {
    expect(fateOf(due({ kind: 'cancellation', slotVersion: 1 }, { status: 'cancelled' })).is).toBe('send');
    expect(fateOf(due({ kind: 'cancellation' }, {}, { status: 'withdrawn' })).is).toBe('send');
    expect(fateOf(due({ kind: 'cancellation' }, { status: 'ended' })).is).toBe('expired');
    expect(fateOf(due({ kind: 'cancellation', now: at('16:01') })).is).toBe('expired'); // missed: nothing to take off a calendar
    expect(fateOf(due({ kind: 'cancellation', now: at('14:30') }, { status: 'live' }, { status: 'withdrawn' })).is).toBe('send');
  });

  it('is settled where another has sent it, or it was superseded meanwhile', () => {
    for (const status of ['sent', 'failed', 'superseded', 'expired', 'bounced'] as const) expect(fateOf(due({ status })).is).toBe('settled');
    expect(fateOf(due({ status: 'sent' }, {}, { status: 'barred' })).is).toBe('settled');
  });

  it('of a deferred one: tried again after 15 s, 1, 5, 15, 30 minutes, then every 30', () => {
    expect([1, 2, 3, 4, 5, 6, 50].map(secondsUntilNextTry)).toEqual([15, 60, 300, 900, 1800, 1800, 1800]);
  });

  it.each(['pending', 'waitlisted', 'offered', 'denied'] as const)('that somebody is %s is told as long as it is so, whatever becomes of the time', (kind) => {
    expect(fateOf(due({ kind, slotVersion: 1 }, {}, { status: kind })).is).toBe('send');
    expect(fateOf(due({ kind }, {}, { status: 'confirmed' }))).toEqual({ is: 'superseded', because: 'decided' });
    expect(fateOf(due({ kind }, { status: 'cancelled' }, { status: kind }))).toEqual({ is: 'superseded', because: 'cancelled' });
    expect(fateOf(due({ kind }, { status: 'ended' }, { status: kind })).is).toBe('expired');
  });

  it('that an offer is over is told to who is in line no more, while there is a session', () => {
    expect(fateOf(due({ kind: 'offer-lapsed' }, {}, { status: 'withdrawn' })).is).toBe('send');
    expect(fateOf(due({ kind: 'offer-lapsed' }, { status: 'cancelled' }, { status: 'withdrawn' }))).toEqual({ is: 'superseded', because: 'cancelled' });
    expect(fateOf(due({ kind: 'offer-lapsed', now: at('16:01') }, {}, { status: 'withdrawn' })).is).toBe('expired');
    expect(fateOf(due({ kind: 'offer-lapsed' }, { status: 'ended' }, { status: 'withdrawn' })).is).toBe('expired');
  });
});
