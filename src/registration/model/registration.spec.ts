import type { Invalid } from '../../platform/model/refusal.js';
import type { FormField, SessionFacts } from '../../scheduling/events.js';
import { PlannedSession } from './planned-session.js';
import { Registration, type Application } from './registration.js';

const now = new Date('2026-11-22T10:00:00Z');
const company: FormField = { key: 'company', label: 'Company', help: '', kind: 'short-text', required: true, options: [] };
const session = { sessionId: '00000000-0000-4000-8000-000000000001', form: [company], timeZone: 'Europe/Berlin' };
const link = { tokenHash: 'hash', sealedToken: 'sealed' };
const application: Application = { email: ' Ada@Example.org ', name: '  Ada Lovelace ', answers: { company: 'Engines' }, timeZone: 'Asia/Tokyo', locale: 'de-AT' };
const registered = (changes: Partial<Application> = {}): Registration => new Registration(session, { ...application, ...changes }, link, now);
const mistakesOf = (changes: Partial<Application>): string[] => {
  try {
    registered(changes);
  } catch (error) {
    const { mistakes } = error as Invalid;
    for (const { detail } of mistakes) expect(detail).toMatch(/^[A-Z].{10,}\.$/); // said to people beside the field
    return mistakes.map(({ pointer, code }) => `${pointer} ${code}`);
  }
  return [];
};

describe('a registration', () => {
  it('claims a seat for an address, and says so; the link travels as ciphertext', () => {
    const registration = registered();
    expect(registration).toMatchObject({ email: 'Ada@Example.org', emailKey: 'ada@example.org', name: 'Ada Lovelace', answers: { company: 'Engines' }, timeZone: 'Asia/Tokyo', locale: 'de-AT', status: 'confirmed', revision: 0, registeredAt: now });
    const [event, ...more] = registration.releaseEvents();
    expect(more).toEqual([]);
    expect(event!.storedName).toBe('registration.attendee-registered');
    expect(event!.facts).toEqual({
      registrationId: registration.id, sessionId: session.sessionId, email: 'Ada@Example.org', name: 'Ada Lovelace', timeZone: 'Asia/Tokyo', locale: 'de-AT', status: 'confirmed', sealedToken: 'sealed', revision: 0, version: 1, registeredAt: now.toISOString(),
    });
    expect(JSON.stringify(event!.facts)).not.toContain('Engines'); // answers stay where they were given
  });

  it('names every mistake at once, each where it stands', () => {
    expect(mistakesOf({ email: 'ada', name: ' ', answers: { shoes: '42' } })).toEqual(['/email address', '/name required', '/answers/company required', '/answers/shoes unknown-question']);
  });

  it.each<[Partial<Application>, string]>([
    [{ email: '' }, '/email required'],
    [{ email: 'ada@example.org\nBcc: eve@example.org' }, '/email address'],
    [{ name: 'a'.repeat(101) }, '/name too-long'],
    [{ name: 'Ada\nBcc: eve' }, '/name characters'],
    [{ name: 'Ada\ud800' }, '/name characters'],
  ])('refuses %j', (changes, mistake) => {
    expect(mistakesOf(changes)).toEqual([mistake]);
  });

  it('takes the session’s zone and English where the browser’s are unknown to us', () => {
    for (const odd of [{ timeZone: 'Mars/Olympus', locale: 'klingon!' }, { timeZone: '', locale: '' }, { timeZone: undefined, locale: undefined }] as Partial<Application>[]) {
      expect(registered(odd)).toMatchObject({ timeZone: 'Europe/Berlin', locale: 'en' });
    }
  });
});

