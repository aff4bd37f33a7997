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
});
