import { jest } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { openHouse, type House, type Organizer, type SessionAnswer } from './house.js';
import { Socket } from './socket.js';

describe('a countdown at the start', () => {
  let house: House;
  let ada: Organizer;
  beforeAll(async () => {
    house = await openHouse('http countdown');
    ada = await house.organizer('Ada');
  }, 120_000);
  afterAll(() => house?.close());
  afterEach(() => jest.restoreAllMocks());

  const start = async ({ id }: SessionAnswer) => (await house.http.post(`/api/sessions/${id}/start`).set(house.as(ada))).body;
  const joined = async ({ slug }: SessionAnswer, name: string) => Socket.with(house.address, (await house.http.post('/api/join').send({ slug, name })).body.ticket);
  const entered = async ({ id }: SessionAnswer) => Socket.with(house.address, (await house.http.post(`/api/sessions/${id}/enter`).set(house.as(ada)).send({})).body.ticket);
  /** However slow this machine is, the doors stay closed until it is let go; then they are found. */
  const hold = async () => {
    const { OpenAfterCountdown } = await import('../../src/scheduling/open-after-countdown.js');
    const held = jest.spyOn(house.app.get(OpenAfterCountdown), 'begin').mockImplementation(() => undefined);
    return () => held.mockRestore();
  };
  const short = { within: (ms?: number) => ms !== undefined && ms >= 0 && ms <= 3_000 };

  it('is told to everyone as a span; then the doors open, and the ledger knows who waited', async () => {
    const session = await house.schedule(ada, { countdown: true });
    const [host, bob] = [await entered(session), await joined(session, 'Bob')];
    expect(bob.state.session).not.toHaveProperty('opensIn');
    expect(await host.ask({ type: 'start' })).toBe('done');
    for (const one of [host, bob]) expect(short.within((await one.hears('moved', ({ opensIn }) => opensIn !== undefined)).opensIn)).toBe(true);
    await bob.hears('opened');
    expect(bob.told.map(({ type }) => type).filter((type) => type === 'moved' || type === 'opened')).toEqual(['moved', 'opened']);
    bob.say({ type: 'entered' });
    expect(await host.hears('release', (release) => release.in === 1)).toMatchObject({ of: 1, missing: [] });
    for (const one of [host, bob]) one.close();
  });

  it('shows who comes in the middle of it the rest, and lets them in with the others', async () => {
    const session = await house.schedule(ada, { countdown: true });
    const letGo = await hold();
    const started = await start(session);
    expect([started.status, typeof started.opensAt]).toEqual(['scheduled', 'string']);
    await house.settled();
    const late = await joined(session, 'Late');
    expect([late.state.you.place, short.within(late.state.session.opensIn)]).toEqual(['foyer', true]);
    letGo();
    await late.hears('opened');
    late.say({ type: 'sync' });
    const state = await late.hears('state', ({ you }) => you.place === 'room');
    expect(state.session).not.toHaveProperty('opensIn');
    late.close();
  });

  it('pressed twice, by key and by seat, is one countdown and one start', async () => {
    const session = await house.schedule(ada, { countdown: true });
    const host = await entered(session);
    const [one, other] = await Promise.all([start(session), start(session), host.ask({ type: 'start' })]);
    expect(other.opensAt).toBe(one.opensAt);
    await host.hears('opened');
    expect((await house.http.get(`/api/sessions/${session.id}`).set(house.as(ada))).body).toMatchObject({ status: 'live', opensAt: null, version: 3, scheduleVersion: 1 });
    host.close();
  });

  it('whose process was killed is found, and opens the doors all the same', async () => {
    const session = await house.schedule(ada, { countdown: true });
    const bob = await joined(session, 'Bob');
    await house.database.query(`update scheduling.session set opens_at = now() - interval '1 hour', version = version + 1 where id = $1`, [session.id]);
    await bob.hears('opened');
    bob.close();
  });

  describe('that a host stops', () => {
    const stop = async ({ id }: SessionAnswer) => house.http.post(`/api/sessions/${id}/stop-countdown`).set(house.as(ada));

    it('by seat is told to everyone; the doors stay closed until it is started anew', async () => {
      const session = await house.schedule(ada, { countdown: true });
      const [host, bob] = [await entered(session), await joined(session, 'Bob')];
      const letGo = await hold();
      await start(session);
      for (const one of [host, bob]) await one.hears('moved', ({ opensIn }) => opensIn !== undefined);
      expect(await bob.ask({ type: 'stop-countdown' })).toBe('not-a-host');
      expect(await host.ask({ type: 'stop-countdown' })).toBe('done');
      for (const one of [host, bob]) await one.hears('moved', ({ opensIn }) => opensIn === undefined);
      letGo();
      await start(session);
      await bob.hears('opened');
      expect(bob.told.map(({ type }) => type).filter((type) => type === 'moved' || type === 'opened')).toEqual(['moved', 'moved', 'moved', 'opened']);
      expect(await host.ask({ type: 'stop-countdown' })).toBe('countdown-over');
      for (const one of [host, bob]) one.close();
    });

    it('on another instance than it was started on is stopped: both count to one, and neither opens', async () => {
      const { start: startApp } = await import('../../src/start.js');
      const { OpenAfterCountdown } = await import('../../src/scheduling/open-after-countdown.js');
      const { app: other } = await startApp(false);
      await other.listen(0, '127.0.0.1');
      try {
        const session = await house.schedule(ada, { countdown: true });
        const bob = await joined(session, 'Bob');
        let tellStopped!: () => void;
        const isStopped = new Promise<void>((tell) => { tellStopped = tell; });
        // However slow this machine is, who has counted to one opens no earlier than it was stopped.
        const opening = [house.app, other].map((app) => {
          const counter = app.get(OpenAfterCountdown) as unknown as { open(id: string, opensAt: Date): Promise<void> };
          const open = counter.open.bind(counter);
          return new Promise<void>((done) => jest.spyOn(counter, 'open').mockImplementation(async (id, opensAt) => {
            await isStopped;
            await open(id, opensAt);
            done();
          }));
        });
        await start(session);
        const { port } = other.getHttpServer().address() as AddressInfo;
        await other.get(OpenAfterCountdown).look();
        const stopped = await fetch(`http://127.0.0.1:${port}/api/sessions/${session.id}/stop-countdown`, { method: 'POST', headers: { authorization: `Bearer ${ada.key}` } });
        expect([stopped.status, await stopped.json()]).toMatchObject([200, { status: 'scheduled', opensAt: null }]);
        await bob.hears('moved', ({ opensIn }) => opensIn === undefined);
        tellStopped();
        await Promise.all(opening);
        expect((await house.http.get(`/api/sessions/${session.id}`).set(house.as(ada))).body).toMatchObject({ status: 'scheduled', opensAt: null });
        bob.close();
      } finally {
        await other.close();
      }
    });

    it('twice at the same moment is one stop; where none runs, nothing changes', async () => {
      const session = await house.schedule(ada, { countdown: true });
      const letGo = await hold();
      await start(session);
      expect((await Promise.all([stop(session), stop(session)])).map(({ status, body }) => [status, body.version])).toEqual([[200, 3], [200, 3]]);
      expect((await stop(session)).body).toMatchObject({ status: 'scheduled', version: 3 });
      letGo();
    });
  });

  it('ends where the session is moved meanwhile: who waits is told, and goes on waiting', async () => {
    const session = await house.schedule(ada, { countdown: true });
    const bob = await joined(session, 'Bob');
    const letGo = await hold();
    await start(session);
    await bob.hears('moved', ({ opensIn }) => opensIn !== undefined);
    const moved = await house.http.patch(`/api/sessions/${session.id}`).set({ ...house.as(ada), 'if-match': '"2"' }).send({ durationMinutes: 90 });
    expect(moved.body).toMatchObject({ status: 'scheduled', opensAt: null });
    const told = await bob.hears('moved', ({ when }) => when.durationMinutes === 90);
    expect(told).not.toHaveProperty('opensIn');
    letGo();
    bob.close();
  });
});
