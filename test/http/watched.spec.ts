import { JsonLog, redacted, requestScope, takeConsole } from '../../src/platform/http/log.js';
import { draft, openHouse, type House, type Organizer } from './house.js';
import { Socket } from './socket.js';

const TOKEN = 'what prometheus shows';

describe('from outside', () => {
  let house: House;
  let ada: Organizer;
  const lines: string[] = [];
  beforeAll(async () => {
    house = await openHouse('watched', { METRICS_TOKEN: TOKEN });
    const { Logger } = await import('@nestjs/common');
    const log = new JsonLog((line) => void lines.push(line));
    Logger.overrideLogger(log);
    takeConsole(log);
    ada = await house.organizer('Ada');
  }, 120_000);
  const { error, warn } = console;
  afterAll(async () => {
    Object.assign(console, { error, warn });
    await house?.close();
  });

  const read = async (): Promise<Map<string, number>> => {
    const { text } = await house.http.get('/metrics').set('authorization', `Bearer ${TOKEN}`);
    return new Map(text.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
  };

  it('figures are shown to who has the token, and to nobody else', async () => {
    for (const headers of [{}, { authorization: 'Bearer something else' }, house.as(ada), { authorization: TOKEN }] as Record<string, string>[]) expect((await house.http.get('/metrics').set(headers)).status).toBe(401);
    const answer = await house.http.get('/metrics').set('authorization', `Bearer ${TOKEN}`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
  });

  it('each figure has its help and its kind, and is a number', async () => {
    const { text } = await house.http.get('/metrics').set('authorization', `Bearer ${TOKEN}`);
    for (const line of text.trim().split('\n')) expect(line).toMatch(/^(# HELP \w+ .+\.|# TYPE \w+ (gauge|counter)|\w+(\{\w+="[\w-]*"\})? -?\d+(\.\d+)?(e[-+]\d+)?)$/);
  });

  it('the figures follow what happens: who waits, who is in, what is mailed, what was answered', async () => {
    const session = await house.schedule(ada);
    const seats = await Promise.all(['A', 'B'].map(async (name) => (await house.http.post('/api/join').send({ slug: session.slug, name })).body.ticket as string));
    const sockets = await Promise.all(seats.map((ticket) => Socket.with(house.address, ticket)));
    const before = await house.until('both are counted', async () => {
      const figures = await read();
      return figures.get('foyer_people_waiting') === 2 && figures;
    });
    expect([before.get('foyer_sockets'), before.get('foyer_people_in_rooms'), before.get('foyer_rooms_live')]).toEqual([2, 0, 0]);
    await house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada));
    for (const socket of sockets) {
      await socket.hears('opened');
      socket.say({ type: 'entered' });
    }
    const after = await house.until('both are in', async () => {
      const figures = await read();
      return figures.has('foyer_release_seconds') && figures.get('foyer_people_not_released') === 0 && figures;
    });
    expect([after.get('foyer_people_waiting'), after.get('foyer_people_in_rooms'), after.get('foyer_rooms_live')]).toEqual([0, 2, 1]);
    const registered = await house.schedule(ada, { registration: { fields: [] } });
    await house.register(registered.slug, 'grace@example.org');
    // there is no mail server: it waits, and is seen to
    expect((await read()).get('foyer_deliveries{state="queued"}')).toBeGreaterThanOrEqual(1);
    for (const figure of ['foyer_http_answers_total{status="2xx"}', 'foyer_event_loop_lag_seconds{of="p99"}', 'process_resident_memory_bytes']) expect([figure, after.get(figure)! > 0]).toEqual([figure, true]);
    expect(['foyer_facts_waiting', 'foyer_facts_oldest_seconds', 'foyer_dead_letters', 'foyer_deliveries_due', 'foyer_deliveries_oldest_due_seconds', 'foyer_janus_connected', 'foyer_janus_rooms', 'foyer_janus_handles'].filter((name) => !after.has(name))).toEqual([]);
    sockets.forEach((socket) => socket.terminate());
  });

  it('an answer names its request, and so does each line that was written meanwhile', async () => {
    lines.length = 0;
    await house.database.query('alter table scheduling.session rename to gone');
    const answer = await house.http.get('/api/sessions').set(house.as(ada));
    await house.database.query('alter table scheduling.gone rename to session');
    expect(answer.status).toBe(500);
    const written = lines.map((line) => JSON.parse(line) as { level: string; part: string; requestId?: string; message: string; time: string });
    expect(written).toContainEqual(expect.objectContaining({ level: 'error', part: 'Http', requestId: answer.headers['x-request-id'], time: expect.stringMatching(/Z$/) }));
    expect((await house.http.get('/health/live')).headers['x-request-id']).not.toBe(answer.headers['x-request-id']);
  });

  it('no log of a whole life bears an address, a name, a link, a key or a cookie, whatever goes wrong', async () => {
    lines.length = 0;
    const session = await house.schedule(ada, { registration: { fields: [] } });
    const token = await house.register(session.slug, 'henrietta@example.org');
    await house.http.post('/api/registrant/send-again').send({ token });
    await house.http.post('/api/identity/sign-in-link').send({ email: 'ada@example.org' });
    await house.nameTeammate(ada, session, 'speaker', 'lise@example.org');
    for (const [table, ask] of [
      ['registration.registration', () => house.http.post(`/api/public/sessions/${session.slug}/registrations`).send({ email: 'henrietta2@example.org', name: 'Henrietta' })],
      ['registration.registration', () => house.http.post('/api/registrant/read').send({ token })],
      ['identity.session', () => house.http.post('/api/identity/sign-in').send({ email: 'ada@example.org', password: 'correct horse' })],
      ['identity."user"', () => house.http.get('/api/sessions').set('cookie', ada.cookie)],
      ['conferencing.seat', () => house.http.post('/api/join').send({ token, name: 'Henrietta' })],
      ['scheduling.session', () => house.http.post('/api/sessions').set(house.as(ada)).send(draft())],
    ] as [string, () => Promise<unknown>][]) {
      const [schema, name] = table.split('.') as [string, string];
      await house.database.query(`alter table ${table} rename to gone`);
      await ask();
      await house.database.query(`alter table ${schema}.gone rename to ${name}`);
    }
    await house.until('what could not be done is told', async () => lines.length >= 4);
    const all = lines.join('');
    for (const secret of ['henrietta', 'example.org', 'lise', token, ada.key, ada.cookie.split('=')[1]!.slice(0, 20), 'correct horse']) expect([secret, all.toLowerCase().includes(secret.toLowerCase())]).toEqual([secret, false]);
  });

  it('what a library’s sentence quotes is struck out, and what helps to find the fault stays', () => {
    const id = '5f3d3d0e-6c0e-4f5e-9d8f-0a1b2c3d4e5f';
    expect(redacted(`Key (email)=(ada@example.org) of ${id} at http://foyer.test/j/AbCdEfGhIjKlMnOpQrStUvWxYz0 with Bearer foyer_abcdefgh`)).toBe(`Key (email)=(…@…) of ${id} at http://foyer.test/j/… with Bearer …`);
    expect(redacted('write-confirmation-when-attendee-registered failed')).toBe('write-confirmation-when-attendee-registered failed');
    const written: string[] = [];
    requestScope.run({ requestId: 'r1' }, () => new JsonLog((line) => void written.push(line)).error(new Error('no\nline'), 'at here\n  at there', 'Part'));
    expect([written.length, JSON.parse(written[0]!)]).toEqual([1, expect.objectContaining({ level: 'error', part: 'Part', requestId: 'r1', message: 'Error: no\nline' })]);
  });
});