describe('a registration that its owner changes', () => {
  const changed = (wish: Parameters<Registration['change']>[1]): Registration => {
    const registration = registered();
    registration.releaseEvents();
    registration.change([company], wish, now);
    return registration;
  };
  const wrong = (wish: Parameters<Registration['change']>[1]): string[] => {
    try {
      changed(wish);
    } catch (error) {
      const { mistakes } = error as Invalid;
      for (const { detail } of mistakes) expect(detail).toMatch(/^[A-Z].{10,}\.$/);
      return mistakes.map(({ pointer, code }) => `${pointer} ${code}`);
    }
    return [];
  };

  it('takes what is named, leaves what is not, and says so once', () => {
    const registration = changed({ name: ' Ada King ', timeZone: 'America/New_York', locale: 'fr', answers: { company: 'Looms' } });
    expect(registration).toMatchObject({ name: 'Ada King', timeZone: 'America/New_York', locale: 'fr', answers: { company: 'Looms' }, revision: 0 });
    expect(registration.releaseEvents()).toMatchObject([{ storedName: 'registration.registration-changed', facts: { name: 'Ada King', timeZone: 'America/New_York', locale: 'fr', version: 2, changedAt: now.toISOString() } }]);
    expect(changed({ locale: 'fr' })).toMatchObject({ name: 'Ada Lovelace', timeZone: 'Asia/Tokyo', locale: 'fr', answers: { company: 'Engines' } });
  });

  it('is silent where nothing is another', () => {
    for (const wish of [{}, { name: ' Ada Lovelace' }, { answers: {} }, { timeZone: 'Asia/Tokyo', locale: 'de-AT', answers: { company: 'Engines' } }]) expect(changed(wish).releaseEvents()).toEqual([]);
  });

  it('names every mistake, the place and the language that a person chose among them', () => {
    expect(wrong({ name: '  ', timeZone: 'Mars/Olympus', locale: 'klingon!', answers: { company: '' } })).toEqual(['/name required', '/timeZone time-zone', '/locale locale', '/answers/company required']);
    expect(wrong({ name: 'a'.repeat(101) })).toEqual(['/name too-long']);
    expect(wrong({ name: 'a'.repeat(100) })).toEqual([]);
    for (const locale of ['x', 'de-', 'de-AT!', ' de', 'deutschland', 'de-abcdefghi', 'de-a-b-c-d-e']) expect({ locale, wrong: wrong({ locale }) }).toEqual({ locale, wrong: ['/locale locale'] });
    for (const locale of ['de', 'pt-BR', 'zh-Hant-TW', 'de-a-b-c-d']) expect({ locale, wrong: wrong({ locale }) }).toEqual({ locale, wrong: [] });
  });
});

describe('a registration for whom a seat is held', () => {
  const until = new Date(now.getTime() + 3_600_000);
  const inLine = (): Registration => {
    const registration = new Registration({ ...session, approval: true }, application, link, now);
    registration.waitlist(now);
    registration.releaseEvents();
    return registration;
  };
  const offered = (): Registration => {
    const registration = inLine();
    registration.offerSeat(until, now);
    return registration;
  };

  it('was in line, and is told until when; another hour is told, the same one is not', () => {
    const registration = offered();
    registration.offerSeat(new Date(until), now);
    expect([registration.status, registration.revision]).toEqual(['offered', 2]);
    expect(registration.releaseEvents()).toMatchObject([{ storedName: 'registration.seat-offered', facts: { status: 'offered', offeredUntil: until.toISOString(), version: 2, offeredAt: now.toISOString() } }]);
    registration.offerSeat(new Date(until.getTime() + 1), now);
    expect(registration.releaseEvents()).toHaveLength(1);
    for (const not of [registered(), new Registration({ ...session, approval: true }, application, link, now)]) {
      not.releaseEvents();
      not.offerSeat(until, now);
      expect([not.offeredUntil, not.releaseEvents()]).toEqual([null, []]);
    }
  });

  it('takes it while it is held, and not at the hour at which it goes on', () => {
    const late = offered();
    expect(() => late.acceptOffer(until)).toThrow(expect.objectContaining({ code: 'offer-over', sentence: expect.stringContaining('No seat is held') as string }));
    expect(() => inLine().acceptOffer(now)).toThrow(expect.objectContaining({ code: 'offer-over' }));
    const registration = offered();
    registration.releaseEvents();
    registration.acceptOffer(new Date(until.getTime() - 1));
    registration.acceptOffer(until); // pressed twice
    expect(registration).toMatchObject({ status: 'confirmed', offeredUntil: null, revision: 3 });
    expect(registration.releaseEvents()).toMatchObject([{ storedName: 'registration.seat-given', facts: { status: 'confirmed', version: 2 } }]);
    expect(registration.facts()).not.toHaveProperty('offeredUntil');
  });

  it('loses it, and the place in line, where no answer comes in time; nobody else can lose one so', () => {
    const registration = offered();
    registration.releaseEvents();
    registration.lapse(until);
    registration.lapse(until);
    expect(registration).toMatchObject({ status: 'withdrawn', offeredUntil: null, revision: 3 });
    expect(registration.releaseEvents()).toMatchObject([{ storedName: 'registration.offer-lapsed', facts: { status: 'withdrawn', version: 2, lapsedAt: until.toISOString() } }]);
    const seated = registered();
    seated.lapse(until);
    expect(seated.status).toBe('confirmed');
    expect(() => registration.acceptOffer(now)).toThrow(expect.objectContaining({ code: 'registration-withdrawn' }));
  });

  it.each(['deny', 'withdraw', 'revoke', 'erase'] as const)('holds it no more once they are gone: %s', (end) => {
    const registration = offered();
    registration[end](now);
    expect(registration.offeredUntil).toBeNull();
  });
});

