import { randomUUID } from 'node:crypto';
import type { Theme } from '../../client/protocol.js';
import { readCsv as read } from '../support/read-csv.js';
import { TestRoom } from '../use-cases/conferencing/conversation-room.js';
import { expectProblem, openHouse, type House, type Organizer } from './house.js';

const LINK = { registration: { fields: [] } };

describe('the conversation on the wire', () => {
  let house: House;
  let ada: Organizer;
  let eve: Organizer;
  const rooms: TestRoom[] = [];
  beforeAll(async () => {
    house = await openHouse('conversation on the wire');
    [ada, eve] = [await house.organizer('Ada'), await house.organizer('Eve')];
  }, 120_000);
  afterEach(() => rooms.splice(0).forEach((room) => room.close()));
  afterAll(() => house?.close());

  const live = async (theme: Theme, more: object = {}): Promise<TestRoom> => {
    const room = await TestRoom.of(house, ada, theme, more);
    rooms.push(room);
    return room.start();
  };

  it('is told to many at once in few frames, in one order, and nobody sees a gap', async () => {
    const room = await live('meeting');
    const [hedy, bob, cleo] = [await room.host(), await room.guest('Bob'), await room.guest('Cleo')];
    await Promise.all([hedy, bob, cleo].flatMap((one) => Array.from({ length: 10 }, async (_, n) => one.socket.say({ type: 'say', message: randomUUID(), to: 'everyone', text: `${one.socket.state.you.name} ${n}` }))));
    for (const one of [hedy, bob, cleo]) await one.until('all thirty', ({ words, talk }) => words.length === 30 && talk === 30); // a frame may bring the thirtieth and still say 29
    expect([bob.words, cleo.words]).toEqual([hedy.words, hedy.words]);
    for (const one of [hedy, bob, cleo]) expect([one.gaps, one.talk, one.socket.told.filter(({ type }) => type === 'talk').length < 20]).toEqual([[], 30, true]);
  });

  it('shows who missed something that it did, by the next message and by the heartbeat', async () => {
    const room = await live('meeting');
    const [hedy, bob] = [await room.host(), await room.guest('Bob')];
    await bob.say('one');
    await bob.until('it', ({ words }) => words.includes('one'));
    await hedy.until('it', ({ words }) => words.includes('one'));
    bob.talk = 0; // as if it had not come
    await hedy.say('two');
    await bob.until('two', ({ words }) => words.includes('two'));
    expect(bob.gaps).toEqual([1]);
    const beat = await bob.socket.hears('beat', ({ talk }) => talk === 2, 12_000);
    expect(beat.talk).toBe(2);
    // and is brought there by what changed since
    bob.chat.clear();
    expect((await bob.caughtUp(1)).words).toEqual(['two']);
    expect((await bob.caughtUp(99)).words).toEqual(['one', 'two']); // from another life of the database: the whole
  });

  it('tells of a change that no announcement told of, at the next look', async () => {
    const room = await live('meeting');
    const bob = await room.guest('Bob');
    await bob.say('one');
    await bob.until('it', ({ words }) => words.includes('one'));
    // as another instance does whose NOTIFY gets lost
    await house.database.query('update conferencing.talk set number = number + 1 where session_id = $1', [room.session.id]);
    await house.database.query(`insert into conferencing.chat_message (id, session_id, number, place_in_order, seat_id, reaches, words) values ($1, $2, 2, 2, $3, 'everyone', 'two')`, [randomUUID(), room.session.id, bob.seatId]);
    const { TellTalk } = await import('../../src/conferencing/conversation/tell-talk.js');
    await house.app.get(TellTalk).look();
    await bob.until('it', ({ words }) => words.includes('two'));
    expect(bob.gaps).toEqual([]);
  });

  it('is brought to who comes back: what changed meanwhile, with hand and vote', async () => {
    const room = await live('workshop', LINK);
    const token = await house.register(room.session.slug, 'bob@example.org');
    const enter = async () => room.talker(await house.http.post('/api/join').send({ token, name: 'Bob', moveHere: true }));
    const [hedy, bob] = [await room.host(), await enter()];
    const question = await bob.asks('How hot?');
    await bob.ask({ type: 'vote', question, vote: true });
    await bob.ask({ type: 'raise-hand' });
    await hedy.until('the hand', ({ hands }) => hands.join() === 'Bob');
    await bob.until('the hand', ({ hands }) => hands.join() === 'Bob');
    bob.socket.terminate();
    await hedy.say('while you were away');
    const back = await enter();
    expect(back.seatId).toBe(bob.seatId);
    expect((await back.caughtUp(bob.talk)).words).toEqual(['while you were away']);
    expect((await back.caughtUp()).hands).toEqual(['Bob']);
    expect(back.questions.get(question)).toMatchObject({ mine: true, voted: true, votes: 1 });
    expect(bob.questions.size).toBe(1);
  });

  it('loses what somebody wrote, and their name, when their registration is erased', async () => {
    const room = await live('meeting', LINK);
    const [bobs, cleos] = [await house.register(room.session.slug, 'bob@example.org'), await house.register(room.session.slug, 'cleo@example.org')];
    const enter = async (token: string, name: string) => room.talker(await house.http.post('/api/join').send({ token, name }));
    const [hedy, bob, cleo] = [await room.host(), await enter(bobs, 'Bob Unforgettable'), await enter(cleos, 'Cleo')];
    await bob.say('write to bob@unforgettable.example');
    await cleo.say('hello Cleo here');
    const question = await bob.asks('Is unforgettable one word?');
    await cleo.ask({ type: 'vote', question, vote: true });
    await hedy.until('all', ({ words, questions }) => words.length === 2 && questions.get(question)?.votes === 1);
    expect((await house.http.post('/api/registrant/erase').send({ token: bobs })).status).toBeLessThan(300);
    await hedy.until('it is gone', ({ words, questions }) => words.join() === ',hello Cleo here' && questions.get(question)?.status === 'dismissed' && questions.get(question)?.text === '');
    await house.settled();
    const { 'pgboss.job': _, ...rest } = await house.snapshot();
    expect(JSON.stringify(rest).match(/[^"]{0,60}unforgettable.{0,40}/i)).toBeNull();
    const late = await hedy.caughtUp();
    expect([late.words, late.questions.size]).toEqual([[null, 'hello Cleo here'], 0]);
  });

  describe('for the organizer', () => {
    const ask = (path: string, by = ada) => house.http.get(path).set(house.as(by));

    it('is exported as JSON and CSV, without what was said to one person or asked without a name', async () => {
      const room = await live('meeting');
      const [hedy, bob, cleo] = [await room.host(), await room.guest('=Bob()'), await room.guest('Cleo, "the first"')];
      await bob.say('=HYPERLINK("http://evil.test")\nsecond line');
      await cleo.say('for hosts', 'hosts');
      await bob.say('between us', 'direct', { toSeat: cleo.seatId });
      await hedy.ask({ type: 'question-rules', anonymous: true });
      const [named, unnamed] = [await bob.asks('+1?'), await cleo.asks('Who am I?', true)];
      for (const one of [hedy, cleo]) await one.ask({ type: 'vote', question: named, vote: true });
      await hedy.ask({ type: 'settle', question: unnamed, status: 'answered', answer: '@you' });
      const [poll] = [await hedy.makesPoll(false, ['-1', 'Red']), await hedy.makesPoll()];
      await hedy.ask({ type: 'turn-poll', poll, status: 'open' });
      for (const one of [bob, cleo]) await one.ask({ type: 'cast', poll, choices: [0] });
      const at = expect.stringMatching(/^\d{4}-.*Z$/);
      const base = `/api/sessions/${room.session.id}`;
      expect((await ask(`${base}/chat`)).body).toEqual({ items: [
        { saidAt: at, name: '=Bob()', role: 'attendee', to: 'everyone', text: '=HYPERLINK("http://evil.test")\nsecond line' },
        { saidAt: at, name: 'Cleo, "the first"', role: 'attendee', to: 'hosts', text: 'for hosts' },
      ] });
      expect((await ask(`${base}/questions?format=json`)).body).toEqual({ items: [
        { askedAt: at, name: '=Bob()', text: '+1?', votes: 2, status: 'open', answer: null },
        { askedAt: at, name: null, text: 'Who am I?', votes: 0, status: 'answered', answer: '@you' },
      ] });
      expect((await ask(`${base}/polls`)).body).toEqual({ items: [
        { id: poll, question: 'Which colour?', multiple: false, status: 'open', openedAt: at, closedAt: null, ballots: 2, options: [{ text: '-1', count: 2 }, { text: 'Red', count: 0 }] },
      ] });
      const sheets = await Promise.all(['chat', 'questions', 'polls'].map((part) => ask(`${base}/${part}?format=csv`)));
      for (const [n, part] of ['chat', 'questions', 'polls'].entries()) expect([sheets[n]!.headers['content-type'], sheets[n]!.headers['content-disposition']]).toEqual(['text/csv; charset=utf-8', `attachment; filename="${part}.csv"`]);
      const rows = sheets.map(({ text }) => read(text));
      expect(rows.map(([heads, ...lines]) => lines.map((line) => Object.fromEntries(heads!.map((head, n) => [head, line[n]]))))).toMatchObject([
        [{ name: "'=Bob()", text: `'=HYPERLINK("http://evil.test")\nsecond line`, to: 'everyone' }, { name: 'Cleo, "the first"', text: 'for hosts' }],
        [{ name: "'=Bob()", question: "'+1?", votes: '2' }, { name: '', question: 'Who am I?', answer: "'@you" }],
        [{ poll: 'Which colour?', answer: "'-1", count: '2', 'took part': '2' }, { answer: 'Red', count: '0' }],
      ]);
    });

    it('is nobody else’s, and nothing where nothing was said', async () => {
      const { session } = await live('meeting');
      for (const part of ['chat', 'questions', 'polls']) {
        expect((await ask(`/api/sessions/${session.id}/${part}`)).body).toEqual({ items: [] });
        expectProblem(await ask(`/api/sessions/${session.id}/${part}`, eve), 404, 'session-not-found');
        expectProblem(await ask(`/api/sessions/nonsense/${part}`), 404, 'session-not-found');
        expectProblem(await house.http.get(`/api/sessions/${session.id}/${part}`), 401, 'signed-out');
        expectProblem(await ask(`/api/sessions/${session.id}/${part}?format=xls`), 422, 'invalid', ['/format']);
      }
    });
  });
});
