import { AcceptOffer } from '../../../src/registration/accept-offer.js';
import { EndOffers } from '../../../src/registration/end-offers.js';
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

interface Row { id: string; email: string; status: string; sealed_token: string; offered_until: Date | null }

describe('a freed seat that is offered first', () => {
  let house: EventHouse;
  let sealer: Sealer;
  beforeAll(async () => {
    house = await openEventHouse('offers');
    sealer = new Sealer(house.app.get(Configuration, { strict: false }).secret);
  }, 120_000);
  afterAll(() => house?.close());

  const plan = async (terms: DraftTerms): Promise<Session> => {
    const session = await house.execute(new ScheduleSession({ ...draft(), terms }, ADA));
    await house.settled();
    return session;
  };
  const edit = async (session: Session, changes: { terms?: DraftTerms; wallTime?: string }): Promise<void> => {
    const { rows } = await house.database.query<{ version: number }>('select version from scheduling.session where id = $1', [session.id]);
    await house.execute(new EditSession(session.id, { fields: [], ...changes }, rows[0]!.version, ADA));
    await house.settled();
  };
  const register = ({ slug }: Session, email: string) => house.execute(new RegisterAttendee(slug, { email, name: 'Grace', answers: {} }));
  const people = async ({ id }: Session): Promise<Row[]> => (await house.database.query<Row>('select id, email, status, sealed_token, offered_until from registration.registration where session_id = $1 order by registered_at, id', [id])).rows;
  const standing = async (session: Session) => (await people(session)).map(({ status }) => status);
  const one = async (session: Session, email: string): Promise<Row> => (await people(session)).findLast((row) => row.email === email)!;
  const tokenOf = async (session: Session, email: string): Promise<string> => sealer.open((await one(session, email)).sealed_token);
  const letters = async (session: Session, email: string) =>
    (await house.database.query<{ kind: string }>('select kind from notification.delivery d join notification.recipient r on r.id = d.recipient_id where d.session_id = $1 and r.email = $2 order by d.stamped_at', [session.id, email])).rows.map(({ kind }) => kind);
  const withdraw = async (session: Session, email: string): Promise<void> => {
    await house.execute(new WithdrawRegistration(await tokenOf(session, email)));
    await house.settled();
  };
  const accept = async (session: Session, email: string) => house.execute(new AcceptOffer(await tokenOf(session, email)));
  /** Two instances look at the same moment. */
  const scan = async (): Promise<void> => {
    const offers = house.app.get(EndOffers, { strict: false });
    const another = new EndOffers(house.orm.em, (offers as unknown as { seats: ConstructorParameters<typeof EndOffers>[1] }).seats);
    await Promise.all([offers.scan(), another.scan()]);
    await house.settled();
  };
  const passTheHour = (session: Session) => house.database.query(`update registration.registration set offered_until = now() where session_id = $1 and status = 'offered'`, [session.id]);
  /** Ada has the one seat, and gives it up; Bob and Cleo are in line. */
  const asked = async (terms: DraftTerms = {}): Promise<Session> => {
    const session = await plan({ capacity: 1, waitlistOfferHours: 12, ...terms });
    for (const who of ['ada', 'bob', 'cleo']) await register(session, `${who}@x.org`);
    await house.settled(); // or who is asked at once hears of that alone
    await withdraw(session, 'ada@x.org');
    return session;
  };

  it('is held for who is first in line, who is asked by mail until when; and nobody who comes meanwhile gets it', async () => {
    const session = await asked();
    expect(await standing(session)).toEqual(['withdrawn', 'offered', 'waitlisted']);
    const bob = await one(session, 'bob@x.org');
    expect(Math.abs(bob.offered_until!.getTime() - Date.now() - 12 * 3_600_000)).toBeLessThan(60_000);
    expect(await letters(session, 'bob@x.org')).toEqual(['waitlisted', 'offered']);
    expect(await register(session, 'dora@x.org')).toBe('waitlisted');
    expect((await house.database.query('select offered_until from notification.recipient where id = $1', [bob.id])).rows[0]).toEqual({ offered_until: bob.offered_until });
  });

  it('is theirs once they say so, and once is enough; who was not asked has nothing to accept', async () => {
    const session = await asked();
    await expect(accept(session, 'cleo@x.org')).rejects.toMatchObject({ code: 'offer-over' });
    await accept(session, 'bob@x.org');
    await accept(session, 'bob@x.org');
    await house.settled();
    expect(await standing(session)).toEqual(['withdrawn', 'confirmed', 'waitlisted']);
    expect(await letters(session, 'bob@x.org')).toEqual(['waitlisted', 'offered', 'confirmation']);
    expect((await one(session, 'bob@x.org')).offered_until).toBeNull();
  });

  it.each<[string, (session: Session) => Promise<unknown>]>([
    ['is declined', (session) => withdraw(session, 'bob@x.org')],
    ['is taken back', async (session) => house.execute(new DenyRegistrations(session.id, [(await one(session, 'bob@x.org')).id], 'Sorry', ADA))],
    ['was for somebody who wants to be forgotten', async (session) => house.execute(new EraseOwnData(await tokenOf(session, 'bob@x.org')))],
  ])('goes to the next where it %s', async (_, deed) => {
    const session = await asked();
    await deed(session);
    await house.settled();
    expect((await standing(session)).slice(2)).toEqual(['offered']);
    expect(await letters(session, 'cleo@x.org')).toEqual(['waitlisted', 'offered']);
  });

  it('is given at once by the organizer to who was asked', async () => {
    const session = await asked();
    await house.execute(new ApproveRegistrations(session.id, [(await one(session, 'bob@x.org')).id], undefined, ADA));
    expect(await standing(session)).toEqual(['withdrawn', 'confirmed', 'waitlisted']);
  });

  it('goes to the next when the hour has come, once, whoever looks; who did not answer hears so, and may come again at the end', async () => {
    const session = await asked();
    const token = await tokenOf(session, 'bob@x.org');
    await passTheHour(session);
    await expect(house.execute(new AcceptOffer(token))).rejects.toMatchObject({ code: 'offer-over' });
    await scan();
    await scan();
    expect(await standing(session)).toEqual(['withdrawn', 'withdrawn', 'offered']);
    expect(await letters(session, 'bob@x.org')).toEqual(['waitlisted', 'offered', 'offer-lapsed']);
    expect(await letters(session, 'cleo@x.org')).toEqual(['waitlisted', 'offered']);
    await expect(house.execute(new AcceptOffer(token))).rejects.toMatchObject({ code: 'registration-withdrawn' });
    expect(await register(session, 'bob@x.org')).toBe('waitlisted');
    expect((await one(session, 'bob@x.org')).status).toBe('waitlisted');
  });

  it('is held until the start at the longest: a session that moves nearer shortens it, and says so', async () => {
    const session = await asked({ waitlistOfferHours: 336 });
    const first = await one(session, 'bob@x.org');
    const { rows: [{ starts_at: starts }] } = await house.database.query<{ starts_at: Date }>('select starts_at from registration.session where session_id = $1', [session.id]) as unknown as { rows: [{ starts_at: Date }] };
    expect(first.offered_until).toEqual(starts);
    await edit(session, { wallTime: new Date(starts.getTime() - 3_600_000).toISOString().slice(0, 16) });
    expect((await one(session, 'bob@x.org')).offered_until).toEqual(new Date(starts.getTime() - 3_600_000));
    expect((await letters(session, 'bob@x.org')).filter((kind) => kind === 'offered')).toHaveLength(2);
    // and at the start, without an answer, there is no time left to ask anybody: the next has it
    await house.database.query(`update registration.session set starts_at = now() where session_id = $1`, [session.id]);
    await passTheHour(session);
    await scan();
    expect(await standing(session)).toEqual(['withdrawn', 'withdrawn', 'confirmed']);
  });

  it('is one of several where there are more; all have one where there is no limit any more', async () => {
    const session = await asked();
    await register(session, 'dora@x.org');
    await edit(session, { terms: { capacity: 2 } });
    expect(await standing(session)).toEqual(['withdrawn', 'offered', 'offered', 'waitlisted']);
    await edit(session, { terms: { capacity: null } });
    expect(await standing(session)).toEqual(['withdrawn', 'confirmed', 'confirmed', 'confirmed']);
  });

  it('never is two people’s, whatever they all do at once', async () => {
    const session = await plan({ capacity: 10, waitlistOfferHours: 1 });
    for (let n = 0; n < 40; n++) await register(session, `p${n}@mixed.org`);
    const most: number[] = [];
    const watch = async (): Promise<void> => {
      const { rows } = await house.database.query<{ n: number }>(`select count(*)::int as n from registration.registration where session_id = $1 and status in ('confirmed', 'offered')`, [session.id]);
      most.push(rows[0]!.n);
    };
    for (let round = 0; round < 3; round++) {
      const all = await people(session);
      const [seated, offered] = ['confirmed', 'offered'].map((status) => all.filter((row) => row.status === status)) as [Row[], Row[]];
      const acts = await Promise.allSettled([
        ...seated.slice(0, 4).map(({ sealed_token: token }) => house.execute(new WithdrawRegistration(sealer.open(token)))),
        ...offered.map(({ sealed_token: token, id }, n) =>
          n % 3 === 0 ? house.execute(new DenyRegistrations(session.id, [id], undefined, ADA)) : house.execute(n % 3 === 1 ? new AcceptOffer(sealer.open(token)) : new WithdrawRegistration(sealer.open(token)))),
        ...Array.from({ length: 6 }, (_, n) => register(session, `r${round}n${n}@mixed.org`)),
        ...Array.from({ length: 4 }, watch),
        scan(),
      ]);
      // All of them wait for one row: what waits too long on a busy machine is refused, and undone whole.
      expect(acts.flatMap((act) => (act.status === 'rejected' && !/timeout/.test(String(act.reason)) ? [act.reason as unknown] : []))).toEqual([]);
      await watch();
      if (round === 1) {
        await passTheHour(session);
        await scan();
      }
    }
    await house.until('each seat is taken or held', async () => {
      await scan();
      return (await standing(session)).filter((status) => status === 'confirmed' || status === 'offered').length === 10;
    });
    await watch();
    expect(Math.max(...most)).toBe(10);
    const all = await people(session);
    expect(all.filter(({ status }) => status === 'confirmed' || status === 'offered')).toHaveLength(10);
    // the line has moved in its order
    const firstInLine = all.findIndex(({ status }) => status === 'waitlisted');
    expect(all.slice(firstInLine).filter(({ status }) => status === 'offered')).toEqual([]);
  }, 120_000);
});
