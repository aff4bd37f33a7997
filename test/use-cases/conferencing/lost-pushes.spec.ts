import type { House, Organizer } from '../../http/house.js';
import { Socket, enter, join, openInstances, type Instance } from './instances.js';

/** What another instance does whose announcement is lost on the way: the database says it, and nobody is told. */
const startSilently = (house: House, sessionId: string) =>
  house.database.query(`update conferencing.room set status = 'live', started_at = now(), doors = doors + 1 where session_id = $1`, [sessionId]);

describe('a push that is lost', () => {
  let close: () => Promise<void>;
  let instances: Instance[];
  let house: House;
  let ada: Organizer;
  beforeAll(async () => {
    ({ house, instances, close } = await openInstances('lost pushes'));
    ada = await house.organizer('Ada');
  }, 120_000);
  afterAll(() => close?.());

  it('leaves nobody waiting: the doors that opened unheard open one look later', async () => {
    const session = await house.schedule(ada);
    const { ticket } = await join(house, session.slug, 'Bob');
    const bob = await Socket.with(house.address, ticket);
    expect(bob.state.you.place).toBe('foyer');
    await startSilently(house, session.id);
    expect(await bob.hears('opened', undefined, 12_000)).toMatchObject({ doors: bob.state.doors + 1 });
    bob.close();
  });

  it('of who is there is seen in the next heartbeat', async () => {
    const session = await house.schedule(ada);
    const host = await Socket.with(house.address, (await enter(house, ada, session)).ticket);
    await house.database.query('update conferencing.room set roster = roster + 3 where session_id = $1', [session.id]);
    await host.hears('beat', ({ roster }) => roster >= host.state.roster + 3, 22_000);
    host.close();
  }, 30_000);

  it('tells who waits in a session that was deleted that it will not be', async () => {
    const session = await house.schedule(ada);
    const bob = await Socket.with(house.address, (await join(house, session.slug, 'Bob')).ticket);
    expect((await house.http.delete(`/api/sessions/${session.id}`).set(house.as(ada))).status).toBe(204);
    expect(await bob.hears('closed')).toMatchObject({ status: 'cancelled', doors: bob.state.doors + 1 });
    expect(instances[0]!.gateway.closed).toHaveLength(1);
    bob.close();
  });

  describe('while an instance did not hear', () => {
    /** Its connection for announcements ends, and it listens again a moment later. */
    const deafForAMoment = () => house.database.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query in ('listen foyer', 'select 1') and pid <> pg_backend_pid()`);

    it('is made good when it hears again: a seat that moved elsewhere, one that was taken away, a feed that is new', async () => {
      const session = await house.schedule(ada);
      await house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada));
      await house.settled();
      const [bob, eve, dan] = [await join(house, session.slug, 'Bob'), await join(house, session.slug, 'Eve'), await join(house, session.slug, 'Dan')];
      const [his, hers, dans] = [await Socket.with(house.address, bob.ticket), await Socket.with(house.address, eve.ticket), await Socket.with(house.address, dan.ticket)];
      expect(await dans.ask({ type: 'receive' })).toBe('done');
      await house.database.query('update conferencing.seat set holding = holding + 1 where id = $1', [bob.seatId]);
      await house.database.query(`update conferencing.seat set has_left = true, cookie_hash = '' where id = $1`, [eve.seatId]);
      const ghost = await join(house, session.slug, 'Ghost');
      await house.database.query(`update conferencing.seat set present = true, instance = 'elsewhere', feed_id = id || '.1' where id = $1`, [ghost.seatId]);
      await deafForAMoment();
      expect([await his.closed, await hers.closed]).toEqual([4409, 4403]);
      await house.until('Dan is offered the new feed', async () => instances[0]!.gateway.offered.some(({ seatId, feeds }) => seatId === dan.seatId && feeds.some(({ feedId }) => feedId === `${ghost.seatId}.1`)));
      dans.close();
    });
  });
});
