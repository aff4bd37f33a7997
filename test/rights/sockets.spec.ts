import { randomUUID } from 'node:crypto';
import type { ClientMessage } from '../../client/protocol.js';
import { ORIGIN, cookiesOf, draft, openHouse, type House, type Organizer, type SessionAnswer } from '../http/house.js';
import { Socket } from '../http/socket.js';

/** Where somebody sits who speaks over a socket. */
const SEATS = ['nobody', 'waiting', 'attendee in a meeting', 'attendee in a webinar', 'host before the start', 'host of a live session', 'host who has left', 'named host before the start', 'speaker before the start', 'speaker in a live session'] as const;
type SeatName = (typeof SEATS)[number];

/** What a host may, a named host may, too; a speaker may what anybody inside may, unless it is said. */
const everyone = (answer: string | number, but: Partial<Record<SeatName, string | number>> = {}): Record<SeatName, string | number> =>
  ({ ...Object.fromEntries(SEATS.map((seat) => [seat, answer])), nobody: 4401, ...(but['host before the start'] && { 'named host before the start': but['host before the start'] }), ...but }) as Record<SeatName, string | number>;
const SDP = 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n';
/** There is no media gateway here: whoever is allowed learns that instead. */
const ALLOWED = 'media-unavailable';

/** In the room, or backstage before the start. */
const inside = (answer: string, but: Partial<Record<SeatName, string>> = {}) => everyone(answer, { waiting: 'doors-closed', 'host who has left': 'doors-closed', ...but });
/** Those in the room; backstage it waits for the doors. */
const inRoom = (answer: string, but: Partial<Record<SeatName, string>> = {}) => inside(answer, { 'host before the start': 'doors-closed', 'speaker before the start': 'doors-closed', ...but });
const hosts = (answer: string, but: Partial<Record<SeatName, string>> = {}) => inside('not-a-host', { 'host before the start': answer, 'host of a live session': answer, ...but });
const NOT_THERE = '00000000-0000-4000-8000-000000000000';

