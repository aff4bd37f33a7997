import { randomUUID } from 'node:crypto';
import { DirectDatabase } from '../../../src/platform/database/direct-database.js';
import { DeleteSessionWithoutRegistrants } from '../../../src/registration/delete-session-without-registrants.js';
import { Registration } from '../../../src/registration/model/registration.js';
import { RegisterAttendee } from '../../../src/registration/register-attendee.js';
import { RegistrationBurst } from '../../../src/registration/registration-burst.js';
import { ScheduleSession } from '../../../src/scheduling/schedule-session.js';
import type { Session } from '../../../src/scheduling/model/session.js';
import { ADA, draft, openEventHouse, type EventHouse } from '../events/house.js';

describe('a thousand people who register in the same second', () => {
  let house: EventHouse;
  beforeAll(async () => {
    house = await openEventHouse('burst');
  }, 120_000);
  afterAll(() => house?.close());

  const schedule = async (): Promise<Session> => {
    const session = await house.execute(new ScheduleSession(draft(), ADA));
    await house.settled();
    return session;
  };
  const register = ({ slug }: Session, email: string): Promise<unknown> => house.execute(new RegisterAttendee(slug, { email, name: 'Grace', answers: {} }));
  const count = async (sql: string, { id }: Session): Promise<number> => (await house.database.query<{ n: number }>(`select count(*)::int as n from ${sql}`, [id])).rows[0]!.n;
  const registrations = (session: Session) => count('registration.registration where session_id = $1', session);
  const confirmations = (session: Session) => count(`notification.delivery join notification.recipient r on r.id = recipient_id where delivery.session_id = $1 and kind = 'confirmation' and r.role = 'attendee'`, session);

  it('have a seat each, and one confirmation each', async () => {
    const session = await schedule();
    await Promise.all(Array.from({ length: 1_000 }, (_, n) => register(session, `p${n}@example.org`)));
    expect(await registrations(session)).toBe(1_000); // at the latest when it was acknowledged
    await house.until('every confirmation is written', async () => (await confirmations(session)) === 1_000, 60_000);
    await house.settled();
    expect(await confirmations(session)).toBe(1_000);
  }, 120_000);

  it('as soon as the session is there, before anybody has heard of it, have their seat', async () => {
    const sessions = await Promise.all(Array.from({ length: 60 }, async (_, n) => {
      const session = await house.execute(new ScheduleSession(draft(), ADA));
      await register(session, `early${n}@example.org`);
      return session;
    }));
    for (const session of sessions) expect(await registrations(session)).toBe(1);
    await house.settled();
  });

  it('under one and the same address have one seat and one confirmation, and all get the same answer', async () => {
    const session = await schedule();
    const answers = await Promise.allSettled(Array.from({ length: 1_000 }, (_, n) => register(session, n % 2 ? 'same@example.org' : 'SAME@Example.org')));
    expect(new Set(answers.map((answer) => (answer.status === 'rejected' ? String(answer.reason) : 'accepted')))).toEqual(new Set(['accepted']));
    await house.settled();
    expect([await registrations(session), await confirmations(session)]).toEqual([1, 1]);
    expect(await count(`notification.delivery where session_id = $1 and kind = 'link-again'`, session)).toBe(0); // once a minute at most
  }, 120_000);

  describe('together in one statement', () => {
    const application = (email: string) => ({ email, name: 'Grace', answers: {} });
    const made = (sessionId: string, email: string): Registration => new Registration({ sessionId, form: [], timeZone: 'UTC' }, application(email), { tokenHash: randomUUID(), sealedToken: 'x' }, new Date());
    const burst = () => house.app.get(RegistrationBurst, { strict: false });

    it('fail alone, whoever fails', async () => {
      const session = await schedule();
      const rows = Array.from({ length: 30 }, (_, n) => made(session.id, `r${n}@example.org`));
      rows[7] = made('no-id-at-all', 'broken@example.org');
      rows[8] = Object.assign(made(session.id, 'nul@example.org'), { name: 'a\u0000b' });
      rows[9] = made(randomUUID(), 'nowhere@example.org'); // a session that is not there (any more)
      const ended = await Promise.allSettled(rows.map((row) => burst().save(row)));
      expect(ended.map(({ status }, n) => (status === 'rejected' ? n : -1)).filter((n) => n >= 0)).toEqual([7, 8, 9]);
      expect((ended[9] as PromiseRejectedResult).reason).toMatchObject({ status: 404, code: 'session-not-found' });
      expect(await registrations(session)).toBe(27);
      await house.settled();
      expect(await confirmations(session)).toBe(27);
    });

    it('are all told soon when the database is away, however many they are', async () => {
      const session = await schedule();
      const direct = house.app.get(DirectDatabase, { strict: false });
      const transaction = direct.transaction.bind(direct);
      direct.transaction = async () => {
        await new Promise((late) => setTimeout(late, 1_000));
        throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      };
      const began = Date.now();
      try {
        const ended = await Promise.allSettled(Array.from({ length: 500 }, (_, n) => burst().save(made(session.id, `away${n}@example.org`))));
        expect([new Set(ended.map(({ status }) => status)), Date.now() - began < 4_000]).toEqual([new Set(['rejected']), true]);
      } finally {
        direct.transaction = transaction;
      }
      await burst().save(made(session.id, 'back@example.org'));
      expect(await registrations(session)).toBe(1);
    });
  });

  it('while the session is deleted: it is deleted and nobody has a seat, or it stays', async () => {
    for (let round = 0; round < 15; round++) {
      const session = await schedule();
      const [deleted, ...registered] = await Promise.allSettled([
        house.execute(new DeleteSessionWithoutRegistrants(session.id, ADA)),
        ...Array.from({ length: 5 }, async (_, n) => {
          await new Promise((some) => setTimeout(some, n * 2));
          await register(session, `race${n}@example.org`);
        }),
      ]);
      const seats = registered.filter(({ status }) => status === 'fulfilled').length;
      const stands = await count('scheduling.session where id = $1', session);
      expect([deleted.status, stands, await registrations(session)]).toEqual(stands === 1 ? ['rejected', 1, seats] : ['fulfilled', 0, 0]);
      if (stands === 0) expect(seats).toBe(0);
    }
  }, 120_000);
});
