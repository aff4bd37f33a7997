import type { House, Organizer, SessionAnswer } from '../../http/house.js';
import { Socket, comeBack, join, openInstances, seatRow } from './instances.js';

const PEOPLE = 40;

/** After a cut of the network everybody comes and goes in the same moment, and is written down together. */
describe('everybody at once', () => {
  let close: () => Promise<void>;
  let house: House;
  let addresses: string[];
  let session: SessionAnswer;
  let people: Awaited<ReturnType<typeof join>>[];
  let ada: Organizer;
  beforeAll(async () => {
    const opened = await openInstances('everybody_at_once', 2);
    ({ house, close } = opened);
    addresses = opened.instances.map(({ address }) => address);
    ada = await house.organizer('Ada');
    session = await house.schedule(ada);
    await house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada));
    await house.settled();
    people = await Promise.all(Array.from({ length: PEOPLE }, (_, number) => join(house, session.slug, `Guest ${number}`)));
  }, 120_000);
  afterAll(() => close?.());

  const rows = () => Promise.all(people.map(({ seatId }) => seatRow(house, seatId)));
  const present = async () => (await rows()).filter((row) => row['present']).length;
  const stays = async () => (await house.database.query('select seat_id, went_at from conferencing.stay where session_id = $1', [session.id])).rows as { seat_id: string; went_at: Date | null }[];

  it('comes, goes and returns each to their own seat, on either instance, with a stay for each time', async () => {
    const first = await Promise.all(people.map(({ ticket }, number) => Socket.with(addresses[number % 2]!, ticket)));
    expect(await present()).toBe(PEOPLE);
    for (const socket of first) socket.terminate();
    await house.until('all are gone', async () => (await present()) === 0, 20_000);
    const tickets = await Promise.all(people.map(({ cookie }) => comeBack(house, session.slug, cookie)));
    expect(new Set(tickets).size).toBe(PEOPLE);
    const again = await Promise.all(tickets.map((ticket, number) => Socket.with(addresses[(number + 1) % 2]!, ticket)));
    expect(await present()).toBe(PEOPLE);
    expect(again.map(({ state }) => state.you)).toEqual(people.map(({ seatId }, number) => expect.objectContaining({ name: `Guest ${number}`, seatId })));
    const written = await stays();
    for (const { seatId } of people) expect(written.filter(({ seat_id }) => seat_id === seatId).map(({ went_at }) => went_at !== null).sort()).toEqual([false, true]);
    for (const socket of again) socket.terminate();
  }, 60_000);

  it('gives a ticket that is shown twice in the same moment to one of the two', async () => {
    const ticket = await comeBack(house, session.slug, people[0]!.cookie);
    const both = await Promise.all([Socket.to(addresses[0]!), Socket.to(addresses[0]!)]);
    for (const socket of both) socket.say({ type: 'hello', ticket });
    expect(await Promise.race(both.map(({ closed }) => closed))).toBe(4401);
    await house.until('the other is in', async () => both.some(({ told }) => told.some(({ type }) => type === 'state')));
    for (const socket of both) socket.terminate();
  });

  it('refuses one of many without harm to the others', async () => {
    const answers = await Promise.all([
      ...people.slice(0, 10).map(({ cookie }) => house.http.post('/api/join/return').set({ cookie }).send({ slug: session.slug })),
      house.http.post('/api/join/return').set({ cookie: people[0]!.cookie.replace(/=.*/, '=nobody') }).send({ slug: session.slug }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(200), 401]);
  });
});