/** The table of rights over the socket: every message of the protocol × everyone who may send it. */
const MESSAGES: Record<ClientMessage['type'], { message: ClientMessage; answers: Record<SeatName, string | number> }> = {
  hello: { message: { type: 'hello', ticket: 'x'.repeat(27) }, answers: everyone('not-understood') },
  sync: { message: { type: 'sync' }, answers: everyone('done') },
  start: { message: { type: 'start' }, answers: everyone('not-a-host', { 'host before the start': 'done', 'host of a live session': 'done', 'host who has left': 'done' }) },
  'stop-countdown': { message: { type: 'stop-countdown' }, answers: everyone('not-a-host', { 'host before the start': 'done', 'host of a live session': 'countdown-over', 'host who has left': 'done' }) },
  end: { message: { type: 'end' }, answers: everyone('not-a-host', { 'host before the start': 'session-not-live', 'host of a live session': 'done', 'host who has left': 'session-not-live' }) },
  entered: { message: { type: 'entered' }, answers: everyone('done') },
  leave: { message: { type: 'leave' }, answers: everyone('done') },
  devices: { message: { type: 'devices', microphone: true, camera: true }, answers: everyone('done') },
  publish: { message: { type: 'publish', sdp: SDP }, answers: everyone(ALLOWED, { waiting: 'doors-closed', 'host who has left': 'doors-closed', 'attendee in a webinar': 'not-on-stage' }) },
  receive: { message: { type: 'receive' }, answers: everyone(ALLOWED, { waiting: 'doors-closed', 'host who has left': 'doors-closed' }) },
  received: { message: { type: 'received', sdp: SDP }, answers: everyone('nothing-offered') },
  candidates: { message: { type: 'candidates', direction: 'send', candidates: [] }, answers: everyone('done') },
  'hang-up': { message: { type: 'hang-up', direction: 'send' }, answers: everyone('done') },
  look: { message: { type: 'look', at: [] }, answers: everyone('done') },

  'catch-up': { message: { type: 'catch-up', since: 0 }, answers: inside('done') },
  earlier: { message: { type: 'earlier', before: 1 }, answers: inside('done') },
  say: {
    get message(): ClientMessage {
      return { type: 'say', message: randomUUID(), to: 'everyone', text: 'hello' };
    },
    answers: inside('done', { 'attendee in a webinar': 'not-to-them', 'host before the start': 'not-to-them', 'speaker before the start': 'not-to-them' }),
  },
  'take-back': { message: { type: 'take-back', message: NOT_THERE }, answers: inside('message-not-found') },
  'raise-hand': { message: { type: 'raise-hand' }, answers: inRoom('done') },
  'lower-hand': { message: { type: 'lower-hand', seatId: NOT_THERE }, answers: hosts('done') },
  'lower-hands': { message: { type: 'lower-hands' }, answers: hosts('done') },
  ask: {
    get message(): ClientMessage {
      return { type: 'ask', question: randomUUID(), text: 'Why?', anonymous: false };
    },
    answers: inRoom('done'),
  },
  vote: { message: { type: 'vote', question: NOT_THERE, vote: true }, answers: inside('question-not-found') },
  settle: { message: { type: 'settle', question: NOT_THERE, status: 'dismissed' }, answers: hosts('question-not-found', { 'speaker before the start': 'question-not-found', 'speaker in a live session': 'question-not-found' }) },
  'question-rules': { message: { type: 'question-rules', anonymous: true }, answers: hosts('done') },
  'make-poll': {
    get message(): ClientMessage {
      return { type: 'make-poll', poll: randomUUID(), question: 'Tea?', options: ['Yes', 'No'], multiple: false };
    },
    answers: hosts('done'),
  },
  'turn-poll': { message: { type: 'turn-poll', poll: NOT_THERE, status: 'open' }, answers: hosts('poll-not-found', { 'host before the start': 'doors-closed' }) },
  'share-poll': { message: { type: 'share-poll', poll: NOT_THERE, shared: true }, answers: hosts('poll-not-found') },
  cast: { message: { type: 'cast', poll: NOT_THERE, choices: [0] }, answers: inside('poll-not-found') },
  react: { message: { type: 'react', emoji: '👏' }, answers: inside('done') },

  silence: { message: { type: 'silence', seatId: NOT_THERE, kind: 'audio', silenced: true }, answers: hosts('person-not-found') },
  'silence-all': { message: { type: 'silence-all', kind: 'audio', held: false }, answers: hosts('done') },
  hold: { message: { type: 'hold', kind: 'video', held: false }, answers: hosts('done') },
  unsilence: { message: { type: 'unsilence', kind: 'audio' }, answers: inside('done') },
  invite: { message: { type: 'invite', seatId: NOT_THERE }, answers: hosts('person-not-found', { 'host before the start': 'doors-closed' }) },
  'answer-invitation': { message: { type: 'answer-invitation', accept: true }, answers: inside('not-invited') },
  'take-off-stage': { message: { type: 'take-off-stage', seatId: NOT_THERE }, answers: hosts('person-not-found') },
  remove: { message: { type: 'remove', seatId: NOT_THERE }, answers: hosts('person-not-found') },
  ban: { message: { type: 'ban', seatId: NOT_THERE }, answers: hosts('person-not-found') },
  record: { message: { type: 'record', recording: true }, answers: hosts('recording-not-allowed', { 'host before the start': 'doors-closed' }) },
  lock: { message: { type: 'lock', locked: false }, answers: hosts('done') },
  admit: { message: { type: 'admit' }, answers: hosts('done') },
  deny: { message: { type: 'deny', seatId: NOT_THERE }, answers: hosts('person-not-found') },
  audience: { message: { type: 'audience', search: '' }, answers: hosts('done') },
};

