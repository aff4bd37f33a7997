import { Retention } from '../../src/platform/database/retention.js';
import { ORIGIN, cookiesOf, expectProblem, openHouse, type House, type Organizer, type SessionAnswer } from './house.js';
import { Socket } from './socket.js';

describe('the team of a session, over HTTP', () => {
  let house: House;
  let ada: Organizer;
  const opened: Socket[] = [];
  beforeAll(async () => {
    house = await openHouse('team');
    ada = await house.organizer('Ada');
  }, 120_000);
  afterEach(() => opened.splice(0).forEach((socket) => socket.terminate()));
  afterAll(async () => {
    await new Promise((quiet) => setTimeout(quiet, 500)); // hosts are told the number of those who wait a little later
    await house?.close();
  });

  const post = (path: string, body: object = {}) => house.http.post(path).set(house.as(ada)).send(body);
  const name = (session: SessionAnswer, changes: object = {}) => post(`/api/sessions/${session.id}/team`, { role: 'speaker', name: 'Grace', email: 'grace@example.org', ...changes });
  const team = async (session: SessionAnswer) => (await house.http.get(`/api/sessions/${session.id}/team`).set(house.as(ada))).body.items as { id: string }[];
  const resolve = (token: string, cookie?: string) => house.http.post('/api/join/resolve').set({ origin: ORIGIN, ...(cookie && { cookie }) }).send({ token });
  const join = (body: object, cookie?: string) => house.http.post('/api/join').set({ origin: ORIGIN, ...(cookie && { cookie }) }).send({ name: 'Grace', ...body });
  const seated = async (ticket: string) => {
    const socket = await Socket.with(house.address, ticket);
    opened.push(socket);
    return socket;
  };

  describe('naming', () => {
    it('answers with whom it named, and lists them; the link is in neither', async () => {
      const session = await house.schedule(ada);
      const answer = await name(session, { locale: 'de' });
      expect([answer.status, answer.body]).toEqual([201, {
        id: expect.any(String), role: 'speaker', name: 'Grace', email: 'grace@example.org', userId: null, locale: 'de', namedAt: expect.stringMatching(/Z$/), linkAskedAt: expect.stringMatching(/Z$/),
      }]);
      expect(await team(session)).toEqual([answer.body]);
      const { rows: [row] } = await house.database.query('select token_hash, sealed_token from scheduling.teammate where id = $1', [answer.body.id]);
      const token = await house.teamLink(answer.body.id);
      expect(token).toHaveLength(27);
      expect(JSON.stringify(row)).not.toContain(token);
    });

    it('an address a second time is refused where it stands; of ten at once, one is named', async () => {
      const session = await house.schedule(ada);
      const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => name(session, { email: n % 2 ? 'GRACE@example.org' : 'grace@example.org' })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
      expectProblem(await name(session), 409, 'already-named', ['/email']);
      expectProblem(await name(session, { email: 'ada@example.org' }), 409, 'already-named', ['/email']);
      expect(await team(session)).toHaveLength(1);
    });

    it.each<[string, object, string[]]>([
      ['no role', { role: undefined }, ['/role']],
      ['a role that is none', { role: 'attendee' }, ['/role']],
      ['no name', { name: '' }, ['/name']],
      ['no address', { email: 'grace' }, ['/email']],
      ['a language that is none', { locale: 'no language!' }, ['/locale']],
      ['an account of nobody here', { userId: 'somebody' }, ['/userId']],
      ['null for a name', { name: null }, ['/name']],
    ])('with %s is refused where it stands', async (_, changes, pointers) => {
      expectProblem(await name(await house.schedule(ada), changes), 422, 'invalid', pointers);
    });

    it('is over with the session; removing is not', async () => {
      const session = await house.schedule(ada);
      const { body: grace } = await name(session);
      await post(`/api/sessions/${session.id}/cancel`);
      expectProblem(await name(session, { email: 'late@example.org' }), 409, 'session-over');
      expectProblem(await post(`/api/sessions/${session.id}/team/${grace.id}/rotate-link`), 409, 'session-over');
      expect((await house.http.delete(`/api/sessions/${session.id}/team/${grace.id}`).set(house.as(ada))).status).toBe(204);
    });

    it('keeps a session from being deleted, for people were told of it; who was removed does not', async () => {
      const session = await house.schedule(ada);
      const { body: grace } = await name(session);
      const remove = () => house.http.delete(`/api/sessions/${session.id}`).set(house.as(ada));
      expectProblem(await remove(), 409, 'session-has-team');
      await house.http.delete(`/api/sessions/${session.id}/team/${grace.id}`).set(house.as(ada));
      expect((await remove()).status).toBe(204);
    });
  });

  describe('a link of the team', () => {
    it('leads past the device check to backstage, and into the room after the start; looking changes nothing', async () => {
      const session = await house.schedule(ada, { theme: 'webinar', registration: { fields: [] } });
      const speaker = await house.nameTeammate(ada, session, 'speaker');
      await house.atRest();
      const before = await house.snapshot();
      expect((await resolve(speaker.token)).body).toMatchObject({ you: { role: 'speaker', name: speaker.email.split('@')[0], deviceCheck: true }, seat: null, entry: 'pre-join' });
      expect(await house.snapshot()).toEqual(before);
      const entered = await join({ token: speaker.token });
      expect([entered.status, entered.body.place]).toEqual([200, 'backstage']);
      const socket = await seated(entered.body.ticket);
      expect(socket.state.you).toMatchObject({ role: 'speaker', place: 'backstage', onStage: true });
      expect(await socket.ask({ type: 'start' })).toBe('not-a-host');
      await post(`/api/sessions/${session.id}/start`);
      await socket.hears('opened');
      expect(await socket.ask({ type: 'end' })).toBe('not-a-host');
    });

    it('of a host starts and ends the session, with no account', async () => {
      const session = await house.schedule(ada, { theme: 'webinar' });
      const host = await house.nameTeammate(ada, session, 'host');
      const socket = await seated((await join({ token: host.token })).body.ticket);
      expect(socket.state.you).toMatchObject({ role: 'host', place: 'backstage' });
      expect(await socket.ask({ type: 'start' })).toBe('done');
      expect(await socket.hears('opened')).toMatchObject({ people: [{ role: 'host' }] });
      expect(await socket.ask({ type: 'end' })).toBe('done');
      expect(await socket.hears('closed')).toMatchObject({ status: 'ended' });
    });

    it('has one seat: a reload takes it back, another device is asked, and the first one is told', async () => {
      const session = await house.schedule(ada);
      const { token } = await house.nameTeammate(ada, session, 'host');
      const first = await join({ token });
      const old = await seated(first.body.ticket);
      const cookie = cookiesOf(first);
      expect((await house.http.post('/api/join/return').set({ cookie, origin: ORIGIN }).send({ slug: session.slug })).body.seatId).toBe(first.body.seatId);
      expect((await resolve(token)).body.seat).toBe('elsewhere');
      expectProblem(await join({ token }), 409, 'seat-held-elsewhere');
      const moved = await join({ token, moveHere: true });
      expect([moved.body.seatId, await old.closed]).toEqual([first.body.seatId, 4409]);
    });

    it.each(['removed', 'given a new link'])('is dead at once when its holder is %s, and so is the seat', async (how) => {
      const session = await house.schedule(ada);
      const { id, token } = await house.nameTeammate(ada, session, 'speaker');
      const entered = await join({ token });
      const cookie = cookiesOf(entered);
      const socket = await seated(entered.body.ticket);
      const path = `/api/sessions/${session.id}/team/${id}`;
      await (how === 'removed' ? house.http.delete(path).set(house.as(ada)) : post(`${path}/rotate-link`));
      expect(await socket.closed).toBe(4403);
      for (const answer of [await resolve(token), await join({ token }, cookie)]) expectProblem(answer, 404, 'link-not-found');
      expectProblem(await house.http.post('/api/join/return').set({ cookie, origin: ORIGIN }).send({ slug: session.slug }), 401, 'no-seat');
      if (how === 'removed') return;
      const fresh = await house.teamLink(id);
      expect((await join({ token: fresh })).body).toMatchObject({ seatId: entered.body.seatId, place: 'backstage' });
    });

    it('says no more than a wrong one after the person was removed', async () => {
      const session = await house.schedule(ada);
      const { id, token } = await house.nameTeammate(ada, session, 'host');
      await house.http.delete(`/api/sessions/${session.id}/team/${id}`).set(house.as(ada));
      const [dead, wrong] = [await resolve(token), await resolve('x'.repeat(27))];
      expect(dead.body).toEqual(wrong.body);
    });
  });

  it('a link that is opened where another seat of the session is held says so; one’s own, and a stranger’s, do not', async () => {
    const session = await house.schedule(ada, { registration: { fields: [] } });
    const speaker = await house.nameTeammate(ada, session, 'speaker');
    const registrant = await house.register(session.slug, 'somebody@example.org');
    const cookie = cookiesOf(await join({ token: registrant, name: 'Somebody' }));
    expect((await resolve(speaker.token, cookie)).body).toMatchObject({ entry: 'pre-join', otherSeat: { name: 'Somebody' } });
    expect((await resolve(registrant, cookie)).body).toMatchObject({ seat: 'here', otherSeat: null });
    expect((await resolve(speaker.token)).body.otherSeat).toBeNull();
    const elsewhere = await house.schedule(ada, { registration: { fields: [] } });
    expect((await resolve(await house.register(elsewhere.slug, 'somebody@example.org'), cookie)).body.otherSeat).toBeNull();
  });

  describe('a member', () => {
    it('who was named hosts by account or by link, in the same seat; a colleague who was not is a guest', async () => {
      const [bo, cy] = [await house.organizer('Bo'), await house.organizer('Cy')];
      await house.database.query(`update identity.member set "organizationId" = $1, role = 'member' where "userId" in ($2, $3)`, [ada.workspaceId, bo.userId, cy.userId]);
      const members = (await house.http.get('/api/identity/members').set(house.as(ada))).body.items as { userId: string; name: string }[];
      expect(members.map((member) => member.name)).toEqual(['Ada', 'Bo', 'Cy']);
      const session = await house.schedule(ada, { registration: { fields: [] } });
      const named = await post(`/api/sessions/${session.id}/team`, { role: 'host', userId: bo.userId });
      expect(named.body).toMatchObject({ name: 'Bo', email: 'bo@example.org', userId: bo.userId });
      const as = (by: Organizer, path: string) => house.http.post(`/api/sessions/${session.id}/${path}`).set({ cookie: by.cookie, origin: ORIGIN }).send({});
      const enter = (by: Organizer) => as(by, 'enter');
      const entered = await enter(bo);
      expect([entered.status, entered.body.place]).toEqual([200, 'backstage']);
      expect((await join({ token: await house.teamLink(named.body.id) }, cookiesOf(entered))).body.seatId).toBe(entered.body.seatId);
      expect((await enter(cy)).status).toBe(404);
      expect((await as(cy, 'start')).status).toBe(403);
      expect((await as(bo, 'start')).body.status).toBe('live');
    });
  });

  it('is forgotten with the session’s people: after the retention no name, address or link of theirs is anywhere', async () => {
    const session = await house.schedule(ada);
    const { token } = await house.nameTeammate(ada, session, 'speaker', 'forgotten-speaker@example.org');
    await join({ token, name: 'Forgotten-Label' });
    await post(`/api/sessions/${session.id}/cancel`);
    await house.settled();
    await house.database.query(`update scheduling.session set ended_at = now() - interval '91 days' where id = $1`, [session.id]);
    await house.app.get(Retention, { strict: false }).look();
    await house.settled();
    const everything = JSON.stringify(await house.snapshot());
    for (const trace of ['forgotten-speaker', 'Forgotten-Label']) expect(everything).not.toContain(trace);
    expect(await team(session)).toEqual([]);
  });
});
