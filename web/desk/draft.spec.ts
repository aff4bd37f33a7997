import { zoneTyped } from '../kit/zones.ts';
import { bodyOf, changesBetween, draftOf, emptyDraft, isShownTwice, newQuestion, rebased } from './draft.ts';
import type { Session } from './sessions.ts';

const session: Session = {
  id: 'one', slug: 'one-k3x9qa', title: 'Light', description: 'Windows', theme: 'webinar', status: 'scheduled', phase: 'upcoming', hostName: 'Marta',
  when: { wallTime: '2026-12-01T15:00', timeZone: 'Europe/Berlin', durationMinutes: 60, startsAt: '2026-12-01T14:00:00.000Z', endsAt: '2026-12-01T15:00:00.000Z' },
  registration: { fields: [{ key: 'from', label: 'How did you hear of us?', help: '', kind: 'choice', required: true, options: ['A friend', 'By chance'] }], askedBefore: [], approval: false, capacity: null, waitlistOfferHours: null, closing: null }, countdown: false, opensAt: null, farewell: null, recording: 'off', passcode: false, roomLimit: null, picture: null,
  publicUrl: '', roomUrl: '', version: 3, scheduleVersion: 0, createdAt: '', startedAt: null, endedAt: null,
};

describe('a draft', () => {
  it('needs only a title to be a session tomorrow', () => {
    const body = bodyOf({ ...emptyDraft(new Date(2026, 10, 22, 14, 20), 'Europe/Berlin'), title: ' Light ' });
    expect(body).toEqual({ title: 'Light', description: '', wallTime: '2026-11-23T15:00', timeZone: 'Europe/Berlin', durationMinutes: 60, theme: 'meeting', passcode: null, roomLimit: null, registration: { fields: [], approval: false, capacity: null, waitlistOfferHours: null, closing: null }, countdown: false, farewell: null, recording: 'off' });
  });

  it('keeps the passcode that is set, unless it is given another one or asks for none', () => {
    const before = draftOf({ ...session, passcode: true });
    expect(before).toMatchObject({ asksPasscode: true, passcode: '' });
    expect(changesBetween(before, { ...before, title: 'Dark' })).toEqual({ title: 'Dark' });
    expect(changesBetween(before, { ...before, passcode: ' kiln fire ' })).toEqual({ passcode: 'kiln fire' });
    expect(changesBetween(before, { ...before, asksPasscode: false })).toEqual({ passcode: null });
    expect(bodyOf({ ...draftOf(session), asksPasscode: true }).passcode).toBe('');
  });

  it('made at night is for the next morning, not the next night', () => {
    expect(emptyDraft(new Date(2026, 10, 22, 2, 20), 'UTC')).toMatchObject({ date: '2026-11-23', time: '10:00' });
  });

  it('of a stored session changes nothing when nothing is changed', () => {
    expect(changesBetween(draftOf(session), draftOf(session))).toEqual({});
  });

  it('sends what was changed and nothing else', () => {
    const before = draftOf(session);
    expect(changesBetween(before, { ...before, title: 'Shade' })).toEqual({ title: 'Shade' });
    expect(changesBetween(before, { ...before, time: '16:00' })).toEqual({ wallTime: '2026-12-01T16:00' });
    expect(changesBetween(before, { ...before, recording: 'hosts' })).toEqual({ recording: 'hosts' });
  });

  it('closes at an hour or with the session, and sends a half of an hour as it stands', () => {
    const before = draftOf({ ...session, registration: { fields: [], askedBefore: [], approval: false, capacity: null, waitlistOfferHours: null, closing: { wallTime: '2026-11-30T18:00', at: '2026-11-30T17:00:00.000Z' } } });
    expect([before.closingDate, before.closingTime]).toEqual(['2026-11-30', '18:00']);
    const closing = (changes: object) => changesBetween(before, { ...before, ...changes }).registration?.closing;
    expect(closing({ closingTime: '19:30' })).toEqual({ wallTime: '2026-11-30T19:30' });
    expect(closing({ closingDate: '', closingTime: '' })).toBeNull();
    expect(closing({ closingTime: '' })).toEqual({ wallTime: '2026-11-30T' }); // the server says what is missing
  });

  it('says farewell with words, a link, or both, and sends a half of a link as it stands', () => {
    const farewell = (changes: object) => bodyOf({ ...draftOf(session), ...changes }).farewell;
    expect(farewell({ farewellText: ' Bye. ' })).toEqual({ text: 'Bye.', link: null });
    expect(farewell({ farewellUrl: 'https://example.org' })).toEqual({ text: '', link: { label: '', url: 'https://example.org' } });
    const kept = draftOf({ ...session, farewell: { text: 'Bye.', link: { label: 'More', url: 'https://example.org/' } } });
    expect(changesBetween(kept, kept)).toEqual({});
    expect(changesBetween(kept, { ...kept, farewellText: '', farewellLabel: '', farewellUrl: '' })).toEqual({ farewell: null });
  });

  it('keeps the key of a stored question and gives a new one none', () => {
    const before = draftOf(session);
    const { registration } = bodyOf({ ...before, questions: [...before.questions, { ...newQuestion(), label: 'Company' }] });
    expect(registration?.fields.map(({ key }) => key)).toEqual(['from', undefined]);
  });

  it('reads options line by line, for choices alone', () => {
    const before = draftOf(session);
    const [question] = before.questions;
    const fields = (kind: 'choice' | 'short-text') => bodyOf({ ...before, questions: [{ ...question!, kind, options: ' A\n\n B ' }] }).registration?.fields[0]?.options;
    expect(fields('choice')).toEqual(['A', 'B']);
    expect(fields('short-text')).toEqual([]);
  });

  it('carries its own changes over to what somebody else saved meanwhile', () => {
    const before = draftOf(session);
    const theirs = draftOf({ ...session, title: 'Theirs', when: { ...session.when, wallTime: '2026-12-02T15:00' } });
    const mine = rebased({ ...before, title: 'Mine' }, before, theirs);
    expect(changesBetween(theirs, mine)).toEqual({ title: 'Mine' });
    expect(mine.date).toBe('2026-12-02');
  });
});