describe('the socket', () => {
  let house: House;
  let ada: Organizer;
  const opened: Socket[] = [];
  beforeAll(async () => {
    house = await openHouse('sockets');
    ada = await house.organizer('Ada');
  }, 120_000);
  afterEach(() => opened.splice(0).forEach((socket) => socket.terminate()));
  afterAll(async () => {
    await new Promise((quiet) => setTimeout(quiet, 500)); // hosts are told the number of those who wait a little later
    await house?.close();
  });

  const enter = async (session: SessionAnswer) => (await house.http.post(`/api/sessions/${session.id}/enter`).set(house.as(ada)).send({ moveHere: true })).body.ticket as string;
  const come = async (session: SessionAnswer, name = 'Grace') => {
    const answer = await house.http.post('/api/join').send({ slug: session.slug, name });
    return { ticket: answer.body.ticket as string, seatId: answer.body.seatId as string, cookie: cookiesOf(answer) };
  };
  const byLink = async (session: SessionAnswer, role: 'host' | 'speaker') => (await house.http.post('/api/join').send({ token: (await house.nameTeammate(ada, session, role)).token, name: 'Lise' })).body.ticket as string;
  const start = async (session: SessionAnswer) => {
    await house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada));
    await house.settled();
  };
  const kept = <One extends Socket>(socket: One): One => {
    opened.push(socket);
    return socket;
  };
  const connected = async () => kept(await Socket.to(house.address));
  const seated = async (ticket: string) => kept(await Socket.with(house.address, ticket));

  const sitting: Record<SeatName, () => Promise<Socket>> = {
    nobody: () => connected(),
    waiting: async () => seated((await come(await house.schedule(ada))).ticket),
    'attendee in a meeting': async () => {
      const session = await house.schedule(ada);
      await start(session);
      return seated((await come(session)).ticket);
    },
    'attendee in a webinar': async () => {
      const session = await house.schedule(ada, { theme: 'webinar' });
      await start(session);
      return seated((await come(session)).ticket);
    },
    'host before the start': async () => seated(await enter(await house.schedule(ada))),
    'host of a live session': async () => {
      const session = await house.schedule(ada);
      await start(session);
      return seated(await enter(session));
    },
    'named host before the start': async () => seated(await byLink(await house.schedule(ada), 'host')),
    'speaker before the start': async () => seated(await byLink(await house.schedule(ada), 'speaker')),
    'speaker in a live session': async () => {
      const session = await house.schedule(ada, { theme: 'webinar' });
      await start(session);
      return seated(await byLink(session, 'speaker'));
    },
    'host who has left': async () => {
      const socket = await seated(await enter(await house.schedule(ada)));
      await socket.ask({ type: 'leave' });
      return socket;
    },
  };

  describe('has a table of rights', () => {
    it('with a row for every message of the protocol', async () => {
      const { MESSAGE_TYPES } = await import('../../src/conferencing/lobby-messages.js');
      expect(Object.keys(MESSAGES).sort()).toEqual([...MESSAGE_TYPES].sort());
    });

    it.each(Object.keys(MESSAGES) as ClientMessage['type'][])('%s answers each seat as the table says', async (type) => {
      const seen: Record<string, string | number> = {};
      for (const seat of SEATS) seen[seat] = await (await sitting[seat]()).ask(MESSAGES[type].message);
      expect(seen).toEqual(MESSAGES[type].answers);
    });
  });

  describe('lets in', () => {
    it('by a ticket, once', async () => {
      const { ticket } = await come(await house.schedule(ada));
      const socket = await seated(ticket);
      expect(socket.state.you).toMatchObject({ role: 'attendee', name: 'Grace', place: 'foyer' });
      const second = await connected();
      second.say({ type: 'hello', ticket });
      expect(await second.closed).toBe(4401);
    });

    it('by no other word: a wrong ticket, one that is too old, a hello that is too long, silence', async () => {
      const { ticket, seatId } = await come(await house.schedule(ada));
      await house.database.query(`update conferencing.seat set ticket_ends_at = now() - interval '1 second' where id = $1`, [seatId]);
      const [wrong, old, long, silent] = [await connected(), await connected(), await connected(), await connected()];
      wrong.say({ type: 'hello', ticket: 'y'.repeat(27) });
      old.say({ type: 'hello', ticket });
      long.raw(JSON.stringify({ type: 'hello', ticket: 'x', more: 'x'.repeat(5_000) }));
      expect(await Promise.all([wrong.closed, old.closed, long.closed, silent.closed])).toEqual([4401, 4401, 4401, 4401]);
    });

    it('no page of another site', async () => {
      for (const origin of ['http://evil.test', 'null', `${ORIGIN}.evil.test`, 'http://foyer.test:8080']) await expect(Socket.to(house.address, { origin })).rejects.toThrow('403');
      kept(await Socket.to(house.address, { origin: ORIGIN }));
    });
  });

  describe('ends within seconds', () => {
    const EVE = { email: 'eve@example.org', password: 'correct horse' };
    const signIn = async (): Promise<string> => cookiesOf(await house.http.post('/api/identity/sign-in').send(EVE));
    const own = (cookie: string) => ({ cookie, origin: ORIGIN });
    const entered = async (session: SessionAnswer, as: Record<string, string>) => {
      const answer = await house.http.post(`/api/sessions/${session.id}/enter`).set(as).send({ moveHere: true });
      expect([answer.status, answer.body.code]).toEqual([200, undefined]);
      return { socket: await seated(answer.body.ticket as string), seat: cookiesOf(answer) };
    };
    let eve: Organizer;
    let session: SessionAnswer;
    beforeAll(async () => {
      eve = await house.organizer('Eve');
      await house.database.query(`update identity.member set "organizationId" = $1, role = 'member' where "userId" = $2`, [ada.workspaceId, eve.userId]);
      const cookie = await signIn();
      session = (await house.http.post('/api/sessions').set(own(cookie)).send(draft())).body as SessionAnswer;
      await house.settled();
    });

    it.each<[string, (cookie: string) => Promise<unknown>]>([
      ['signs out', (cookie) => house.http.post('/api/identity/sign-out').set(own(cookie))],
      ['is signed out from another browser', async () => {
        const other = await signIn();
        const { items } = (await house.http.get('/api/identity/devices').set(own(other))).body as { items: { id: string; current: boolean }[] };
        for (const { id, current } of items) if (!current) await house.http.delete(`/api/identity/devices/${id}`).set(own(other));
      }],
      ['changes the password elsewhere', async () => house.http.put('/api/identity/password').set(own(await signIn())).send({ current: EVE.password, password: EVE.password })],
    ])('when a host %s: and neither ticket nor seat’s cookie brings them back', async (_, end) => {
      const cookie = await signIn();
      const { socket, seat } = await entered(session, own(cookie));
      const calm = await seated(await enter(await house.schedule(ada)));
      const unused = (await house.http.post('/api/join/return').set(own(`${cookie}; ${seat}`)).send({ slug: session.slug })).body.ticket as string;
      await end(cookie);
      expect(await socket.closed).toBe(4401);
      const late = await connected();
      late.say({ type: 'hello', ticket: unused });
      expect(await late.closed).toBe(4401);
      expect((await house.http.post('/api/join/return').set(own(`${cookie}; ${seat}`)).send({ slug: session.slug })).status).toBe(401);
      expect(await calm.ask({ type: 'sync' })).toBe('done'); // others are not disturbed
    });

    it('when the key is revoked, or too old, by which a program entered', async () => {
      const makeKey = async () => (await house.http.post('/api/identity/api-keys').set(own(await signIn())).send({ name: 'a bot' })).body as { id: string; key: string };
      const [revoked, old] = [await makeKey(), await makeKey()];
      const first = await entered(session, { authorization: `Bearer ${revoked.key}` });
      await house.http.delete(`/api/identity/api-keys/${revoked.id}`).set(own(await signIn()));
      expect(await first.socket.closed).toBe(4401);
      const second = await entered(session, { authorization: `Bearer ${old.key}` });
      await house.database.query(`update identity.apikey set "expiresAt" = now() - interval '1 second' where id = $1`, [old.id]);
      expect(await second.socket.closed).toBe(4401);
    });

    it('when a host is taken out of the workspace', async () => {
      const { socket } = await entered(session, own(await signIn()));
      expect((await house.http.delete(`/api/identity/members/${eve.userId}`).set(house.as(ada))).status).toBe(204);
      expect(await socket.closed).toBe(4401);
    });

    it('when somebody is taken off the team, or withdraws, by whose link they came', async () => {
      const planned = await house.schedule(ada, { registration: { fields: [] } });
      const speaker = await house.nameTeammate(ada, planned, 'speaker');
      const [onStage, below] = [
        await seated((await house.http.post('/api/join').send({ token: speaker.token, name: 'Lise' })).body.ticket as string),
        await seated((await house.http.post('/api/join').send({ token: await house.register(planned.slug, 'leaver@example.org'), name: 'L' })).body.ticket as string),
      ];
      await house.http.delete(`/api/sessions/${planned.id}/team/${speaker.id}`).set(house.as(ada));
      const { rows: [{ sealed_token: sealed }] } = await house.database.query(`select sealed_token from registration.registration where email = 'leaver@example.org'`);
      const { Sealer } = await import('../../src/platform/config/sealed.js');
      await house.http.post('/api/registrant/withdraw').send({ token: new Sealer('a secret for tests, and for nothing else').open(sealed as string) });
      expect(await Promise.all([onStage.closed, below.closed])).toEqual([4403, 4403]);
    });
  });

  describe('keeps its rules', () => {
    it('whatever it is sent: what is no message is refused, and nobody is disturbed', async () => {
      const socket = await seated((await come(await house.schedule(ada))).ticket);
      const nonsense = ['', '{', '[]', 'null', '"start"', '{"type":"constructor"}', '{"type":"__proto__"}', '{"type":"devices","microphone":1,"camera":true}', '{"type":"publish"}', `{"type":"sync","id":"${'x'.repeat(65)}"}`, '{"type":"candidates","direction":"up","candidates":[]}', '{"type":"hang-up","direction":"__proto__"}'];
      for (const text of nonsense) socket.raw(text);
      socket.raw(Buffer.from([0, 1, 2]));
      socket.raw(JSON.stringify({ type: 'sync', junk: 'x'.repeat(40_000) }));
      expect(await socket.ask({ type: 'sync' })).not.toBe(1008);
      const refused = () => socket.told.filter((message) => message.type === 'refused').length;
      await house.until('all refused', async () => refused() >= nonsense.length + 2);
      expect(await socket.ask({ type: 'devices', microphone: false, camera: false })).toBe('done');
    });

    it('a frame too large ends it with 1009; a flood with 4429; others hear nothing of it', async () => {
      const session = await house.schedule(ada);
      const [large, flood, calm] = [await seated((await come(session, 'L')).ticket), await seated((await come(session, 'F')).ticket), await seated((await come(session, 'C')).ticket)];
      large.raw(JSON.stringify({ type: 'publish', sdp: 'x'.repeat(600 * 1024) }));
      for (let n = 0; n < 200; n++) flood.raw('{"type":"hang-up","direction":"send"}');
      expect(await Promise.all([large.closed, flood.closed])).toEqual([1009, 4429]);
      expect(await calm.ask({ type: 'sync' })).toBe('done');
    });
  });

  describe('tells', () => {
    it('everyone who waits that the doors are open, at once and by themselves', async () => {
      const session = await house.schedule(ada);
      const waiting = await Promise.all(['A', 'B', 'C'].map(async (name) => seated((await come(session, name)).ticket)));
      for (const { state } of waiting) expect([state.you.place, state.people, state.waiting]).toEqual(['foyer', [], null]); // nobody's name before the start
      const host = await seated(await enter(session));
      expect([host.state.you.place, host.state.waiting]).toEqual(['backstage', 3]);
      expect(await host.ask({ type: 'start' })).toBe('done');
      for (const one of waiting) {
        const opened = await one.hears('opened');
        expect(opened.people.map(({ name }) => name).sort()).toEqual(['A', 'Ada', 'B', 'C']);
        expect(await one.ask({ type: 'publish', sdp: SDP })).toBe(ALLOWED);
      }
      expect(await host.ask({ type: 'end' })).toBe('done');
      for (const one of waiting) expect(await one.hears('closed')).toMatchObject({ status: 'ended' });
    });

    it('a webinar’s attendees of the stage alone, never of each other', async () => {
      const session = await house.schedule(ada, { theme: 'webinar' });
      const [one, two] = [await seated((await come(session, 'One')).ticket), await seated((await come(session, 'Two')).ticket)];
      const host = await seated(await enter(session));
      await host.ask({ type: 'start' });
      expect((await one.hears('opened')).people.map(({ name }) => name)).toEqual(['Ada']);
      await two.ask({ type: 'devices', microphone: true, camera: true });
      await one.ask({ type: 'sync' });
      expect(JSON.stringify(one.told)).not.toContain('Two');
    });

    it('who waits when the session is moved, and when it is cancelled', async () => {
      const session = await house.schedule(ada);
      const socket = await seated((await come(session)).ticket);
      await house.http.patch(`/api/sessions/${session.id}`).set({ ...house.as(ada), 'if-match': '"1"' }).send({ title: 'Moved pottery', durationMinutes: 90 });
      expect(await socket.hears('moved')).toMatchObject({ title: 'Moved pottery', when: { durationMinutes: 90 } });
      await house.http.post(`/api/sessions/${session.id}/cancel`).set(house.as(ada));
      expect(await socket.hears('closed')).toMatchObject({ status: 'cancelled' });
    });

    it('the old device why it was shown out, when a new one takes over', async () => {
      const { slug } = await house.schedule(ada, { registration: { fields: [] } });
      const token = await house.register(slug, 'grace@example.org');
      const first = (await house.http.post('/api/join').send({ token, name: 'G' })).body;
      const old = await seated(first.ticket);
      expect((await house.http.post('/api/join').send({ token, name: 'G' })).status).toBe(409);
      const moved = (await house.http.post('/api/join').send({ token, name: 'G', moveHere: true })).body;
      const fresh = await seated(moved.ticket);
      expect([await old.closed, fresh.state.you.seatId]).toEqual([4409, first.seatId]);
      expect(await fresh.ask({ type: 'sync' })).toBe('done');
    });

    it('who comes back where they were: waiting, or past the doors that opened meanwhile', async () => {
      const session = await house.schedule(ada);
      const { ticket, cookie, seatId } = await come(session);
      const first = await seated(ticket);
      first.terminate();
      const back = async () => (await house.http.post('/api/join/return').set({ cookie, origin: ORIGIN }).send({ slug: session.slug })).body.ticket as string;
      const again = await seated(await back());
      expect(again.state.you).toMatchObject({ seatId, place: 'foyer' });
      again.terminate();
      await start(session);
      const inside = await seated(await back());
      expect(inside.state).toMatchObject({ session: { status: 'live' }, you: { seatId, place: 'room' } });
      expect(inside.state.doors).toBeGreaterThan(again.state.doors);
    });

    it('nobody a secret of the media gateway, or of another’s seat', async () => {
      const session = await house.schedule(ada);
      const [one, host] = [await seated((await come(session)).ticket), await seated(await enter(session))];
      await host.ask({ type: 'start' });
      await one.hears('opened');
      await one.ask({ type: 'sync' });
      const { rows } = await house.database.query('select media_id, media_secret, media_pin, cookie_hash, ticket_hash from conferencing.room join conferencing.seat using (session_id) where session_id = $1', [session.id]);
      for (const text of [JSON.stringify(one.told), JSON.stringify(host.told)]) for (const secret of rows.flatMap((row) => Object.values(row)).filter((value): value is string => typeof value === 'string')) expect(text).not.toContain(secret);
    });
  });
});