describe('a registration that asks for its link', () => {
  const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1_000);

  it('again, is heard once in five seconds', () => {
    const registration = registered();
    registration.releaseEvents();
    registration.askForLinkAgain(later(4.999));
    expect(registration.releaseEvents()).toEqual([]);
    registration.askForLinkAgain(later(5));
    registration.askForLinkAgain(later(9));
    expect(registration.releaseEvents()).toMatchObject([{ storedName: 'registration.link-asked-again', facts: { registrationId: registration.id, sessionId: session.sessionId, askedAt: later(5).toISOString() } }]);
  });

  it('anew, has another one, which its calendar has to follow, and is not sent it twice', () => {
    const registration = registered();
    registration.releaseEvents();
    registration.rotateLink({ tokenHash: 'new', sealedToken: 'fresh' }, later(1));
    expect(registration).toMatchObject({ tokenHash: 'new', sealedToken: 'fresh', revision: 1 });
    expect(registration.releaseEvents()).toMatchObject([{ storedName: 'registration.link-rotated', facts: { sealedToken: 'fresh', revision: 1, version: 2, rotatedAt: later(1).toISOString() } }]);
    registration.askForLinkAgain(later(5));
    expect(registration.releaseEvents()).toEqual([]);
    registration.withdraw(later(6));
    expect(() => registration.rotateLink(link, later(7))).toThrow(expect.objectContaining({ code: 'registration-withdrawn' }));
  });
});

describe('a registration that is erased', () => {
  it('is forgotten once: who it was, what was answered, and the link; that there was one is counted', () => {
    const registration = registered();
    registration.releaseEvents();
    registration.erase(now);
    registration.erase(new Date(now.getTime() + 1));
    expect(registration).toMatchObject({ email: null, emailKey: null, name: null, answers: null, tokenHash: null, sealedToken: null, status: 'withdrawn', erasedAt: now });
    expect(registration.releaseEvents()).toMatchObject([{ storedName: 'registration.registration-erased', facts: { registrationId: registration.id, sessionId: session.sessionId, version: 2, erasedAt: now.toISOString() } }]);
    expect(() => registration.facts()).toThrow(expect.objectContaining({ code: 'registration-erased', status: 410, sentence: expect.stringContaining('erased') as string }));
  });
});

describe('a registration whose link the organizer has taken back', () => {
  it('says so once, keeps its address taken, and changes nothing until it is restored', () => {
    const registration = registered();
    registration.releaseEvents();
    registration.revoke(now);
    registration.revoke(now);
    registration.bar(now);
    registration.deny(now);
    expect(registration).toMatchObject({ status: 'revoked', emailKey: 'ada@example.org', revision: 1 });
    expect(registration.releaseEvents().map(({ storedName }) => storedName)).toEqual(['registration.registration-revoked']);
    const later = new Date(now.getTime() + 3_600_000);
    for (const act of [() => registration.withdraw(later), () => registration.change([company], { name: 'Eve' }, later), () => registration.askForLinkAgain(later)]) {
      expect(act).toThrow(expect.objectContaining({ code: 'registration-revoked' }));
    }
    registration.giveSeat(later);
    expect(registration).toMatchObject({ status: 'confirmed', revision: 2 });
  });

  it('cannot be taken from who has none: given up, denied or banned', () => {
    for (const [end, code] of [['withdraw', 'registration-withdrawn'], ['deny', 'registration-denied'], ['bar', 'banned']] as const) {
      const registration = registered();
      registration[end](now);
      expect(() => registration.revoke(now)).toThrow(expect.objectContaining({ code }));
    }
  });
});

describe('a registration whose holder a host has banned', () => {
  it('says so once, and keeps its address taken', () => {
    const registration = registered();
    registration.releaseEvents();
    registration.bar(now);
    registration.bar(now);
    expect(registration).toMatchObject({ status: 'barred', emailKey: 'ada@example.org', revision: 1 });
    expect(registration.releaseEvents().map(({ storedName }) => storedName)).toEqual(['registration.registration-barred']);
  });

  it('is neither given up, for then the address would be free, nor changed, nor sent again', () => {
    const registration = registered();
    registration.bar(now);
    const later = new Date(now.getTime() + 3_600_000);
    for (const act of [() => registration.withdraw(later), () => registration.change([company], { name: 'Eve' }, later), () => registration.askForLinkAgain(later)]) {
      expect(act).toThrow(expect.objectContaining({ code: 'banned' }));
    }
  });

  it('leaves alone who is gone already, and may be erased like any other', () => {
    const gone = registered();
    gone.withdraw(now);
    gone.bar(now);
    expect(gone.status).toBe('withdrawn');
    const registration = registered();
    registration.bar(now);
    registration.erase(now);
    expect(registration).toMatchObject({ email: null, status: 'withdrawn' });
  });
});

