import { randomUUID } from 'node:crypto';
import type { ClientMessage, Theme } from '../../../client/protocol.js';
import { openHouse, type House, type Organizer } from '../../http/house.js';
import { TestRoom } from './conversation-room.js';

describe('the conversation of a room', () => {
  let house: House;
  let ada: Organizer;
  const rooms: TestRoom[] = [];
  beforeAll(async () => {
    house = await openHouse('conversation');
    ada = await house.organizer('Ada');
  }, 120_000);
  afterEach(() => rooms.splice(0).forEach((room) => room.close()));
  afterAll(() => house?.close());

  const planned = async (theme: Theme, more: object = {}): Promise<TestRoom> => {
    const room = await TestRoom.of(house, ada, theme, more);
    rooms.push(room);
    return room;
  };
  const live = async (theme: Theme, more: object = {}): Promise<TestRoom> => (await planned(theme, more)).start();
  /** By the limits that people meet, not the tests' own. */
  const limited = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    const { Configuration } = await import('../../../src/platform/config/configuration.js');
    const configuration = house.app.get(Configuration) as { rateLimitFactor: number };
    const before = configuration.rateLimitFactor;
    configuration.rateLimitFactor = 1;
    return act().finally(() => (configuration.rateLimitFactor = before));
  };

  describe('chat', () => {
    it.each<Theme>(['meeting', 'workshop'])('in a %s reaches everyone, the hosts, or one person', async (theme) => {
      const room = await live(theme);
      const [hedy, bob, eve] = [await room.host(), await room.guest('Bob'), await room.guest('Eve')];
      expect(bob.to).toEqual(['everyone', 'hosts', 'direct']);
      expect(await bob.say('for all')).toBe('done');
      expect(await bob.say('for hosts', 'hosts')).toBe('done');
      expect(await bob.say('for Eve', 'direct', { toSeat: eve.seatId })).toBe('done');
      expect(await bob.say('the end')).toBe('done');
      for (const one of [hedy, bob, eve]) await one.until('all is there', ({ words }) => words.includes('the end'));
      expect(bob.words).toEqual(['for all', 'for hosts', 'for Eve', 'the end']);
      expect(hedy.words).toEqual(['for all', 'for hosts', 'the end']);
      expect(eve.words).toEqual(['for all', 'for Eve', 'the end']);
      expect([...eve.chat.values()].find(({ text }) => text === 'for Eve')).toMatchObject({ from: { name: 'Bob', seatId: bob.seatId, role: 'attendee' }, to: 'direct', toPerson: { name: 'Eve', seatId: eve.seatId }, at: expect.stringMatching(/Z$/) });
      // and so it is for who comes in, or comes back
      expect((await (await room.guest('Late')).caughtUp()).words).toEqual(['for all', 'the end']);
      expect((await eve.caughtUp()).words).toEqual(['for all', 'for Eve', 'the end']);
    });

    it('in a webinar an attendee’s reaches hosts and speakers only', async () => {
      const room = await live('webinar');
      const [hedy, sam, bob, eve] = [await room.host(), await room.speaker('Sam'), await room.guest('Bob'), await room.guest('Eve')];
      expect([hedy.to, sam.to, bob.to]).toEqual([['everyone', 'team'], ['everyone', 'team'], ['team']]);
      for (const to of ['everyone', 'hosts'] as const) expect(await bob.say('nobody shall know', to)).toBe('not-to-them');
      expect(await bob.say('nobody shall know', 'direct', { toSeat: eve.seatId })).toBe('not-to-them');
      expect(await hedy.say('nobody shall know', 'direct', { toSeat: eve.seatId })).toBe('not-to-them');
      await bob.say('I cannot hear you', 'team');
      await sam.say('Better now?');
      for (const one of [hedy, sam, bob, eve]) await one.until('the answer', ({ words }) => words.includes('Better now?'));
      for (const one of [hedy, sam, bob]) expect(one.words).toEqual(['I cannot hear you', 'Better now?']);
      expect(eve.words).toEqual(['Better now?']);
      expect(JSON.stringify(eve.socket.told)).not.toContain('hear you');
      expect(JSON.stringify(eve.socket.told)).not.toContain('Bob');
      expect((await eve.caughtUp()).words).toEqual(['Better now?']);
    });

    it('that is said backstage stays with those who were there', async () => {
      const room = await planned('meeting');
      const [hedy, bob] = [await room.host(), await room.guest('Bob')];
      expect(await hedy.say('break a leg')).toBe('not-to-them');
      expect(await hedy.say('break a leg', 'team')).toBe('done');
      await room.start();
      await bob.socket.hears('opened');
      expect((await bob.caughtUp()).words).toEqual([]);
      expect((await hedy.caughtUp()).words).toEqual(['break a leg']);
      expect(JSON.stringify(bob.socket.told)).not.toContain('break a leg');
    });

    it('that is sent again because its answer was lost is there once', async () => {
      const room = await live('meeting');
      const bob = await room.guest('Bob');
      const message = { type: 'say', message: randomUUID(), to: 'everyone', text: 'hello?' } as const;
      const answers = await Promise.all([bob.ask(message), bob.ask(message), bob.ask(message)]);
      bob.socket.terminate();
      const again = await room.guest('Bob again');
      expect([...answers, await again.ask(message)]).toEqual(['done', 'done', 'done', 'not-understood']); // another seat's id
      expect(again.words).toEqual(['hello?']);
      const { rows } = await house.database.query('select count(*)::int as n from conferencing.chat_message where id = $1', [message.message]);
      expect(rows).toEqual([{ n: 1 }]);
    });

    it('keeps what was typed as plain text, without what cannot be seen', async () => {
      const room = await live('meeting');
      const bob = await room.guest('Bob');
      await bob.say(' <b onclick="x()">bold</b>\r\nfile\u202egnp.exe \u0000\u0007\ud800!\n\n\n\nend ');
      await bob.until('it', ({ words }) => words.length > 0);
      expect(bob.words).toEqual(['<b onclick="x()">bold</b>\nfilegnp.exe \ufffd!\n\nend']);
      for (const empty of ['', '  \n ', '\u202e']) expect(await bob.say(empty)).toBe('nothing-said');
      expect(await bob.say('x'.repeat(1001))).toBe('not-understood');
      expect(await bob.say('x'.repeat(1000))).toBe('done');
    });

    it('comes in pages, the newest first, to who comes late', async () => {
      const room = await live('meeting');
      const bob = await room.guest('Bob');
      for (let n = 1; n <= 70; n++) await bob.say(`line ${n}`);
      const late = await room.guest('Late');
      expect([late.words.length, late.words[0], late.words.at(-1), late.more]).toEqual([30, 'line 41', 'line 70', true]);
      for (const [first, more] of [['line 11', true], ['line 1', false]] as const) {
        expect(await late.ask({ type: 'earlier', before: Math.min(...[...late.chat.values()].map(({ order }) => order)) })).toBe('done');
        expect([late.words[0], late.more]).toEqual([first, more]);
      }
      expect(late.words).toEqual(Array.from({ length: 70 }, (_, n) => `line ${n + 1}`));
    });

    it('is taken back by who said it, or by a host, but by nobody else', async () => {
      const room = await live('meeting');
      const [hedy, bob, eve] = [await room.host(), await room.guest('Bob'), await room.guest('Eve')];
      for (const text of ['one', 'two']) await bob.say(text);
      await bob.say('for Eve', 'direct', { toSeat: eve.seatId });
      const [one, two, three] = await eve.until('all three', ({ chat }) => chat.size === 3 && [...chat.keys()]) as [string, string, string];
      const take = (message: string) => ({ type: 'take-back', message }) as const;
      expect(await eve.ask(take(one))).toBe('message-not-found');
      expect(await hedy.ask(take(three))).toBe('message-not-found'); // it is between the two
      expect([await bob.ask(take(one)), await hedy.ask(take(two)), await bob.ask(take(three))]).toEqual(['done', 'done', 'done']);
      await eve.until('they are gone', ({ words }) => words.every((word) => word === null));
      const { rows } = await house.database.query('select words from conferencing.chat_message where seat_id = $1', [bob.seatId]);
      expect(rows).toEqual([{ words: null }, { words: null }, { words: null }]);
    });

    it('is not a flood', async () => {
      const room = await live('meeting');
      const bob = await room.guest('Bob');
      await limited(async () => {
        for (let n = 1; n <= 8; n++) expect(await bob.say(`line ${n}`)).toBe('done');
        expect(await bob.say('one too many')).toBe('too-many');
      });
      expect((await bob.caughtUp()).words).toHaveLength(8);
    });

    it('goes to nobody who is not there', async () => {
      const [room, other] = [await live('meeting'), await live('meeting')];
      const [bob, eve, far] = [await room.guest('Bob'), await room.guest('Eve'), await other.guest('Far')];
      await eve.ask({ type: 'leave' });
      for (const toSeat of [eve.seatId, far.seatId, bob.seatId, randomUUID(), undefined]) expect(await bob.say('psst', 'direct', { toSeat })).toBe('person-not-found');
    });
  });

  describe('speaking', () => {
    const everything = (seatId: string): ClientMessage[] => [
      { type: 'catch-up', since: 0 }, { type: 'earlier', before: 5 }, { type: 'say', message: randomUUID(), to: 'everyone', text: 'x' }, { type: 'take-back', message: randomUUID() }, { type: 'raise-hand' }, { type: 'lower-hand' },
      { type: 'lower-hand', seatId }, { type: 'lower-hands' }, { type: 'ask', question: randomUUID(), text: 'x', anonymous: false }, { type: 'vote', question: randomUUID(), vote: true }, { type: 'settle', question: randomUUID(), status: 'answered' },
      { type: 'question-rules', anonymous: true }, { type: 'make-poll', poll: randomUUID(), question: 'x', options: ['a', 'b'], multiple: false }, { type: 'turn-poll', poll: randomUUID(), status: 'open' }, { type: 'share-poll', poll: randomUUID(), shared: true },
      { type: 'cast', poll: randomUUID(), choices: [0] }, { type: 'react', emoji: '👏' },
    ];

    it('is for those in the room: who waits, has left, or outstays its end is refused everything', async () => {
      const room = await planned('meeting');
      const [waits, leaves] = [await room.guest('Waits'), await room.guest('Leaves')];
      const refusals = async (who: typeof waits) => {
        const codes: unknown[] = [];
        for (const message of everything(randomUUID())) codes.push(await who.ask(message));
        return [...new Set(codes)];
      };
      expect(await refusals(waits)).toEqual(['doors-closed']);
      await room.start();
      await waits.socket.hears('opened');
      await waits.caughtUp();
      await leaves.ask({ type: 'leave' });
      expect(await refusals(leaves)).toEqual(['doors-closed']);
      await house.http.post(`/api/sessions/${room.session.id}/end`).set(house.as(ada));
      await waits.socket.hears('closed');
      expect(await refusals(waits)).toEqual(['doors-closed']);
    });

    it('that moderates is for hosts, and for speakers where it is about answers', async () => {
      const room = await live('webinar');
      const [sam, bob] = [await room.speaker('Sam'), await room.guest('Bob')];
      const hosts = ['lower-hands', 'question-rules', 'make-poll', 'turn-poll', 'share-poll'];
      for (const message of everything(randomUUID()).filter((one) => hosts.includes(one.type) || (one.type === 'lower-hand' && 'seatId' in one))) {
        expect([message.type, await bob.ask(message), await sam.ask(message)]).toEqual([message.type, 'not-a-host', 'not-a-host']);
      }
      const settle = everything(randomUUID()).find(({ type }) => type === 'settle')!;
      expect([await bob.ask(settle), await sam.ask(settle)]).toEqual(['not-a-host', 'question-not-found']);
    });

    it('refuses what is no message of it, and goes on', async () => {
      const room = await live('meeting');
      const bob = await room.guest('Bob');
      const wrong = [
        { type: 'catch-up', since: -1 }, { type: 'catch-up', since: 2 ** 31 }, { type: 'catch-up', since: '0' }, { type: 'say', message: 'no-uuid', to: 'everyone', text: 'x' }, { type: 'say', message: randomUUID(), to: 'all', text: 'x' },
        { type: 'say', message: randomUUID(), to: 'everyone', text: 7 }, { type: 'ask', question: randomUUID(), text: 'x' }, { type: 'settle', question: randomUUID(), status: 'gone' }, { type: 'react', emoji: '💩' }, { type: 'react', emoji: ['👏'] },
        { type: 'make-poll', poll: randomUUID(), question: 'x', options: ['a'], multiple: false }, { type: 'make-poll', poll: randomUUID(), question: 'x', options: Array(11).fill('a'), multiple: false }, { type: 'cast', poll: randomUUID(), choices: [0.5] }, { type: 'cast', poll: randomUUID(), choices: 0 },
      ];
      for (const message of wrong) {
        expect([message, await bob.ask(message as never)]).toEqual([message, 'not-understood']);
      }
      expect(await bob.say('still here')).toBe('done');
    });
  });

  describe('raised hands', () => {
    it('stand in the order in which the server saw them, and are lowered by their owner or a host', async () => {
      const room = await live('meeting');
      const [hedy, bob, eve, cleo] = [await room.host(), await room.guest('Bob'), await room.guest('Eve'), await room.guest('Cleo')];
      for (const one of [eve, bob, cleo]) expect(await one.ask({ type: 'raise-hand' })).toBe('done');
      expect(await eve.ask({ type: 'raise-hand' })).toBe('done'); // once more does not go to the end of the line
      for (const one of [hedy, bob]) await one.until('three hands', ({ hands }) => hands.join() === 'Eve,Bob,Cleo');
      expect(await bob.ask({ type: 'lower-hand', seatId: eve.seatId })).toBe('not-a-host');
      expect(await bob.ask({ type: 'lower-hand' })).toBe('done');
      await cleo.until('two hands', ({ hands }) => hands.join() === 'Eve,Cleo');
      expect(await hedy.ask({ type: 'lower-hand', seatId: eve.seatId })).toBe('done');
      await cleo.until('one hand', ({ hands }) => hands.join() === 'Cleo');
      await bob.ask({ type: 'raise-hand' });
      expect(await bob.ask({ type: 'lower-hands' })).toBe('not-a-host');
      expect(await hedy.ask({ type: 'lower-hands' })).toBe('done');
      for (const one of [hedy, bob, cleo]) await one.until('no hand', ({ hands, talk }) => hands.length === 0 && talk >= 7);
    });

    it('stay up while the network is lost, and go down with who leaves', async () => {
      const room = await live('meeting');
      const [hedy, bob, eve] = [await room.host(), await room.guest('Bob'), await room.guest('Eve')];
      for (const one of [bob, eve]) await one.ask({ type: 'raise-hand' });
      await hedy.until('both', ({ hands }) => hands.join() === 'Bob,Eve');
      bob.socket.terminate();
      await hedy.until('Bob is away', ({ hands }) => hands.join() === 'Eve');
      const { rows } = await house.database.query('select 1 from conferencing.raised_hand where seat_id = $1', [bob.seatId]);
      expect(rows).toHaveLength(1);
      await eve.ask({ type: 'leave' });
      await hedy.until('none', ({ hands }) => hands.length === 0);
      expect((await house.database.query('select 1 from conferencing.raised_hand where seat_id = $1', [eve.seatId])).rows).toEqual([]);
    }, 30_000);

    it('in a webinar are seen by hosts and speakers, and by their owner', async () => {
      const room = await live('webinar');
      const [hedy, sam, bob, eve] = [await room.host(), await room.speaker('Sam'), await room.guest('Bob'), await room.guest('Eve')];
      for (const one of [bob, eve]) await one.ask({ type: 'raise-hand' });
      for (const one of [hedy, sam]) await one.until('both', ({ hands }) => hands.join() === 'Bob,Eve');
      for (const one of [bob, eve]) await one.until('one’s own', ({ hands, socket }) => hands.join() === socket.state.you.name);
      await hedy.ask({ type: 'lower-hand', seatId: bob.seatId });
      await bob.until('one’s own is down', ({ hands }) => hands.length === 0);
      expect(eve.look().hands).toEqual(['Eve']);
      expect(JSON.stringify(eve.socket.told)).not.toContain('Bob');
      expect((await bob.caughtUp()).hands).toEqual([]);
    });
  });

  describe('questions', () => {
    it('have one vote a seat, and are answered, dismissed and opened again', async () => {
      const room = await live('workshop');
      const [hedy, bob, eve] = [await room.host(), await room.guest('Bob'), await room.guest('Eve')];
      const question = await bob.asks('How hot is the kiln?');
      const vote = (up: boolean) => ({ type: 'vote', question, vote: up }) as const;
      expect([await bob.ask(vote(true)), await eve.ask(vote(true)), await eve.ask(vote(true)), await hedy.ask(vote(true)), await hedy.ask(vote(false)), await hedy.ask(vote(false))]).toEqual(Array(6).fill('done'));
      await eve.until('two votes', ({ questions }) => questions.get(question)?.votes === 2);
      expect(eve.questions.get(question)).toMatchObject({ text: 'How hot is the kiln?', name: 'Bob', status: 'open', answer: null });
      const late = await room.guest('Late');
      expect([(await eve.caughtUp()).questions.get(question), late.questions.get(question), (await bob.caughtUp()).questions.get(question)]).toMatchObject([{ voted: true, mine: false }, { voted: false, mine: false, votes: 2 }, { voted: true, mine: true }]);

      expect(await hedy.ask({ type: 'settle', question, status: 'answered', answer: '1,240 °C' })).toBe('done');
      await eve.until('the answer', ({ questions }) => questions.get(question)?.answer === '1,240 °C');
      expect([await late.ask(vote(true)), await eve.ask(vote(false))]).toEqual(['question-not-open', 'question-not-open']);
      expect(await hedy.ask({ type: 'settle', question, status: 'open' })).toBe('done');
      await eve.until('open again', ({ questions }) => questions.get(question)?.status === 'open' && questions.get(question)?.answer === null);
      expect(await hedy.ask({ type: 'settle', question, status: 'dismissed' })).toBe('done');
      await eve.until('gone', ({ questions }) => questions.get(question)?.status === 'dismissed' && questions.get(question)?.text === '');
      await bob.until('dismissed, and one’s own', ({ questions }) => questions.get(question)?.status === 'dismissed' && questions.get(question)?.text !== '');
      expect([(await eve.caughtUp()).questions.size, (await hedy.caughtUp()).questions.size, await eve.ask(vote(true))]).toEqual([0, 1, 'question-not-found']);
    });

    it('bear a name unless they are anonymous, which a host allows', async () => {
      const room = await live('meeting');
      const [hedy, bob, eve] = [await room.host(), await room.guest('Bob'), await room.guest('Eve')];
      const anonymous = { type: 'ask', question: randomUUID(), text: 'Is it dear?', anonymous: true } as const;
      expect(await bob.ask(anonymous)).toBe('names-wanted');
      expect(await hedy.ask({ type: 'question-rules', anonymous: true })).toBe('done');
      expect((await bob.socket.hears('talk', ({ anonymousQuestions }) => anonymousQuestions === true)).anonymousQuestions).toBe(true);
      expect(await bob.ask(anonymous)).toBe('done');
      for (const one of [hedy, eve]) expect((await one.until('it', ({ questions }) => questions.get(anonymous.question))).name).toBeNull();
      expect(JSON.stringify([hedy.socket.told, eve.socket.told].map((told) => told.filter(({ type }) => type === 'talk')))).not.toContain(bob.seatId);
    });

    it('in a webinar bear no name for attendees, whoever asks', async () => {
      const room = await live('webinar');
      const [hedy, sam, bob, eve] = [await room.host(), await room.speaker('Sam'), await room.guest('Bob'), await room.guest('Eve')];
      const question = await bob.asks('Is it dear?');
      for (const one of [hedy, sam]) expect((await one.until('it', ({ questions }) => questions.get(question))).name).toBe('Bob');
      for (const one of [bob, eve]) expect((await one.until('it', ({ questions }) => questions.get(question))).name).toBeNull();
      expect(bob.questions.get(question)?.mine).toBe(true);
      expect((await eve.caughtUp()).questions.get(question)).toMatchObject({ name: null, mine: false, votes: 0 });
      expect(JSON.stringify(eve.socket.told)).not.toMatch(/Bob/);
      expect(await sam.ask({ type: 'settle', question, status: 'answered' })).toBe('done');
      await eve.until('answered by voice', ({ questions }) => questions.get(question)?.status === 'answered' && questions.get(question)?.answer === null);
    });

    it('are not a flood, are asked once however often they are sent, and only where they belong', async () => {
      const [room, other] = [await live('meeting'), await live('meeting')];
      const [hedy, bob, far] = [await room.host(), await room.guest('Bob'), await other.host()];
      await limited(async () => {
        const first = { type: 'ask', question: randomUUID(), text: 'one', anonymous: false } as const;
        for (let n = 1; n <= 8; n++) expect(await bob.ask(first)).toBe('done');
        for (let n = 2; n <= 5; n++) await bob.asks(`question ${n}`);
        expect(await bob.ask({ ...first, question: randomUUID() })).toBe('too-many');
        expect(await hedy.ask(first)).toBe('not-understood'); // somebody else's
        expect((await hedy.caughtUp()).questions.size).toBe(5);
        for (const message of [{ type: 'vote', question: first.question, vote: true }, { type: 'settle', question: first.question, status: 'dismissed' }] as const) expect(await far.ask(message)).toBe('question-not-found');
      });
    });
  });

  describe('polls', () => {
    it('are drafts of the hosts’ until they are opened, also backstage', async () => {
      const room = await planned('webinar');
      const [hedy, sam, bob] = [await room.host(), await room.speaker('Sam'), await room.guest('Bob')];
      const [poll, dropped] = [await hedy.makesPoll(), await hedy.makesPoll()];
      expect(await hedy.ask({ type: 'turn-poll', poll, status: 'open' })).toBe('doors-closed');
      await room.start();
      await bob.socket.hears('opened');
      await bob.caughtUp();
      expect([(await sam.caughtUp()).polls.size, bob.polls.size, (await hedy.caughtUp()).polls.size]).toEqual([0, 0, 2]);
      expect(await bob.ask({ type: 'cast', poll, choices: [0] })).toBe('poll-not-found');
      expect(await hedy.ask({ type: 'turn-poll', poll: dropped, status: 'dropped' })).toBe('done');
      expect([await hedy.ask({ type: 'turn-poll', poll: dropped, status: 'open' }), await hedy.ask({ type: 'share-poll', poll, shared: true })]).toEqual(['poll-not-found', 'poll-not-found']);
      expect([await hedy.ask({ type: 'turn-poll', poll, status: 'open' }), await hedy.ask({ type: 'turn-poll', poll, status: 'open' })]).toEqual(['done', 'done']);
      expect(await bob.until('the poll', ({ polls }) => polls.get(poll))).toMatchObject({ question: 'Which colour?', options: ['Red', 'Green', 'Blue'], multiple: false, status: 'open', counts: null, ballots: null });
      expect(await hedy.ask({ type: 'turn-poll', poll, status: 'dropped' })).toBe('poll-not-there-yet');
      expect((await hedy.caughtUp()).polls.size).toBe(1);
    });

    it('take one ballot for each seat, which may change its mind while it is open; results go to hosts, and to all once shared', async () => {
      const room = await live('meeting');
      const [hedy, bob, eve] = [await room.host(), await room.guest('Bob'), await room.guest('Eve')];
      const poll = await hedy.makesPoll();
      await hedy.ask({ type: 'turn-poll', poll, status: 'open' });
      const cast = (...choices: number[]) => ({ type: 'cast', poll, choices }) as const;
      for (const wrong of [cast(), cast(3), cast(0, 1), cast(0, 0)]) expect(await bob.ask(wrong)).toBe('choice-not-offered');
      expect([await bob.ask(cast(0)), await eve.ask(cast(0)), await eve.ask(cast(2))]).toEqual(['done', 'done', 'done']);
      await hedy.until('the counts', ({ polls }) => polls.get(poll)?.counts?.join() === '1,0,1' && polls.get(poll)?.ballots === 2);
      expect((await eve.caughtUp()).polls.get(poll)).toMatchObject({ counts: null, ballots: null, yours: [2] });
      expect(JSON.stringify(eve.socket.told)).not.toContain('"counts":[');
      await hedy.ask({ type: 'share-poll', poll, shared: true });
      await eve.until('the counts', ({ polls }) => polls.get(poll)?.counts?.join() === '1,0,1');
      await bob.ask(cast(2));
      await eve.until('live', ({ polls }) => polls.get(poll)?.counts?.join() === '0,0,2');
      await hedy.ask({ type: 'turn-poll', poll, status: 'closed' });
      expect(await bob.ask(cast(1))).toBe('poll-closed');
      await hedy.ask({ type: 'share-poll', poll, shared: false });
      await eve.until('hidden again', ({ polls }) => polls.get(poll)?.status === 'closed' && polls.get(poll)?.counts === null);
      await hedy.ask({ type: 'turn-poll', poll, status: 'open' });
      expect(await bob.ask(cast(1))).toBe('done');
    });

    it('of several take each answer once', async () => {
      const room = await live('meeting');
      const [hedy, bob] = [await room.host(), await room.guest('Bob')];
      const poll = await hedy.makesPoll(true);
      await hedy.ask({ type: 'turn-poll', poll, status: 'open' });
      expect([await bob.ask({ type: 'cast', poll, choices: [2, 0] }), await hedy.ask({ type: 'cast', poll, choices: [2] }), await bob.ask({ type: 'cast', poll, choices: [1, 1] }), await bob.ask({ type: 'cast', poll, choices: [] })]).toEqual(['done', 'done', 'choice-not-offered', 'choice-not-offered']);
      await hedy.until('the counts', ({ polls }) => polls.get(poll)?.counts?.join() === '1,0,2' && polls.get(poll)?.ballots === 2);
      expect((await bob.caughtUp()).polls.get(poll)?.yours).toEqual([0, 2]);
    });

    it('have answers that differ, and there are not too many of them', async () => {
      const room = await live('meeting');
      const [hedy, far] = [await room.host(), await (await live('meeting')).host()];
      expect(await hedy.ask({ type: 'make-poll', poll: randomUUID(), question: 'x', options: ['Red', ' Red '], multiple: false })).toBe('options-alike');
      expect(await hedy.ask({ type: 'make-poll', poll: randomUUID(), question: ' ', options: ['Red', 'Green'], multiple: false })).toBe('nothing-said');
      const poll = await hedy.makesPoll();
      expect(await hedy.ask({ type: 'make-poll', poll, question: 'x', options: ['Red', 'Green'], multiple: false })).toBe('done'); // sent again: it is there
      expect(await far.ask({ type: 'make-poll', poll, question: 'x', options: ['Red', 'Green'], multiple: false })).toBe('poll-not-found');
      for (const message of [{ type: 'turn-poll', poll, status: 'open' }, { type: 'share-poll', poll, shared: true }, { type: 'cast', poll, choices: [0] }] as ClientMessage[]) expect(await far.ask(message)).toBe('poll-not-found');
      for (let n = 2; n <= 20; n++) await hedy.makesPoll();
      expect(await hedy.ask({ type: 'make-poll', poll: randomUUID(), question: 'x', options: ['Red', 'Green'], multiple: false })).toBe('too-many-polls');
    });
  });

  describe('reactions', () => {
    it('are seen by all in the moment, by name where people know each other, and stored nowhere', async () => {
      const room = await live('meeting');
      const [hedy, bob] = [await room.host(), await room.guest('Bob')];
      // What is said in rooms; the rest (presence, mails, sessions of other tests) goes on by itself meanwhile.
      const said = async (): Promise<string> => JSON.stringify(Object.entries(await house.snapshot()).filter(([table]) => /^conferencing\.(?!seat$|room$|instance$|stay$|step$)/.test(table)));
      const before = await said();
      expect(before).toContain('chat_message');
      expect(await bob.ask({ type: 'react', emoji: '👏' })).toBe('done');
      expect((await hedy.socket.hears('reactions')).reactions).toEqual([{ emoji: '👏', seatId: bob.seatId, count: 1 }]);
      expect(await said()).toBe(before);
    });

    it('of a webinar’s audience are a number, and a flood is refused', async () => {
      const room = await live('webinar');
      const [hedy, bob, eve] = [await room.host(), await room.guest('Bob'), await room.guest('Eve')];
      const all = await limited(() => Promise.all(Array.from({ length: 7 }, () => bob.ask({ type: 'react', emoji: '🎉' }))));
      expect(all.filter((answer) => answer === 'too-many')).toHaveLength(1);
      await hedy.ask({ type: 'react', emoji: '❤️' });
      await eve.socket.hears('reactions', ({ reactions }) => reactions.some(({ emoji, seatId }) => emoji === '❤️' && seatId === hedy.seatId));
      const heard = eve.socket.told.flatMap((message) => (message.type === 'reactions' ? message.reactions : [])).filter(({ emoji }) => emoji === '🎉');
      expect([heard.every(({ seatId }) => seatId === null), heard.reduce((sum, { count }) => sum + count, 0)]).toEqual([true, 6]);
    });
  });
});
