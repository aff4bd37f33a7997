import { ORIGIN, cookiesOf, draft, expectProblem, openHouse, type House, type Organizer, type SessionAnswer } from './house.js';

describe('the way in', () => {
  let house: House;
  let ada: Organizer;
  let eve: Organizer;
  let open: SessionAnswer;
  let closed: SessionAnswer;
  let token: string;
  beforeAll(async () => {
    house = await openHouse('http joining');
    [ada, eve] = [await house.organizer('Ada'), await house.organizer('Eve')];
    open = await house.schedule(ada);
    closed = await house.schedule(ada, { theme: 'webinar', registration: { fields: [] } });
    token = await house.register(closed.slug, 'grace@example.org');
  }, 120_000);
  afterAll(() => house?.close());

  const resolve = (body: object, headers: Record<string, string> = {}) => house.http.post('/api/join/resolve').set(headers).send(body);
  const join = (body: object, headers: Record<string, string> = {}) => house.http.post('/api/join').set(headers).send(body);
  const back = (slug: string, cookie: string, seatId?: string) => house.http.post('/api/join/return').set({ cookie }).send({ slug, seatId });
  const seats = async () => (await house.database.query('select count(*)::int as n from conferencing.seat')).rows[0].n as number;
  /** As if a socket were there. */
  const present = (seatId: string) => house.database.query('update conferencing.seat set present = true where id = $1', [seatId]);

  it('does not let a network’s guests take seats without end, and lets back in whoever has one', async () => {
    const crowded = await house.schedule(ada);
    const { Configuration } = await import('../../src/platform/config/configuration.js');
    const configuration = house.app.get(Configuration) as { rateLimitFactor: number };
    configuration.rateLimitFactor = 0.01; // five guests, six presses of Join
    try {
      const attempt = 'a'.repeat(22);
      const first = await join({ slug: crowded.slug, name: 'Guest', attempt });
      const others = await Promise.all(Array.from({ length: 4 }, () => join({ slug: crowded.slug, name: 'Guest' })));
      expect([first, ...others].map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
      const one = await join({ slug: crowded.slug, name: 'Guest' });
      expectProblem(one, 429, 'too-many');
      expect(Number(one.headers['retry-after'])).toBeGreaterThan(60); // the quarter of an hour, not the minute of `join`
      configuration.rateLimitFactor = 0.02; // a seventh press
      expect((await join({ slug: crowded.slug, name: 'Guest' }, { cookie: cookiesOf(first) })).body.seatId).toBe(first.body.seatId);
    } finally {
      configuration.rateLimitFactor = Infinity;
    }
    expect((await house.database.query('select count(*)::int as n from conferencing.seat where session_id = $1', [crowded.id])).rows[0].n).toBe(5);
  });

  describe('is found', () => {
    it('by a personal link, with the name that was given', async () => {
      const { status, body } = await resolve({ token });
      expect([status, body.you, body.seat, body.entry, body.session.slug]).toEqual([200, { role: 'attendee', name: 'grace', deviceCheck: false, language: 'en' }, null, 'pre-join', closed.slug]);
      expect(JSON.stringify(body)).not.toContain('grace@');
    });

    it('by a session’s address: for anyone, for who must register, for its host', async () => {
      expect((await resolve({ slug: open.slug })).body).toMatchObject({ you: { role: 'attendee', name: '', deviceCheck: true, language: null }, seat: null, entry: 'pre-join' });
      expect((await resolve({ slug: closed.slug })).body).toMatchObject({ entry: 'registration-needed' });
      expect((await resolve({ slug: closed.slug }, { cookie: ada.cookie, origin: ORIGIN })).body).toMatchObject({ you: { role: 'host', name: 'Ada' }, entry: 'pre-join' });
      expect((await resolve({ slug: closed.slug }, { cookie: eve.cookie, origin: ORIGIN })).body).toMatchObject({ you: { role: 'attendee' }, entry: 'registration-needed' });
    });

    it('not by a dead link, nor by an address that is none; all of them look alike', async () => {
      const dead = [await resolve({ token: 'x'.repeat(27) }), await resolve({ token: 'short' }), await resolve({ token: `${token}x` }), await resolve({ token: token.toUpperCase() }), await resolve({ token: 'y'.repeat(100) })];
      for (const answer of dead) {
        expectProblem(answer, 404, 'link-not-found');
        expect(answer.body).toEqual(dead[0]!.body);
      }
      expectProblem(await resolve({ slug: 'nowhere' }), 404, 'session-not-found');
      expectProblem(await resolve({}), 422, 'invalid', ['/slug']);
      expectProblem(await resolve({ token: 'z'.repeat(101) }), 422, 'invalid', ['/token']);
      expectProblem(await resolve({ token: { $ne: null } }), 422, 'invalid', ['/token']);
    });

    it('closed once it is over, with what became of it', async () => {
      const over = await house.schedule(ada);
      await house.http.post(`/api/sessions/${over.id}/cancel`).set(house.as(ada));
      await house.settled();
      expect((await resolve({ slug: over.slug })).body).toMatchObject({ entry: 'closed', session: { phase: 'cancelled' } });
      const refused = await join({ slug: over.slug, name: 'Late' });
      expectProblem(refused, 409, 'session-over');
      expect(refused.body.phase).toBe('cancelled');
    });
  });

  describe('taken', () => {
    it('gives a seat, a ticket for the socket, and a cookie for this session alone', async () => {
      const answer = await join({ token, name: ' Grace ' });
      expect([answer.status, answer.body]).toEqual([200, { seatId: expect.any(String), ticket: expect.stringMatching(/^[\w-]{27}$/), place: 'foyer' }]);
      const [cookie] = answer.headers['set-cookie'] as unknown as string[];
      expect(cookie).toMatch(new RegExp(`^foyer-seat-${closed.id.slice(0, 8)}=[\\w-]{27}; Path=/; HttpOnly; SameSite=Lax; Max-Age=\\d+$`));
      const { rows } = await house.database.query('select cookie_hash, ticket_hash, name from conferencing.seat where id = $1', [answer.body.seatId]);
      expect([rows[0].name, rows[0].cookie_hash.length, rows[0].ticket_hash.length]).toEqual(['Grace', 64, 64]); // hashes only
    });

    it('again by the same browser is the same seat; by another one too, once nobody sits there', async () => {
      const mine = await house.register(closed.slug, 'again@example.org');
      const first = await join({ token: mine, name: 'Again' });
      const same = await join({ token: mine, name: 'Again' }, { cookie: cookiesOf(first) });
      expect([same.body.seatId, same.headers['set-cookie']]).toEqual([first.body.seatId, undefined]);
      const elsewhere = await join({ token: mine, name: 'Again' });
      expect([elsewhere.body.seatId, cookiesOf(elsewhere) !== cookiesOf(first)]).toEqual([first.body.seatId, true]);
      expectProblem(await back(closed.slug, cookiesOf(first)), 401, 'no-seat');
    });

    it('while another device sits there only after asking', async () => {
      const mine = await house.register(closed.slug, 'devices@example.org');
      const first = await join({ token: mine, name: 'D' });
      await present(first.body.seatId);
      expect((await resolve({ token: mine })).body.seat).toBe('elsewhere');
      expect((await resolve({ token: mine }, { cookie: cookiesOf(first) })).body.seat).toBe('here');
      expectProblem(await join({ token: mine, name: 'D' }), 409, 'seat-held-elsewhere');
      const moved = await join({ token: mine, name: 'D', moveHere: true });
      expect([moved.status, moved.body.seatId]).toEqual([200, first.body.seatId]);
      expectProblem(await back(closed.slug, cookiesOf(first)), 401, 'no-seat');
      expect((await back(closed.slug, cookiesOf(moved))).body.seatId).toBe(first.body.seatId);
    });

    it('by a thousand clicks of one person at once is one seat', async () => {
      const mine = await house.register(closed.slug, 'clicks@example.org');
      const before = await seats();
      const answers = await Promise.all(Array.from({ length: 20 }, () => join({ token: mine, name: 'C', moveHere: true })));
      expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
      expect(new Set(answers.filter(({ status }) => status === 200).map(({ body }) => body.seatId)).size).toBe(1);
      expect(await seats()).toBe(before + 1);
    });

    it('again, because the answer got lost on the way, is no second seat: not for a guest, not for a registrant', async () => {
      const mine = await house.register(closed.slug, 'lost@example.org');
      for (const [at, slug] of [[{ slug: open.slug }, open.slug], [{ token: mine }, closed.slug]] as const) {
        const attempt = `attempt-${slug}`.padEnd(30, 'x');
        const lost = await join({ ...at, name: 'Lost', attempt });
        const again = await join({ ...at, name: 'Lost', attempt });
        expect([again.status, again.body.seatId, cookiesOf(again)]).toEqual([200, lost.body.seatId, cookiesOf(lost)]);
        expect((await back(slug, cookiesOf(again))).body.seatId).toBe(lost.body.seatId);
        // Another page is another visitor; and what was tried for one session opens no other.
        const other = await join({ slug: open.slug, name: 'Other', attempt: `${attempt}y` });
        expect([other.body.seatId === lost.body.seatId, cookiesOf(other) === cookiesOf(lost)]).toEqual([false, false]);
      }
      expectProblem(await join({ slug: open.slug, name: 'L', attempt: 'short' }), 422, 'invalid', ['/attempt']);
    });

    it('by strangers gives each a seat of their own; a cookie of one session opens no other', async () => {
      const [one, two] = [await join({ slug: open.slug, name: 'One' }), await join({ slug: open.slug, name: 'Two' })];
      expect(one.body.seatId).not.toBe(two.body.seatId);
      expectProblem(await join({ slug: closed.slug, name: 'One' }, { cookie: cookiesOf(one) }), 403, 'registration-needed');
      const forged = cookiesOf(one).replace(open.id.slice(0, 8), closed.id.slice(0, 8));
      expectProblem(await join({ slug: closed.slug, name: 'One' }, { cookie: forged }), 403, 'registration-needed');
      expectProblem(await back(closed.slug, forged), 401, 'no-seat');
    });

    it('needs a name that can be shown', async () => {
      for (const name of [undefined, '', '   ', 'x'.repeat(81), 'a\u0000b', 'a\nb', 7]) expectProblem(await join({ slug: open.slug, name }), 422, 'invalid', ['/name']);
    });

    it('works at once, before anybody has heard of the new session, and asking changes nothing even then', async () => {
      const made = await house.http.post('/api/sessions').set(house.as(ada)).send(draft());
      await house.atRest();
      await house.database.query('delete from conferencing.room where session_id = $1', [made.body.id]);
      const before = await house.snapshot();
      expect((await resolve({ slug: made.body.slug })).body.entry).toBe('pre-join');
      expect((await back(made.body.slug, 'foyer-seat=none')).status).toBe(401);
      expect(await house.snapshot()).toEqual(before);
      expect((await join({ slug: made.body.slug, name: 'First' })).body.place).toBe('foyer');
    });
  });

  describe('back', () => {
    it('needs only the cookie, and gives a fresh ticket', async () => {
      const first = await join({ slug: open.slug, name: 'B' });
      const again = await back(open.slug, cookiesOf(first));
      expect([again.status, again.body.seatId, again.body.ticket === first.body.ticket]).toEqual([200, first.body.seatId, false]);
      expectProblem(await back(open.slug, ''), 401, 'no-seat');
      expectProblem(await back('nowhere', cookiesOf(first)), 401, 'no-seat');
    });

    it('in a browser that two people share leads each to their own seat', async () => {
      const [his, hers] = [await house.register(closed.slug, 'his@example.org'), await house.register(closed.slug, 'hers@example.org')];
      const first = await join({ token: his, name: 'He' });
      const cookie = cookiesOf(first);
      const second = await join({ token: hers, name: 'She' }, { cookie });
      const both = cookiesOf(second) || cookie; // what the browser sends from now on
      for (const { seatId } of [first.body, second.body]) expect((await back(closed.slug, both, seatId)).body.seatId).toBe(seatId);
      for (const [token, { seatId }] of [[his, first.body], [hers, second.body]] as const) expect((await resolve({ token }, { cookie: both })).body).toMatchObject({ seat: 'here', seatId });
      expectProblem(await back(closed.slug, both), 409, 'which-seat');

      // Hers moves to her phone: his stays, and this browser has hers no more.
      await present(second.body.seatId);
      const phone = await join({ token: hers, name: 'She', moveHere: true });
      expect((await back(closed.slug, both, first.body.seatId)).body.seatId).toBe(first.body.seatId);
      expectProblem(await back(closed.slug, both, second.body.seatId), 401, 'no-seat');
      expect((await back(closed.slug, cookiesOf(phone))).body.seatId).toBe(second.body.seatId);
    });

    it('names no seat of somebody else: the cookie must hold it', async () => {
      const [one, two] = [await join({ slug: open.slug, name: 'One' }), await join({ slug: open.slug, name: 'Two' })];
      expectProblem(await back(open.slug, cookiesOf(one), two.body.seatId), 401, 'no-seat');
      expectProblem(await back(open.slug, cookiesOf(one), 'x'), 422, 'invalid', ['/seatId']);
    });

    it('leads straight in once the doors are open, and nowhere once it is over', async () => {
      const session = await house.schedule(ada);
      const first = await join({ slug: session.slug, name: 'B' });
      await house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada));
      await house.settled();
      expect((await back(session.slug, cookiesOf(first))).body.place).toBe('room');
      expect((await join({ slug: session.slug, name: 'Late' })).body.place).toBe('room');
      await house.http.post(`/api/sessions/${session.id}/end`).set(house.as(ada));
      await house.settled();
      expectProblem(await back(session.slug, cookiesOf(first)), 409, 'session-over');
    });
  });

  describe('of a host', () => {
    const enter = (id: string, by: Organizer, body: object = {}) => house.http.post(`/api/sessions/${id}/enter`).set({ cookie: by.cookie, origin: ORIGIN }).send(body);

    it('leads behind the stage, also where attendees must register', async () => {
      const answer = await enter(closed.id, ada);
      expect([answer.status, answer.body.place]).toEqual([200, 'backstage']);
      const { rows } = await house.database.query('select role, name from conferencing.seat where id = $1', [answer.body.seatId]);
      expect(rows).toEqual([{ role: 'host', name: 'Ada' }]);
    });

    it('is nobody else’s: another workspace’s session is not there', async () => {
      expectProblem(await enter(closed.id, eve), 404, 'session-not-found');
    });

    it('with bad words is refused where they stand', async () => {
      expectProblem(await enter(closed.id, ada, { name: 'x'.repeat(81) }), 422, 'invalid', ['/name']);
      expectProblem(await enter(closed.id, ada, { name: 'a\u0000b' }), 422, 'invalid', ['/name']);
      expectProblem(await enter(closed.id, ada, { role: 'owner' }), 422, 'invalid', ['/role']);
    });

    it('ends with being signed in: the seat’s cookie alone makes nobody a host', async () => {
      const seat = cookiesOf(await enter(open.id, ada));
      expect((await resolve({ slug: open.slug }, { cookie: seat })).body.you.role).toBe('attendee');
    });
  });

  it('ICE servers are the ones that were set, and public', async () => {
    expect((await house.http.get('/api/join/ice')).body).toEqual({ iceServers: [] });
  });
});
