import { randomUUID } from 'node:crypto';
import type { Schemas } from '../../../client/api.js';
import { openHouse, type House, type Organizer } from '../../http/house.js';
import { Socket } from '../../http/socket.js';

type OwnData = Schemas['OwnDataAnswer'];

describe('everything that is held about a registrant, for themselves', () => {
  let house: House;
  let ada: Organizer;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    house = await openHouse('own-data');
    ada = await house.organizer('Ada');
  }, 120_000);
  afterEach(() => sockets.splice(0).forEach((socket) => socket.close()));
  afterAll(() => house?.close());

  const taken = async (token: string): Promise<OwnData> => (await house.http.post('/api/registrant/export').send({ token })).body as OwnData;
  const sits = async (ticket: string) => {
    const socket = await Socket.with(house.address, ticket);
    sockets.push(socket);
    return socket;
  };
  const joins = async (token: string, name: string) => sits(((await house.http.post('/api/join').send({ token, name })).body as { ticket: string }).ticket);

  it('is what they gave, what they were mailed, when they came and went, and what they wrote; of others nothing', async () => {
    const session = await house.schedule(ada, { theme: 'meeting', registration: { fields: [] } });
    const [bob, cleo] = [await house.register(session.slug, 'bob@example.org'), await house.register(session.slug, 'cleo@example.org')];
    await house.settled();
    const act = (what: string) => house.http.post(`/api/sessions/${session.id}/${what}`).set(house.as(ada)).send({});
    const host = await sits(((await act('enter')).body as { ticket: string }).ticket);
    const [one, other] = [await joins(bob, 'Bobby'), await joins(cleo, 'Cleo')];
    expect((await act('start')).status).toBeLessThan(300);
    await house.settled();
    await Promise.all([one, other].map((socket) => socket.hears('opened')));
    const poll = randomUUID();
    expect(await one.ask({ type: 'say', message: randomUUID(), to: 'everyone', text: 'Hello, all' })).toBe('done');
    expect(await one.ask({ type: 'say', message: randomUUID(), to: 'direct', toSeat: other.state.you.seatId, text: 'Hello, Cleo' })).toBe('done');
    expect(await other.ask({ type: 'say', message: randomUUID(), to: 'everyone', text: 'Not of Bob' })).toBe('done');
    expect(await one.ask({ type: 'ask', question: randomUUID(), text: 'Is it dear?', anonymous: false })).toBe('done');
    expect(await host.ask({ type: 'make-poll', poll, question: 'Tea?', options: ['Yes', 'No'], multiple: false })).toBe('done');
    expect(await host.ask({ type: 'turn-poll', poll, status: 'open' })).toBe('done');
    expect(await one.ask({ type: 'cast', poll, choices: [1] })).toBe('done');

    const held = await taken(bob);
    expect(held).toMatchObject({ registration: { email: 'bob@example.org', name: 'bob' }, answers: [], erasedAfterDays: 90 });
    expect(held.events.map(({ what, mail }) => (mail ? `${mail.kind} ${mail.event}` : what)).filter((what) => !/not-reached|session-started/.test(what))).toEqual(['registered', 'confirmation queued', 'joined', 'waiting', 'entered']);
    expect(held.inTheRoom).toEqual({
      name: 'Bobby', recordingAgreedAt: null,
      chat: [{ at: expect.any(String), to: 'everyone', toPerson: null, text: 'Hello, all' }, { at: expect.any(String), to: 'direct', toPerson: 'Cleo', text: 'Hello, Cleo' }],
      questions: [{ at: expect.any(String), text: 'Is it dear?', anonymous: false, answer: null }],
      ballots: [{ poll: 'Tea?', choices: ['No'] }],
    });
    expect(JSON.stringify(held)).not.toContain('Not of Bob');

    expect((await house.http.post('/api/registrant/erase').send({ token: bob })).status).toBe(204);
    await house.settled();
    const everything = JSON.stringify(await house.snapshot());
    for (const trace of ['Hello, all', 'Is it dear?', 'Bobby', 'bob@example.org']) expect(everything).not.toContain(trace);
  }, 60_000);

  it('is their registration alone where they never came', async () => {
    const session = await house.schedule(ada, { registration: { fields: [] } });
    const held = await taken(await house.register(session.slug, 'dee@example.org'));
    expect([held.events[0]?.what, held.inTheRoom]).toEqual(['registered', null]);
  });

  it('is told to nobody without the link', async () => {
    const { status, body } = await house.http.post('/api/registrant/export').send({ token: 'x'.repeat(27) });
    expect([status, body.code]).toEqual([404, 'link-not-found']);
  });
});
