import { randomUUID } from 'node:crypto';
import { ApproveRegistrations } from '../../../src/registration/organizing/approve-registrations.js';
import { DenyRegistrations } from '../../../src/registration/organizing/deny-registrations.js';
import { EraseOwnData } from '../../../src/registration/erase-own-data.js';
import { Sealer } from '../../../src/platform/config/sealed.js';
import { Configuration } from '../../../src/platform/config/configuration.js';
import { RegisterAttendee } from '../../../src/registration/register-attendee.js';
import { WithdrawRegistration } from '../../../src/registration/withdraw-registration.js';
import { EditSession } from '../../../src/scheduling/edit-session.js';
import type { DraftTerms } from '../../../src/scheduling/model/terms.js';
import type { Session } from '../../../src/scheduling/model/session.js';
import { ScheduleSession } from '../../../src/scheduling/schedule-session.js';
import { ADA, draft, openEventHouse, type EventHouse } from '../events/house.js';

interface Row { id: string; email: string; status: string; sealed_token: string }

describe('a session with so many seats', () => {
  let house: EventHouse;
  let sealer: Sealer;
  beforeAll(async () => {
    house = await openEventHouse('capacity');
    sealer = new Sealer(house.app.get(Configuration, { strict: false }).secret);
  }, 120_000);
  afterAll(() => house?.close());

  const plan = async (terms: DraftTerms): Promise<Session> => {
    const session = await house.execute(new ScheduleSession({ ...draft(), terms }, ADA));
    await house.settled();
    return session;
  };
  const edit = async (session: Session, terms: DraftTerms): Promise<void> => {
    const { rows } = await house.database.query<{ version: number }>('select version from scheduling.session where id = $1', [session.id]);
    await house.execute(new EditSession(session.id, { fields: [], terms }, rows[0]!.version, ADA));
    await house.settled();
  };
  const register = ({ slug }: Session, email: string) => house.execute(new RegisterAttendee(slug, { email, name: 'Grace', answers: {} }));
  const people = async ({ id }: Session): Promise<Row[]> => (await house.database.query<Row>('select id, email, status, sealed_token from registration.registration where session_id = $1 order by registered_at, id', [id])).rows;
  const standing = async (session: Session) => Object.fromEntries((await people(session)).map(({ email, status }) => [email, status]));
  const tokenOf = async (session: Session, email: string): Promise<string> => sealer.open((await people(session)).find((one) => one.email === email)!.sealed_token);
  const idOf = async (session: Session, email: string): Promise<string> => (await people(session)).find((one) => one.email === email)!.id;
  /** What somebody was written, in order. */
  const letters = async (session: Session, email: string) =>
    (await house.database.query<{ kind: string }>('select kind from notification.delivery d join notification.recipient r on r.id = d.recipient_id where d.session_id = $1 and r.email = $2 order by d.stamped_at', [session.id, email])).rows.map(({ kind }) => kind);

  it('takes in as many as there are seats, and puts the others in line; each is told so, and the answer says it of the session', async () => {
    const session = await plan({ capacity: 2 });
    expect([await register(session, 'a@x.org'), await register(session, 'b@x.org'), await register(session, 'c@x.org')]).toEqual(['confirmed', 'confirmed', 'waitlisted']);
    expect(await register(session, 'a@x.org')).toBe('waitlisted'); // what anybody would be told, seat or not
    expect(await standing(session)).toEqual({ 'a@x.org': 'confirmed', 'b@x.org': 'confirmed', 'c@x.org': 'waitlisted' });
    await house.settled();
    expect([await letters(session, 'b@x.org'), await letters(session, 'c@x.org')]).toEqual([['confirmation'], ['waitlisted']]);
  });

  it('gives a seat that is given up, erased or taken back to who is first in line, at once', async () => {
    const session = await plan({ capacity: 3 });
    for (const who of ['a', 'b', 'c', 'd', 'e', 'f']) await register(session, `${who}@x.org`);
    await house.settled(); // a seat that is given before anybody has heard of the line is all that is told
    await house.execute(new WithdrawRegistration(await tokenOf(session, 'a@x.org')));
    expect(await standing(session)).toMatchObject({ 'd@x.org': 'confirmed', 'e@x.org': 'waitlisted' });
    await house.execute(new EraseOwnData(await tokenOf(session, 'b@x.org')));
    expect(await standing(session)).toMatchObject({ 'e@x.org': 'confirmed', 'f@x.org': 'waitlisted' });
    await house.execute(new DenyRegistrations(session.id, [await idOf(session, 'c@x.org')], undefined, ADA));
    expect(await standing(session)).toMatchObject({ 'c@x.org': 'denied', 'f@x.org': 'confirmed' });
    await house.settled();
    expect([await letters(session, 'd@x.org'), await letters(session, 'f@x.org')]).toEqual([['waitlisted', 'confirmation'], ['waitlisted', 'confirmation']]);
  });

  it('frees nothing when somebody in line leaves it', async () => {
    const session = await plan({ capacity: 1 });
    for (const who of ['a', 'b', 'c']) await register(session, `${who}@x.org`);
    await house.execute(new WithdrawRegistration(await tokenOf(session, 'b@x.org')));
    expect(await standing(session)).toEqual({ 'a@x.org': 'confirmed', 'b@x.org': 'withdrawn', 'c@x.org': 'waitlisted' });
  });

  it('that gets more seats gives them to the line in its order; fewer take nobody’s; no limit takes all in', async () => {
    const session = await plan({ capacity: 1 });
    for (const who of ['a', 'b', 'c', 'd', 'e']) await register(session, `${who}@x.org`);
    await edit(session, { capacity: 3 });
    expect(Object.values(await standing(session))).toEqual(['confirmed', 'confirmed', 'confirmed', 'waitlisted', 'waitlisted']);
    await edit(session, { capacity: 2 });
    await house.execute(new WithdrawRegistration(await tokenOf(session, 'a@x.org')));
    expect(Object.values(await standing(session))).toEqual(['withdrawn', 'confirmed', 'confirmed', 'waitlisted', 'waitlisted']);
    await edit(session, { capacity: null });
    expect(Object.values(await standing(session))).toEqual(['withdrawn', 'confirmed', 'confirmed', 'confirmed', 'confirmed']);
  });

  it('with approval: who is approved when all seats are taken is in line; who waits for the answer takes no seat', async () => {
    const session = await plan({ capacity: 1, approval: true });
    for (const who of ['a', 'b', 'c']) expect(await register(session, `${who}@x.org`)).toBe('pending');
    await house.settled();
    const ids = (await people(session)).map(({ id }) => id);
    await house.execute(new ApproveRegistrations(session.id, [ids[1]!, ids[0]!], 'Welcome', ADA)); // who came first is first
    await house.settled();
    expect(Object.values(await standing(session))).toEqual(['confirmed', 'waitlisted', 'pending']);
    await house.execute(new DenyRegistrations(session.id, [ids[0]!], undefined, ADA));
    expect(Object.values(await standing(session))).toEqual(['denied', 'confirmed', 'pending']);
    await house.settled();
    expect(await letters(session, 'b@x.org')).toEqual(['pending', 'waitlisted', 'confirmation']);
  });

  it('has never more people than seats, however many come in the same second, and leaves no seat empty', async () => {
    const session = await plan({ capacity: 100 });
    const answers = await Promise.all(Array.from({ length: 1_000 }, (_, n) => register(session, `p${n}@crowd.org`)));
    const all = await people(session);
    const count = (status: string): number => all.filter((one) => one.status === status).length;
    expect([all.length, count('confirmed'), count('waitlisted')]).toEqual([1_000, 100, 900]);
    expect(answers.filter((answer) => answer === 'confirmed')).toHaveLength(100);
    await house.settled(100_000);
    const { rows } = await house.database.query<{ kind: string; n: number }>(`select kind, count(*)::int as n from notification.delivery d join notification.recipient r on r.id = d.recipient_id where d.session_id = $1 and r.role = 'attendee' group by 1 order by 1`, [session.id]);
    expect(rows).toEqual([{ kind: 'confirmation', n: 100 }, { kind: 'waitlisted', n: 900 }]);
  }, 120_000);

  it('keeps to that while people come, give up and are denied, and the number of seats changes, all at once', async () => {
    const session = await plan({ capacity: 10 });
    for (let n = 0; n < 20; n++) await register(session, `first${n}@mixed.org`);
    const tokens = await Promise.all([0, 1, 2, 3, 4].map((n) => tokenOf(session, `first${n}@mixed.org`)));
    const ids = await Promise.all([5, 6, 7].map((n) => idOf(session, `first${n}@mixed.org`)));
    const most: number[] = [];
    const watch = async (): Promise<void> => {
      const { rows } = await house.database.query<{ n: number }>(`select count(*)::int as n from registration.registration where session_id = $1 and status = 'confirmed'`, [session.id]);
      most.push(rows[0]!.n);
    };
    const acts = await Promise.allSettled([
      ...tokens.map((token) => house.execute(new WithdrawRegistration(token))),
      ...ids.map((id) => house.execute(new DenyRegistrations(session.id, [id], undefined, ADA))),
      ...Array.from({ length: 60 }, (_, n) => register(session, `next${n}@mixed.org`)),
      ...Array.from({ length: 20 }, watch),
    ]);
    expect(acts.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(Math.max(...most)).toBeLessThanOrEqual(10);
    const all = await people(session);
    expect(all.filter(({ status }) => status === 'confirmed')).toHaveLength(10);
    // the line has moved in its order
    const firstInLine = all.findIndex(({ status }) => status === 'waitlisted');
    expect(all.slice(firstInLine).filter(({ status }) => status === 'confirmed')).toEqual([]);
  }, 120_000);

  it('holds nothing where there is no limit', async () => {
    const session = await plan({});
    const held = await house.database.connect();
    try {
      await held.query('begin');
      await held.query('select 1 from registration.session where session_id = $1 for no key update', [session.id]);
      expect(await register(session, `${randomUUID()}@x.org`)).toBe('confirmed'); // though somebody holds the row
    } finally {
      await held.query('rollback');
      held.release();
    }
  });
});
