import { expectProblem, openHouse, type House, type Organizer, type SessionAnswer } from '../../http/house.js';
import { Socket } from '../../http/socket.js';

interface Story { name: string; email: string; status: string; events: { at: string; what: string; detail: string | null; mail: { kind: string; event: string } | null }[] }

describe('why was she not in?', () => {
  let house: House;
  let ada: Organizer;
  let eve: Organizer;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    house = await openHouse('stories');
    [ada, eve] = [await house.organizer('Ada'), await house.organizer('Eve')];
  }, 120_000);
  afterEach(() => sockets.splice(0).forEach((socket) => socket.close()));
  afterAll(() => house?.close());

  const registered = async (email = 'bob@example.org') => {
    const session = await house.schedule(ada, { registration: { fields: [] } });
    const token = await house.register(session.slug, email);
    const { items } = (await house.http.get(`/api/sessions/${session.id}/registrations`).set(house.as(ada))).body as { items: { id: string }[] };
    return { session, token, id: items[0]!.id };
  };
  const ask = ({ session, id }: { session: SessionAnswer; id: string }, by = ada) => house.http.get(`/api/sessions/${session.id}/registrations/${id}/story`).set(house.as(by));
  const read = async (whose: { session: SessionAnswer; id: string }) => (await ask(whose)).body as Story;
  const told = async (whose: { session: SessionAnswer; id: string }) => (await read(whose)).events.filter(({ what }) => what !== 'mail').map(({ what, detail }) => (detail ? `${what}: ${detail}` : what));
  const report = (token: string, what: string, detail?: string) => house.http.post('/api/join/report').send({ token, what, ...(detail && { detail }) });
  const press = (token: string, moveHere = false) => house.http.post('/api/join').send({ token, name: 'Bob', moveHere });
  const sit = async (ticket: string) => {
    const socket = await Socket.with(house.address, ticket);
    sockets.push(socket);
    return socket;
  };
  const joins = async (token: string, moveHere = false) => sit(((await press(token, moveHere)).body as { ticket: string }).ticket);
  const act = async (what: 'start' | 'end', { id }: SessionAnswer) => {
    expect((await house.http.post(`/api/sessions/${id}/${what}`).set(house.as(ada))).status).toBeLessThan(300);
    await house.settled();
  };

  it('tells all that became of somebody, from the registering to the end, each thing with its time', async () => {
    const bob = await registered();
    const { session, token } = bob;
    expect((await report(token, 'opened')).status).toBe(204);
    expect((await report(token, 'device-refused', 'camera-denied')).status).toBe(204);
    const waiting = await joins(token);
    expect(await waiting.ask({ type: 'leave' })).toBe('done');
    await house.until('it is told that Bob left', async () => (await told(bob)).includes('gave-up-waiting'));
    const second = await joins(token, true); // by another browser, which has no cookie
    await act('start', session);
    const host = await sit(((await house.http.post(`/api/sessions/${session.id}/enter`).set(house.as(ada)).send({})).body as { ticket: string }).ticket);
    expect((await press(token)).body.code).toBe('seat-held-elsewhere');
    expect(await host.ask({ type: 'remove', seatId: second.state.you.seatId })).toBe('done');
    await house.until('it is told that Bob left', async () => (await told(bob)).includes('left'));
    await joins(token, true);
    expect(await host.ask({ type: 'deny', seatId: second.state.you.seatId })).toBe('done');
    await act('end', session);
    expect((await press(token)).body.code).toBe('session-over');
    const story = await read(bob);
    expect([story.name, story.email, story.status]).toEqual(['bob', 'bob@example.org', 'confirmed']);
    expect(await told(bob)).toEqual([
      'registered', 'opened', 'device-refused: camera-denied', 'joined', 'waiting', 'gave-up-waiting', 'moved', 'waiting',
      'session-started', 'entered', 'turned-away: seat-held-elsewhere', 'removed', 'left', 'moved', 'knocking', 'denied', 'session-ended', 'turned-away: session-over',
    ]);
    expect(story.events.filter(({ mail }) => mail).map(({ mail }) => `${mail!.kind} ${mail!.event}`).slice(0, 1)).toEqual(['confirmation queued']);
    const times = story.events.map(({ at }) => at);
    expect([times.toSorted(), times.every((at) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at))]).toEqual([times, true]);
  }, 60_000);

  it('takes no program that looks into mails for somebody: what a link leads to may be asked without a trace', async () => {
    const bob = await registered();
    for (const look of [() => house.http.get(`/j/${bob.token}`), () => house.http.post('/api/join/resolve').send({ token: bob.token })]) expect((await look()).status).toBe(200);
    expect(await told(bob)).toEqual(['registered']);
  });

  it('has one page say the same once in a while and not more, and only what a page can know', async () => {
    const bob = await registered();
    for (let n = 0; n < 3; n++) await report(bob.token, 'opened');
    expect(await told(bob)).toEqual(['registered', 'opened']);
    expectProblem(await report(bob.token, 'entered'), 422, 'invalid', ['/what']);
    expectProblem(await report(bob.token, 'device-refused', '<script>'), 422, 'invalid', ['/detail']);
    expectProblem(await report('x'.repeat(27), 'opened'), 404, 'link-not-found');
    expectProblem(await house.http.post('/api/join/report').set({ origin: 'http://evil.test' }).send({ token: bob.token, what: 'opened' }), 403, 'cross-site');
  });

  it('has what the organizer and they themselves made of the registration among its lines', async () => {
    const bob = await registered();
    for (const deed of ['rotate-link', 'revoke', 'restore', 'deny', 'approve']) {
      const path = `/api/sessions/${bob.session.id}/registrations/${deed === 'deny' || deed === 'approve' ? '' : `${bob.id}/`}${deed}`;
      expect([deed, (await house.http.post(path).set(house.as(ada)).send(deed === 'deny' || deed === 'approve' ? { ids: [bob.id] } : {})).status]).toEqual([deed, 200]);
    }
    await house.settled();
    expect(await told(bob)).toEqual(['registered', 'link-rotated', 'link-revoked', 'link-restored', 'seat-denied', 'seat-given']);
    await house.http.delete(`/api/sessions/${bob.session.id}/registrations/${bob.id}`).set(house.as(ada));
    await house.settled();
    expect((await house.database.query('select from reporting.turn where session_id = $1', [bob.session.id])).rowCount).toBe(0);
  });

  it('is nobody else’s, and nobody’s once they are forgotten', async () => {
    const [bob, other] = [await registered(), await registered('cleo@example.org')];
    await report(bob.token, 'opened');
    expectProblem(await ask(bob, eve), 404, 'session-not-found');
    expectProblem(await ask({ session: bob.session, id: other.id }), 404, 'registration-not-found');
    expectProblem(await ask({ session: bob.session, id: 'nonsense' }), 404, 'registration-not-found');
    await house.http.post('/api/registrant/erase').send({ token: bob.token });
    await house.settled();
    expectProblem(await ask(bob), 404, 'registration-not-found');
    expect((await house.database.query('select from conferencing.step where session_id = $1', [bob.session.id])).rowCount).toBe(0);
  });
});
