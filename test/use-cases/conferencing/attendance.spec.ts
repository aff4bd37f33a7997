import { jest } from '@jest/globals';
import type { House, Organizer, SessionAnswer } from '../../http/house.js';
import { linesOfCsv } from '../../support/read-csv.js';
import { startProduct } from '../../support/product.js';
import { Socket, comeBack, enter, join, openInstances, type Instance } from './instances.js';

interface Person { seatId: string; name: string; role: string; registrationId: string | null; stays: { cameAt: string; wentAt: string | null }[]; seconds: number }
interface Attendance { startedAt: string | null; endedAt: string | null; registrants: object; people: Person[] }

const AT = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown as string;

describe('attendance', () => {
  let close: () => Promise<void>;
  let house: House;
  let [one, two]: Instance[] = [];
  let ada: Organizer;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    const opened = await openInstances('attendance', 2);
    ({ house, close } = opened);
    [one, two] = opened.instances;
    ada = await house.organizer('Ada');
  }, 120_000);
  afterAll(() => close?.());
  afterEach(() => {
    jest.restoreAllMocks();
    sockets.splice(0).forEach((socket) => socket.close());
  });

  const sit = async (ticket: string, at: { address: string } = one!): Promise<Socket> => {
    const socket = await Socket.with(at.address, ticket);
    sockets.push(socket);
    return socket;
  };
  const guest = async ({ slug }: SessionAnswer, name: string, at = one!) => {
    const joined = await join(house, slug, name);
    return { ...joined, socket: await sit(joined.ticket, at) };
  };
  const act = async (what: 'start' | 'end', { id }: SessionAnswer) => {
    expect((await house.http.post(`/api/sessions/${id}/${what}`).set(house.as(ada))).status).toBeLessThan(300);
    await house.settled();
  };
  const live = async (more: object = {}) => {
    const session = await house.schedule(ada, more);
    await act('start', session);
    return session;
  };
  const read = async ({ id }: SessionAnswer) => (await house.http.get(`/api/sessions/${id}/attendance`).set(house.as(ada))).body as Attendance;
  const staysOf = async (session: SessionAnswer, name: string) => (await read(session)).people.find((person) => person.name === name)?.stays ?? [];
  const gone = (session: SessionAnswer, name: string) => house.until(`${name} is gone`, async () => (await staysOf(session, name)).every(({ wentAt }) => wentAt), 40_000);

  it('begins for who waits with the start, for others as they come, and ends for all with the session', async () => {
    const session = await house.schedule(ada);
    await sit((await enter(house, ada, session)).ticket);
    await guest(session, 'Bob');
    const left = await guest(session, 'Eve, who does not wait');
    expect(await left.socket.ask({ type: 'leave' })).toBe('done');
    expect((await read(session)).people.map(({ stays }) => stays)).toEqual([[], [], []]); // the foyer and backstage are not the room
    await act('start', session);
    await guest(session, 'Cleo, who is late', two);
    const during = await read(session);
    expect(during).toMatchObject({ startedAt: AT, endedAt: null, registrants: { registered: 0, came: 0, share: null } });
    expect(during.people.map(({ name, role, stays }) => [name, role, stays])).toEqual([
      [expect.any(String), 'host', [{ cameAt: AT, wentAt: null }]],
      ['Bob', 'attendee', [{ cameAt: AT, wentAt: null }]],
      ['Cleo, who is late', 'attendee', [{ cameAt: AT, wentAt: null }]],
      ['Eve, who does not wait', 'attendee', []],
    ]);
    await act('end', session);
    const after = await read(session);
    expect(after.endedAt).toEqual(AT);
    const [ends, times] = [after.people.slice(0, 3).map(({ stays }) => stays[0]!.wentAt), after.people.map(({ stays, seconds }) => [stays.length, seconds >= 0 && seconds < 120])];
    expect([new Set(ends).size, ends[0], times]).toEqual([1, AT, [[1, true], [1, true], [1, true], [0, true]]]);
  });

  it('goes on through a reload, a second device and a lost network, and ends with the grace', async () => {
    const session = await live(LINK);
    const token = await house.register(session.slug, 'bob@example.org');
    const enters = async (at: Instance) => {
      const answer = await house.http.post('/api/join').send({ token, name: 'Bob', moveHere: true });
      return sit((answer.body as { ticket: string }).ticket, at);
    };
    (await enters(one!)).close(); // a reload
    const first = await enters(one!);
    const second = await enters(two!); // another device, at another instance
    expect(await first.closed).toBe(4409);
    second.terminate(); // a lost network
    const third = await enters(one!);
    expect(await staysOf(session, 'Bob')).toEqual([{ cameAt: AT, wentAt: null }]);
    third.terminate();
    await gone(session, 'Bob');
    expect(await staysOf(session, 'Bob')).toEqual([{ cameAt: AT, wentAt: AT }]);
    await enters(one!);
    expect(await staysOf(session, 'Bob')).toEqual([{ cameAt: AT, wentAt: AT }, { cameAt: AT, wentAt: null }]);
  }, 60_000);

  it('ends for who leaves or is removed, and has another stay for who is let in again', async () => {
    const session = await live();
    const host = await sit((await enter(house, ada, session)).ticket);
    const [bob, cleo] = [await guest(session, 'Bob'), await guest(session, 'Cleo')];
    expect(await bob.socket.ask({ type: 'leave' })).toBe('done');
    await gone(session, 'Bob');
    expect(await host.ask({ type: 'remove', seatId: cleo.seatId })).toBe('done');
    await gone(session, 'Cleo');
    await sit((await join(house, session.slug, 'Cleo', cleo.cookie)).ticket); // knocks
    expect(await staysOf(session, 'Cleo')).toEqual([{ cameAt: AT, wentAt: AT }]);
    expect(await host.ask({ type: 'admit', seatId: cleo.seatId })).toBe('done');
    await house.until('Cleo is in', async () => (await staysOf(session, 'Cleo')).length === 2, 40_000);
    expect((await staysOf(session, 'Cleo'))[1]).toEqual({ cameAt: AT, wentAt: null });
  }, 60_000);

  it('of whose app was killed ends at the last moment at which it was known, and goes on for who comes back', async () => {
    const session = await live();
    const doomed = await startProduct({ databaseUrl: process.env['DATABASE_URL']!, smtpUrl: 'smtp://127.0.0.1:1', env: { FOYER_SECRET: process.env['FOYER_SECRET']!, PUBLIC_URL: process.env['PUBLIC_URL']! } });
    try {
      const at = { ...one!, address: doomed.url };
      const [bob] = [await guest(session, 'Bob', at), await guest(session, 'Cleo', at)];
      doomed.kill();
      await sit(await comeBack(house, session.slug, bob.cookie));
      await gone(session, 'Cleo');
      expect(await staysOf(session, 'Bob')).toEqual([{ cameAt: AT, wentAt: null }]);
      const { rows } = await house.database.query(
        `select stay.went_at = greatest(stay.came_at, instance.seen_at) as "asKnown", stay.went_at < now() - interval '15 seconds' as earlier
           from conferencing.stay join conferencing.seat on seat.id = stay.seat_id join conferencing.instance on instance.id = seat.instance where seat.name = 'Cleo' and seat.session_id = $1`,
        [session.id],
      );
      expect(rows).toEqual([{ asKnown: true, earlier: true }]);
    } finally {
      await doomed.stop();
    }
  }, 90_000);

  it('has a gap for who was away as long as the app was, and nobody in it who was there for the app alone', async () => {
    const session = await live();
    const bob = await guest(session, 'Bob');
    const ghost = await join(house, session.slug, 'A ghost');
    bob.socket.terminate();
    await gone(session, 'Bob');
    const ago = (minutes: number) => `now() - interval '${minutes} minutes'`;
    // In one statement: in between, the look that each instance takes every few seconds would end the stay.
    await house.database.query(
      `with dead as (insert into conferencing.instance (id, seen_at) values ('long dead', ${ago(10)}))
       , stay as (update conferencing.stay set came_at = ${ago(20)}, went_at = null where seat_id = $1)
       update conferencing.seat set present = true, instance = 'long dead' where id in ($1, $2)`, [bob.seatId, ghost.seatId]);
    await sit(await comeBack(house, session.slug, bob.cookie));
    const stays = await staysOf(session, 'Bob');
    expect(stays).toEqual([{ cameAt: AT, wentAt: AT }, { cameAt: AT, wentAt: null }]);
    expect((Date.parse(stays[1]!.cameAt) - Date.parse(stays[0]!.wentAt!)) / 60_000).toBeCloseTo(10, 0);
    await act('end', session);
    expect(await staysOf(session, 'A ghost')).toEqual([]);
  }, 60_000);

  it('is caught up with where a coming or going was not told of', async () => {
    const session = await live();
    const bob = await guest(session, 'Bob');
    await house.database.query('delete from conferencing.stay where seat_id = $1', [bob.seatId]); // as if the app had died in between
    await house.until('Bob is in', async () => (await staysOf(session, 'Bob')).length === 1);
    await house.database.query(`update conferencing.seat set has_left = true where id = $1`, [bob.seatId]);
    await gone(session, 'Bob');
    expect(await staysOf(session, 'Bob')).toEqual([{ cameAt: AT, wentAt: AT }]);
  }, 60_000);

  it('says what share of those who registered came, as JSON and as a table, and knows no name that is to be forgotten', async () => {
    const session = await live(LINK);
    const tokens = await Promise.all(['bob', 'cleo', 'dora'].map((who) => house.register(session.slug, `${who}@example.org`)));
    const came = await Promise.all([['=Bob()', 0], ['Cleo', 1]].map(async ([name, n]) => {
      const answer = await house.http.post('/api/join').send({ token: tokens[Number(n)], name });
      return sit((answer.body as { ticket: string }).ticket);
    }));
    for (const socket of came) expect(await socket.ask({ type: 'leave' })).toBe('done');
    const { registrants, people } = await read(session);
    expect([registrants, people.map(({ registrationId }) => registrationId)]).toEqual([{ registered: 3, came: 2, share: 0.667 }, [expect.any(String), expect.any(String)]]);
    expect((await house.http.post('/api/registrant/withdraw').send({ token: tokens[2] })).status).toBeLessThan(300);
    expect((await house.http.post('/api/registrant/erase').send({ token: tokens[1] })).status).toBeLessThan(300);
    await house.settled();
    expect((await read(session)).registrants).toEqual({ registered: 2, came: 2, share: 1 });
    const sheet = await house.http.get(`/api/sessions/${session.id}/attendance?format=csv`).set(house.as(ada));
    expect([sheet.headers['content-type'], sheet.headers['content-disposition']]).toEqual(['text/csv; charset=utf-8', 'attachment; filename="attendance.csv"']);
    const lines = linesOfCsv(sheet.text).sort((a, b) => b['name']!.localeCompare(a['name']!));
    const whole = { role: 'attendee', times: '1', 'came at': AT, 'went at': AT, stays: expect.stringMatching(/^\S+Z\/\S+Z$/) };
    expect(lines).toMatchObject([{ name: "'=Bob()", ...whole }, { name: '', ...whole }]);
  });
});

const LINK = { registration: { fields: [] } };