describe('a time zone', () => {
  it.each([['europe/berlin', 'Europe/Berlin'], ['America/New york', 'America/New_York'], ['utc', 'UTC'], ['Nowhere', 'Nowhere']])('typed as %s is %s', (typed, zone) => {
    expect(zoneTyped(typed)).toBe(zone);
  });
});

describe('the question which of two is meant', () => {
  it.each([
    ['2027-10-31T02:30', 'Europe/Berlin'],
    ['2027-10-31T02:00', 'Europe/Berlin'],
    ['2026-11-01T01:15', 'America/New_York'],
    ['2027-04-04T01:45', 'Australia/Lord_Howe'],
  ])('is asked about %s in %s', (wallTime, zone) => {
    expect(isShownTwice(wallTime, zone)).toBe(true);
  });

  it.each([
    ['2027-10-31T03:00', 'Europe/Berlin'],
    ['2027-10-31T01:59', 'Europe/Berlin'],
    ['2027-03-28T02:30', 'Europe/Berlin'],
    ['2027-10-31T02:30', 'UTC'],
    ['2027-10-31T02:30', 'Nowhere/Nothing'],
    ['T', 'Europe/Berlin'],
  ])('is not asked about %s in %s', (wallTime, zone) => {
    expect(isShownTwice(wallTime, zone)).toBe(false);
  });

  it('lets a question hang on an earlier one, which needs a name before it is stored', () => {
    const [diet, more] = [{ ...newQuestion('choice'), label: 'Diet', options: 'None\nVegan' }, { ...newQuestion('long-text'), label: 'More' }];
    const before = { ...emptyDraft(new Date(), 'UTC'), questions: [diet, { ...more, condition: { on: diet.id, is: 'Vegan' } }] };
    const fields = bodyOf(before).registration!.fields;
    expect(fields.map(({ key, when }) => ({ key, when }))).toEqual([{ key: 'question-1', when: undefined }, { key: undefined, when: { key: 'question-1', is: 'Vegan' } }]);
    const stored = { ...fields[1]!, key: 'more', help: '', required: false, options: [] };
    const again = draftOf({ title: '', description: '', theme: 'meeting', when: { wallTime: '2026-12-01T15:00', timeZone: 'UTC', durationMinutes: 60 }, registration: { fields: [{ ...fields[0]!, key: 'question-1' }, stored] } } as never);
    expect(bodyOf(again).registration!.fields).toEqual([{ ...fields[0]!, key: 'question-1' }, stored]);
  });
});
