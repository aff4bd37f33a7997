import type { Invalid, Refusal } from '../../platform/model/refusal.js';
import { Session, type Actor } from './session.js';
import { Teammate, type NamedPerson } from './teammate.js';
import { TimeSlot } from './time-slot.js';

const now = new Date('2026-11-22T10:00:00Z');
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1_000);
const ada: Actor = { kind: 'organizer', userId: 'ada', workspaceId: 'w', role: 'host' };
const eve: Actor = { kind: 'organizer', userId: 'eve', workspaceId: 'w', role: 'host' };
const link = { tokenHash: 'hash', sealedToken: 'sealed' };
const grace: NamedPerson = { role: 'speaker', name: ' Grace ', email: 'Grace@Example.org' };

const session = (): Session => new Session('w', { userId: 'ada', name: 'Ada', email: 'ada@example.org' }, { title: 'Pottery', description: '', theme: 'webinar', slot: TimeSlot.planned('2026-12-01T15:00', 'UTC', 60), form: null }, now);
const named = (): Teammate => {
  const teammate = session().name(ada, grace, link, now);
  teammate.releaseEvents();
  return teammate;
};
const names = (teammate: Teammate): string[] => teammate.releaseEvents().map(({ storedName }) => storedName);
const refusalOf = (act: () => unknown): Refusal => {
  try {
    act();
  } catch (error) {
    const { sentence, mistakes } = error as Refusal;
    for (const said of [sentence, ...mistakes.map(({ detail }) => detail)]) expect(said).toMatch(/^[A-Z].{10,}\.$/); // people are told, too
    return error as Refusal;
  }
  throw new Error('It was not refused.');
};

describe('a teammate', () => {
  it('is named by the organizer, as typed, and found by the address whatever its case', () => {
    const teammate = session().name(ada, grace, link, now);
    expect(teammate).toMatchObject({ role: 'speaker', name: 'Grace', email: 'Grace@Example.org', emailKey: 'grace@example.org', locale: 'en', status: 'named', userId: null });
    expect(teammate.releaseEvents().map(({ storedName, facts }) => ({ storedName, facts }))).toEqual([
      { storedName: 'scheduling.teammate-named', facts: { teammateId: teammate.id, sessionId: teammate.sessionId, role: 'speaker', name: 'Grace', email: 'Grace@Example.org', locale: 'en', status: 'named', sealedToken: 'sealed', revision: 0, version: 1, namedAt: now.toISOString() } },
    ]);
  });

  it('is named by nobody else, not as the one who scheduled it, and not to what is over', () => {
    expect(refusalOf(() => session().name(eve, grace, link, now)).code).toBe('not-the-organizer');
    expect(refusalOf(() => session().name(ada, { ...grace, email: 'ADA@example.org' }, link, now)).code).toBe('already-named');
    const cancelled = session();
    cancelled.cancel(ada, now);
    expect(refusalOf(() => cancelled.name(ada, grace, link, now)).code).toBe('session-over');
  });

  it('needs a name, an address, and a language that is one', () => {
    const { mistakes } = refusalOf(() => session().name(ada, { role: 'host', name: ' ', email: 'grace', locale: '!' }, link, now)) as Invalid;
    expect(mistakes.map(({ pointer }) => pointer)).toEqual(['/name', '/email', '/locale']);
    expect(refusalOf(() => session().name(ada, { ...grace, name: 'Bcc:\r\nx' }, link, now)).mistakes.map(({ code }) => code)).toEqual(['characters']);
  });

  it('with a new link has a higher revision: their calendar has to follow', () => {
    const teammate = named();
    teammate.rotateLink({ tokenHash: 'new', sealedToken: 'fresh' }, later(5));
    expect(teammate).toMatchObject({ tokenHash: 'new', sealedToken: 'fresh', revision: 1 });
    expect(names(teammate)).toEqual(['scheduling.teammate-link-rotated']);
  });

  it('asks for the link again, and a flood of asking is one', () => {
    const teammate = named();
    teammate.sendLinkAgain(later(4));
    expect(names(teammate)).toEqual([]);
    teammate.sendLinkAgain(later(5));
    teammate.sendLinkAgain(later(9));
    expect(names(teammate)).toEqual(['scheduling.teammate-link-asked-again']);
  });

  it('is removed once, and gets no link after that', () => {
    const teammate = named();
    teammate.remove(later(1));
    teammate.remove(later(2));
    expect([teammate.status, teammate.revision, names(teammate)]).toEqual(['removed', 1, ['scheduling.teammate-removed']]);
    expect(refusalOf(() => teammate.rotateLink(link, later(3))).code).toBe('teammate-removed');
    expect(refusalOf(() => teammate.sendLinkAgain(later(99))).code).toBe('teammate-removed');
  });

  it('is forgotten: no name, address, account or link is left', () => {
    const teammate = named();
    teammate.erase(later(1));
    expect(teammate).toMatchObject({ name: null, email: null, emailKey: null, userId: null, tokenHash: null, sealedToken: null, status: 'removed' });
    expect(names(teammate)).toEqual(['scheduling.teammate-erased']);
  });
});

describe('a session with a named host', () => {
  it('is started and ended by a member who was named, and changed by the organizer alone', () => {
    const one = session();
    expect(refusalOf(() => one.start(eve, now)).code).toBe('not-a-host');
    one.start({ ...eve, namedHost: true }, now);
    expect(refusalOf(() => one.edit({ ...eve, namedHost: true }, { title: 'Mine' }, now)).code).toBe('not-the-organizer');
    one.end({ ...eve, namedHost: true }, now);
    expect(one.status).toBe('ended');
  });
});
