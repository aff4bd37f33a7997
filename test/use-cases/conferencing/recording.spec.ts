import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { cookiesOf, expectProblem, type House, type Organizer, type SessionAnswer } from '../../http/house.js';
import { Socket, comeBack, offerOf, openInstances, seatRow, type Instance } from './instances.js';

type In = Socket & { state: Awaited<ReturnType<typeof Socket.with>>['state']; cookie: string };

describe('recording', () => {
  const folder = mkdtempSync(path(tmpdir(), 'foyer-test-recordings-'));
  let close: () => Promise<void>;
  let house: House;
  let one: Instance;
  let ada: Organizer;
  const open: Socket[] = [];
  beforeAll(async () => {
    process.env['RECORDINGS_DIR'] = folder;
    const opened = await openInstances('recording');
    ({ house, close } = opened);
    one = opened.instances[0]!;
    ada = await house.organizer('Ada');
  }, 90_000);
  afterEach(() => open.splice(0).forEach((socket) => socket.close()));
  afterAll(async () => {
    await close?.();
    delete process.env['RECORDINGS_DIR'];
    rmSync(folder, { recursive: true, force: true });
  });

  const live = async (recording: 'off' | 'hosts' | 'everyone'): Promise<SessionAnswer> => {
    const session = await house.schedule(ada, { theme: 'meeting', recording });
    await house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada));
    await house.settled();
    return session;
  };
  const sitsDown = async ({ ticket, cookie }: { ticket: string; cookie: string }): Promise<In> => {
    const socket = Object.assign(await Socket.with(one.address, ticket), { cookie });
    open.push(socket);
    return socket;
  };
  const host = async (session: SessionAnswer): Promise<In> => {
    const answer = await house.http.post(`/api/sessions/${session.id}/enter`).set(house.as(ada)).send({ recordingAgreed: true });
    return sitsDown({ ticket: (answer.body as { ticket: string }).ticket, cookie: cookiesOf(answer) });
  };
  const joins = (session: SessionAnswer, name: string, more: object = { recordingAgreed: true }) => house.http.post('/api/join').send({ slug: session.slug, name, ...more });
  const guest = async (session: SessionAnswer, name: string): Promise<In> => {
    const answer = await joins(session, name);
    return sitsDown({ ticket: (answer.body as { ticket: string }).ticket, cookie: cookiesOf(answer) });
  };
  const idOf = ({ state }: In): string => state.you.seatId;
  const sends = async (who: In, connection = 1): Promise<void> => {
    expect(await who.ask({ type: 'publish', sdp: offerOf(connection) })).toBe('done');
    one.gateway.sends(idOf(who));
    await house.until('its feed is known', async () => (await seatRow(house, idOf(who)))['feed_id'] === `${idOf(who)}.${connection}`);
  };
  const writtenTo = (who: In, connection = 1) => one.gateway.recorded.findLast(({ feedId }) => feedId === `${idOf(who)}.${connection}`)?.pieces;
  const pieceOf = async (who: In): Promise<string> => (await house.database.query('select id from conferencing.recorded_piece where seat_id = $1 order by begun_at desc', [idOf(who)])).rows[0].id as string;
  const listed = async (session: SessionAnswer, headers: Record<string, string> = house.as(ada)) => (await house.http.get(`/api/sessions/${session.id}/recordings`).set(headers)).body as { running: boolean; preparing: number; items: { id: string; name: string; kind: string; url: string; durationMs: number; bytes: number }[] };
  const ofSeat = async (session: SessionAnswer, cookie: string) => (await house.http.get(`/api/join/${session.slug}/recordings`).set({ cookie })).body as Awaited<ReturnType<typeof listed>>;
  /** As if the converter had made it. */
  const made = async (who: In, bytes: string): Promise<string> => {
    const piece = await pieceOf(who);
    writeFileSync(path(folder, 'files', `${piece}-audio-0.opus`), bytes);
    await house.database.query('update conferencing.recorded_piece set made_at = now() where id = $1', [piece]);
    const { rows } = await house.database.query(`insert into conferencing.recorded_file (piece_id, kind, file, started_at, duration_ms, bytes) values ($1, 'sound', $2, now(), 1500, $3) returning id`, [piece, `${piece}-audio-0.opus`, bytes.length]);
    return rows[0].id as string;
  };

  it('is agreed to before entering, once, where the organizer allows it', async () => {
    const session = await live('everyone');
    const resolved = async (cookie = '') => (await house.http.post('/api/join/resolve').set({ cookie }).send({ slug: session.slug })).body as { recording: string | null; seat: string | null };
    expect((await resolved()).recording).toBe('everyone');
    expectProblem(await joins(session, 'Bob', {}), 409, 'recording-not-agreed');
    expectProblem(await joins(session, 'Bob', { recordingAgreed: false }), 409, 'recording-not-agreed');
    const bob = await guest(session, 'Bob');
    expect((await seatRow(house, idOf(bob)))['recording_agreed_at']).toBeInstanceOf(Date);
    expect(await resolved(bob.cookie)).toMatchObject({ recording: null, seat: 'here' });
    expect(await comeBack(house, session.slug, bob.cookie)).toBeTruthy();
    const other = await live('off');
    expect((await joins(other, 'Bob', {})).status).toBe(200);
  });

  it('is asked of who sat down before it was allowed: they come back by joining anew', async () => {
    const session = await house.schedule(ada, { theme: 'meeting' });
    const eve = await sitsDown(await (async () => { const answer = await joins(session, 'Eve', {}); return { ticket: (answer.body as { ticket: string }).ticket, cookie: cookiesOf(answer) }; })());
    await house.http.patch(`/api/sessions/${session.id}`).set({ ...house.as(ada), 'if-match': '"1"' }).send({ recording: 'hosts' });
    await house.settled();
    expectProblem(await house.http.post('/api/join/return').set({ cookie: eve.cookie }).send({ slug: session.slug }), 401, 'recording-not-agreed');
    expect((await house.http.post('/api/join/resolve').set({ cookie: eve.cookie }).send({ slug: session.slug })).body).toMatchObject({ recording: 'hosts', seat: null, you: { name: 'Eve' } });
  });

  it('begins and ends by a host’s word: everyone is told, and what is sent is written down from now on', async () => {
    const session = await live('hosts');
    const [hedy, bob] = [await host(session), await guest(session, 'Bob')];
    await sends(bob);
    expect(await bob.ask({ type: 'record', recording: true })).toBe('not-a-host');
    expect(await hedy.ask({ type: 'record', recording: true })).toBe('done');
    expect(await hedy.ask({ type: 'record', recording: true })).toBe('done'); // another host pressed, too
    for (const who of [hedy, bob]) await who.hears('moderation', ({ recording, recordable }) => recording !== undefined && recordable === true);
    await house.until('Bob is written down', async () => writtenTo(bob) === path(folder, 'pieces', await pieceOf(bob)));
    await sends(hedy);
    await house.until('who sends later is, too', async () => Boolean(writtenTo(hedy)));
    await sends(bob, 2);
    await house.until('what was negotiated anew goes on in a piece of its own', async () => Boolean(writtenTo(bob, 2)) && writtenTo(bob, 2) !== writtenTo(bob));
    expect(await listed(session)).toMatchObject({ running: true, preparing: 3, items: [] });
    expect(await hedy.ask({ type: 'record', recording: false })).toBe('done');
    await bob.hears('moderation', ({ number, recording }) => number > hedy.state.moderation.number + 1 && recording === undefined);
    await house.until('nothing more is written', async () => writtenTo(bob, 2) === null && writtenTo(hedy) === null);
    expect(await listed(session)).toMatchObject({ running: false });
  });

  it('is no host’s to begin where the organizer has not allowed it', async () => {
    const session = await live('off');
    const hedy = await host(session);
    expect(hedy.state.moderation).not.toHaveProperty('recordable');
    expect(await hedy.ask({ type: 'record', recording: true })).toBe('recording-not-allowed');
  });

  it('ends with the session; those whom the organizer allows get it, whole or in parts, and nobody else', async () => {
    const session = await live('everyone');
    const [hedy, bob] = [await host(session), await guest(session, 'Bob')];
    await sends(bob);
    expect(await hedy.ask({ type: 'record', recording: true })).toBe('done');
    await house.until('Bob is written down', async () => Boolean(writtenTo(bob)));
    await house.http.post(`/api/sessions/${session.id}/end`).set(house.as(ada));
    await house.settled();
    expect((await listed(session)).running).toBe(false);
    const file = await made(bob, '0123456789');
    const entry = { id: file, name: 'Bob', kind: 'sound', durationMs: 1500, bytes: 10 };
    expect((await listed(session)).items).toEqual([expect.objectContaining(entry)]);
    const [mine] = (await ofSeat(session, bob.cookie)).items;
    expect(mine).toMatchObject(entry);
    const get = (headers: Record<string, string>, url = mine!.url) => house.http.get(url).set(headers).buffer(true).parse((response, done) => { let text = ''; response.on('data', (data: Buffer) => (text += data.toString())).on('end', () => done(null, text)); });
    const whole = await get({ cookie: bob.cookie });
    expect([whole.status, whole.body, whole.headers['content-type'], whole.headers['accept-ranges'], whole.headers['cache-control']]).toEqual([200, '0123456789', 'audio/ogg', 'bytes', 'private, no-store']);
    const part = await get({ cookie: bob.cookie, range: 'bytes=2-4' });
    expect([part.status, part.body, part.headers['content-range']]).toEqual([206, '234', 'bytes 2-4/10']);
    expect((await get({ cookie: bob.cookie, range: 'bytes=10-' })).status).toBe(416);
    expect((await get(house.as(ada), `/api/sessions/${session.id}/recordings/${file}`)).body).toBe('0123456789');
    const stranger = await house.organizer('Stranger');
    for (const headers of [{}, house.as(stranger)]) expect((await get(headers)).status).toBe(404);
    expect((await get(house.as(stranger), `/api/sessions/${session.id}/recordings/${file}`)).status).toBe(404);
    expect((await ofSeat(session, '')).items).toEqual([]);
  });

  it('is for hosts alone where the organizer wants it so', async () => {
    const session = await live('hosts');
    const [hedy, bob] = [await host(session), await guest(session, 'Bob')];
    await sends(bob);
    await hedy.ask({ type: 'record', recording: true });
    await house.until('Bob is written down', async () => Boolean(writtenTo(bob)));
    await made(bob, 'x');
    expect((await ofSeat(session, bob.cookie)).items).toEqual([]);
    expect((await house.http.get(`/api/join/${session.slug}/recordings`).set(house.as(ada))).body.items).toHaveLength(1);
  });

  it('is gone with the person who wants to be forgotten, and with the days for which it is kept', async () => {
    const { EraseRecordings } = await import('../../../src/conferencing/recording/erase-recordings.js');
    const eraser = one.app.get(EraseRecordings);
    const session = await live('everyone');
    const [hedy, bob] = [await host(session), await guest(session, 'Bob')];
    for (const who of [hedy, bob]) await sends(who);
    await hedy.ask({ type: 'record', recording: true });
    for (const who of [hedy, bob]) await house.until('it is written down', async () => Boolean(writtenTo(who)));
    for (const who of [hedy, bob]) await made(who, 'x');
    const [registration] = (await house.database.query(`update conferencing.seat set occupant_kind = 'registration', occupant_id = gen_random_uuid()::text where id = $1 returning occupant_id`, [idOf(bob)])).rows as { occupant_id: string }[];
    const { EraseRecordingsWhenSomebodyForgotten } = await import('../../../src/conferencing/recording/erase-recordings-when-somebody-forgotten.js');
    const { RequestContext } = await import('@mikro-orm/postgresql');
    const { EntityManager } = await import('@mikro-orm/postgresql');
    await RequestContext.create(one.app.get(EntityManager), () => one.app.get(EraseRecordingsWhenSomebodyForgotten).handle({ facts: { registrationId: registration!.occupant_id } }));
    expect((await listed(session)).items.map(({ name }) => name)).toEqual(['Ada']);
    const bobs = await pieceOf(bob);
    await eraser.look();
    expect((await readdir(path(folder, 'files'))).filter((name) => name.startsWith(bobs))).toEqual([]);
    await house.http.post(`/api/sessions/${session.id}/end`).set(house.as(ada));
    await house.settled();
    await eraser.look();
    expect((await listed(session)).items).toHaveLength(1);
    await house.database.query(`update conferencing.room set ended_at = now() - interval '91 days' where session_id = $1`, [session.id]);
    const hedys = await pieceOf(hedy);
    await eraser.look();
    expect((await listed(session)).items).toEqual([]);
    expect((await readdir(path(folder, 'files'))).filter((name) => name.startsWith(hedys))).toEqual([]);
  });
});
