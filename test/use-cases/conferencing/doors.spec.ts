import { jest } from '@jest/globals';
import type { House, Organizer } from '../../http/house.js';
import { Socket, join, offerOf, openInstances, seatRow, type Instance } from './instances.js';

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the doors', () => {
  let close: () => Promise<void>;
  let house: House;
  let one: Instance;
  let ada: Organizer;
  beforeAll(async () => {
    const opened = await openInstances('doors');
    ({ house, close } = opened);
    one = opened.instances[0]!;
    ada = await house.organizer('Ada');
  }, 120_000);
  afterAll(() => close?.());
  afterEach(() => jest.restoreAllMocks());

  const patch = (session: { id: string; version: number }, changes: object) =>
    house.http.patch(`/api/sessions/${session.id}`).set({ ...house.as(ada), 'if-match': `"${session.version}"` }).send(changes);

  it('of a meeting that became a webinar open to an audience: who waited is off the stage', async () => {
    const session = await house.schedule(ada);
    const bob = await Socket.with(house.address, (await join(house, session.slug, 'Bob')).ticket);
    expect(bob.state.you.onStage).toBe(true);
    expect((await patch(session, { theme: 'webinar' })).status).toBe(200);
    await bob.hears('moved', ({ theme }) => theme === 'webinar');
    expect(await bob.ask({ type: 'sync' })).toBe('done');
    await bob.hears('state', ({ you }) => !you.onStage);
    await house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada));
    await bob.hears('opened');
    expect(await bob.ask({ type: 'publish', sdp: offerOf(1) })).toBe('not-on-stage');
    bob.close();
  });

  it('of a webinar that became a meeting open for everyone to speak', async () => {
    const session = await house.schedule(ada, { theme: 'webinar' });
    const { seatId } = await join(house, session.slug, 'Bob');
    await patch(session, { theme: 'meeting' });
    await house.settled();
    expect(await seatRow(house, seatId)).toMatchObject({ on_stage: true });
  });

  it('count every change once, also where two instances hear of two at the same moment', async () => {
    const session = await house.schedule(ada);
    const [{ FollowSessionWhenChanged }, { SessionEdited, SessionStarted }, { EntityManager }] = [
      await import('../../../src/conferencing/follow-session-when-changed.js'), await import('../../../src/scheduling/events.js'), await import('@mikro-orm/postgresql'),
    ];
    const { SessionAsPlanned } = await import('../../../src/scheduling/events.js');
    const { QueryBus } = await import('@nestjs/cqrs');
    const { RequestContext } = await import('@mikro-orm/postgresql');
    const em = one.app.get(EntityManager);
    const facts = (await RequestContext.create(em, () => one.app.get(QueryBus).execute(new SessionAsPlanned({ sessionId: session.id }))))!;
    const follow = one.app.get(FollowSessionWhenChanged);
    const hear = (event: object, thenWaits: number) => em.fork().transactional(async () => {
      await follow.handle(event as never);
      await after(thenWaits);
    });
    const slow = hear(new SessionEdited({ ...facts, title: 'Porcelain', version: 2 }), 800);
    await after(200);
    await hear(new SessionStarted({ ...facts, title: 'Porcelain', status: 'live', version: 3, startedAt: new Date().toISOString() }), 0);
    await slow;
    const { rows } = await house.database.query('select doors, copied_version, status from conferencing.room where session_id = $1', [session.id]);
    expect(rows).toEqual([{ doors: 3, copied_version: 3, status: 'live' }]);
  });

  it.each([['two hours behind', -7_200_000], ['an hour ahead', 3_600_000]])('let people in where this machine’s clock is %s the database’s', async (_, off) => {
    const { Clock } = await import('../../../src/platform/model/clock.js');
    const session = await house.schedule(ada);
    jest.spyOn(one.app.get(Clock), 'now').mockImplementation(() => new Date(Date.now() + off));
    const bob = await Socket.with(house.address, (await join(house, session.slug, 'Bob')).ticket);
    expect(bob.state.you.place).toBe('foyer');
    bob.close();
  });
});