describe('a registration on which the organizer decides', () => {
  const pending = (): Registration => new Registration({ ...session, approval: true }, application, link, now);
  const told = (registration: Registration) => registration.releaseEvents().map(({ storedName, facts }) => [storedName, (facts as { status: string }).status, (facts as { message?: string }).message]);

  it('is pending at first, and says so', () => {
    expect(told(pending())).toEqual([['registration.attendee-registered', 'pending', undefined]]);
  });

  it('has a seat once it is approved, in the organizer’s words', () => {
    const registration = pending();
    registration.releaseEvents();
    registration.giveSeat(now, 'Welcome.');
    registration.giveSeat(now, 'Welcome again.');
    expect([registration.status, registration.revision, told(registration)]).toEqual(['confirmed', 1, [['registration.seat-given', 'confirmed', 'Welcome.']]]);
  });

  it('has none once it is denied, had it one or not, until it is approved after all; each counts for the calendar', () => {
    const registration = registered();
    registration.releaseEvents();
    registration.deny(now);
    registration.deny(now);
    registration.giveSeat(now);
    expect([registration.revision, told(registration)]).toEqual([2, [['registration.registration-denied', 'denied', undefined], ['registration.seat-given', 'confirmed', undefined]]]);
  });

  it('that was denied is not given up, changed or sent again by its owner; erased it can be', () => {
    const registration = pending();
    registration.deny(now);
    for (const act of [() => registration.withdraw(now), () => registration.askForLinkAgain(new Date(now.getTime() + 90_000)), () => registration.change([company], { name: 'Eve' }, now)]) expect(act).toThrow(/registration-denied/);
    registration.erase(now);
    expect(registration.name).toBeNull();
  });

  it('that was given up stays so, whatever the organizer says', () => {
    const registration = registered();
    registration.withdraw(now);
    registration.releaseEvents();
    registration.giveSeat(now);
    registration.deny(now);
    expect([registration.status, told(registration)]).toEqual(['withdrawn', []]);
  });
});

describe('registering', () => {
  const facts = (changes: Partial<SessionFacts> = {}): SessionFacts => ({
    sessionId: session.sessionId, workspaceId: 'w', slug: 's', title: 't', description: '', theme: 'meeting', status: 'scheduled', host: { userId: 'u', name: 'n', email: 'e' }, form: [company], version: 1, scheduleVersion: 0,
    when: { wallTime: '2026-12-01T15:00', timeZone: 'Europe/Berlin', durationMinutes: 60, startsAt: '2026-12-01T14:00:00.000Z', endsAt: '2026-12-01T15:00:00.000Z' }, ...changes,
  });
  const openAt = (at: string, changes: Partial<SessionFacts> = {}): string => {
    try {
      PlannedSession.of(facts(changes)).formThatIsOpen(new Date(at));
      return 'open';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('is open until the session is over, also while it runs', () => {
    expect(PlannedSession.of(facts()).formThatIsOpen(now)).toEqual([company]);
    expect([openAt('2026-12-01T14:30:00Z', { status: 'live' }), openAt('2026-12-01T15:30:00Z', { status: 'live' }), openAt('2026-12-01T16:00:00Z')]).toEqual(['open', 'open', 'open']);
  });

  it('is closed once it ended, was cancelled or missed, and says which', () => {
    expect(openAt('2026-12-01T14:30:00Z', { status: 'ended' })).toMatch(/registration-closed.*is over/);
    expect(openAt('2026-11-22T10:00:00Z', { status: 'cancelled' })).toMatch(/registration-closed.*cancelled/);
    expect(openAt('2026-12-01T16:00:01Z')).toMatch(/registration-closed.*did not take place/);
  });

  it('is closed from the hour that the organizer set, by a refusal of its own', () => {
    const terms = { approval: false, capacity: null, closing: { wallTime: '2026-11-30T18:00', at: '2026-11-30T17:00:00.000Z' } };
    expect(openAt('2026-11-30T16:59:59Z', { terms })).toBe('open');
    expect(openAt('2026-11-30T17:00:00Z', { terms })).toMatch(/registration-hour-passed/);
    expect(openAt('2026-12-01T14:30:00Z', { terms, status: 'ended' })).toMatch(/registration-closed.*is over/);
  });

  it('is not there for a session without a registration page', () => {
    expect(openAt('2026-11-22T10:00:00Z', { form: null })).toMatch(/registration-page-not-found/);
  });
});
