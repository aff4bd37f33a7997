import { ORIGIN, cookiesOf, openHouse, type House, type Organizer, type SessionAnswer } from './house.js';
import { Socket } from './socket.js';

describe('where no host has come', () => {
  let house: House;
  let ada: Organizer;
  let look: () => Promise<void>;
  const opened: Socket[] = [];
  beforeAll(async () => {
    house = await openHouse('missed host');
    ada = await house.organizer('Ada');
    const { LookForMissingHosts } = await import('../../src/conferencing/look-for-missing-hosts.js');
    const scan = house.app.get(LookForMissingHosts, { strict: false });
    look = async () => {
      await scan.look();
      await house.settled();
    };
  }, 120_000);
  afterEach(() => opened.splice(0).forEach((socket) => socket.terminate()));
  afterAll(async () => {
    await new Promise((quiet) => setTimeout(quiet, 500)); // hosts are told the number of those who wait a little later
    await house?.close();
  });

  const seated = async (ticket: string) => {
    const socket = await Socket.with(house.address, ticket);
    opened.push(socket);
    return socket;
  };
  const waits = async (session: SessionAnswer) => seated((await house.http.post('/api/join').send({ slug: session.slug, name: 'Grace' })).body.ticket as string);
  const joins = async (token: string) => {
    const answer = await house.http.post('/api/join').set({ origin: ORIGIN }).send({ token, name: 'Lise' });
    return { socket: await seated(answer.body.ticket), cookie: cookiesOf(answer) };
  };
  /** As if it had been planned for so many minutes ago, in every context's eyes. */
  const startedAgo = async ({ id }: SessionAnswer, minutes: number) => {
    const [starts, ends] = [new Date(Date.now() - minutes * 60_000).toISOString(), new Date(Date.now() + 3_600_000).toISOString()];
    await house.database.query('update scheduling.session set starts_at = $2 where id = $1', [id, starts]);
    await house.database.query(`update conferencing.room set planned = planned || jsonb_build_object('startsAt', $2::text, 'endsAt', $3::text) where session_id = $1`, [id, starts, ends]);
    await house.database.query('update notification.session set starts_at = $2, ends_at = $3 where id = $1', [id, starts, ends]);
  };
  const calls = async ({ id }: SessionAnswer) =>
    (await house.database.query<{ email: string }>(`select email from notification.delivery join notification.recipient on recipient.id = recipient_id where delivery.session_id = $1 and kind = 'host-missing' order by email`, [id])).rows.map(({ email }) => email);

  it('for five minutes, those who wait are told so, and every host gets one mail; speakers and registrants none', async () => {
    const session = await house.schedule(ada);
    await house.nameTeammate(ada, session, 'host', 'co-host@example.org');
    await house.nameTeammate(ada, session, 'speaker', 'speaker@example.org');
    const waiting = await waits(session);
    expect(waiting.state.session.hostMissing).toBe(false);
    await startedAgo(session, 4);
    await look();
    expect(await calls(session)).toEqual([]);
    await startedAgo(session, 6);
    await look();
    await waiting.hears('moved', ({ hostMissing }) => hostMissing);
    await look();
    expect(await calls(session)).toEqual(['ada@example.org', 'co-host@example.org']);
    expect((await waits(session)).state.session.hostMissing).toBe(true); // whoever comes later is told, too
  });

  it('and one comes after all, the line goes; when they leave again it returns, without a second mail', async () => {
    const session = await house.schedule(ada);
    const { token } = await house.nameTeammate(ada, session, 'host', 'late-host@example.org');
    const waiting = await waits(session);
    await startedAgo(session, 6);
    await look();
    const { doors } = await waiting.hears('moved', ({ hostMissing }) => hostMissing);
    const { socket } = await joins(token);
    await look();
    await waiting.hears('moved', (moved) => moved.doors > doors && !moved.hostMissing);
    await socket.ask({ type: 'leave' });
    await look();
    await waiting.hears('moved', (moved) => moved.doors > doors + 1 && moved.hostMissing);
    expect(await calls(session)).toEqual(['ada@example.org', 'late-host@example.org']);
  });

  const appoint = (session: SessionAnswer, email: string | null) => house.http.put(`/api/sessions/${session.id}/steward`).set(house.as(ada)).send({ email });

  it('a registrant whom the organizer named starts it, and is the host from then on; nobody else, and not earlier', async () => {
    const session = await house.schedule(ada, { theme: 'webinar', registration: { fields: [] } });
    const comes = async (email: string) => {
      const token = await house.register(session.slug, email);
      const answer = await house.http.post('/api/join').send({ token, name: email });
      return { token, socket: await seated(answer.body.ticket) };
    };
    const [grace, other] = [await comes('Grace@example.org'), await comes('other@example.org')];
    expect((await appoint(session, 'nobody@example.org')).body).toMatchObject({ code: 'invalid', errors: [{ pointer: '/email', code: 'nobody' }] });
    expect((await appoint(session, 'grace@EXAMPLE.org')).body).toEqual({ steward: { kind: 'registration', id: expect.any(String), name: 'Grace' } });
    await house.settled();
    await grace.socket.hears('state', ({ you }) => you.steward); // named while they waited
    expect([await grace.socket.ask({ type: 'start' }), await other.socket.ask({ type: 'start' })]).toEqual(['not-a-host', 'not-a-host']);
    await startedAgo(session, 6);
    expect(await grace.socket.ask({ type: 'start' })).toBe('not-a-host'); // nobody has looked for a host yet
    await look();
    await grace.socket.hears('moved', ({ hostMissing }) => hostMissing);
    expect([await other.socket.ask({ type: 'start' }), await grace.socket.ask({ type: 'start' })]).toEqual(['not-a-host', 'done']);
    const { people } = await other.socket.hears('opened');
    expect(people).toMatchObject([{ role: 'host', onStage: true }]);
    await house.until('their own page knows', async () => (await grace.socket.ask({ type: 'sync' })) === 'done' && grace.socket.told.some((message) => message.type === 'state' && message.you.role === 'host' && message.you.place === 'room'));
    const back = await house.http.post('/api/join').send({ token: grace.token, name: 'Grace', moveHere: true });
    const again = await seated(back.body.ticket);
    expect(again.state.you).toMatchObject({ role: 'host', onStage: true });
    expect(await again.ask({ type: 'end' })).toBe('done');
  });

  it('a speaker who was named starts it; not where a host came meanwhile, and not once they are named no more', async () => {
    const [led, left] = [await house.schedule(ada), await house.schedule(ada)];
    for (const session of [led, left]) {
      const speaker = await house.nameTeammate(ada, session, 'speaker');
      const host = await house.nameTeammate(ada, session, 'host');
      expect((await appoint(session, speaker.email)).body.steward).toMatchObject({ kind: 'teammate', id: speaker.id });
      await house.settled();
      const { socket } = await joins(speaker.token);
      expect(socket.state.you).toMatchObject({ role: 'speaker', steward: true });
      await startedAgo(session, 6);
      await look();
      if (session === led) {
        await joins(host.token);
        await look();
        expect(await socket.ask({ type: 'start' })).toBe('not-a-host');
        continue;
      }
      await appoint(session, null);
      await house.settled();
      expect(await socket.ask({ type: 'start' })).toBe('not-a-host');
      await appoint(session, speaker.email);
      await house.settled();
      expect(await socket.ask({ type: 'start' })).toBe('done');
    }
  });

  it('nobody is called where a host is there, whose network was lost a moment ago, or where the session is over', async () => {
    const [led, lost, cancelled] = [await house.schedule(ada), await house.schedule(ada), await house.schedule(ada)];
    await joins((await house.nameTeammate(ada, led, 'host')).token);
    const { socket } = await joins((await house.nameTeammate(ada, lost, 'host')).token);
    socket.terminate();
    await house.until('the host is gone', async () => (await house.database.query('select 1 from conferencing.seat where session_id = $1 and not present', [lost.id])).rowCount === 1, 20_000);
    await house.http.post(`/api/sessions/${cancelled.id}/cancel`).set(house.as(ada));
    await house.settled();
    for (const session of [led, lost, cancelled]) await startedAgo(session, 6);
    await look();
    for (const session of [led, lost, cancelled]) expect(await calls(session)).toEqual([]);
    await house.database.query(`update conferencing.seat set gone_at = now() - interval '2 minutes' where session_id = $1`, [lost.id]);
    await look();
    expect(await calls(lost)).toContain('ada@example.org');
  }, 40_000);
});
