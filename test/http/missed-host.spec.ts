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
