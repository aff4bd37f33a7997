import fc from 'fast-check';
import type { ServerMessage } from '../../client/protocol.js';
import { openHouse, type House, type Organizer, type SessionAnswer } from '../http/house.js';
import { Socket } from '../http/socket.js';

const SEED = Number(process.env['FOYER_FUZZ_SEED'] ?? Date.now() % 1_000_000_000);
const SOCKETS = Math.ceil(Number(process.env['FOYER_FUZZ_FRAMES'] ?? 3_000) / 50);
/** A socket may send sixty at once. */
const FRAMES_EACH = 50;
const CLOSES = [1000, 1003, 1007, 1009, 4401, 4403, 4409, 4429];

/** Every name that a message of the protocol has, so that a value of the wrong kind stands where one of the right kind should. */
const NAMES = ['ticket', 'microphone', 'camera', 'sdp', 'direction', 'candidates', 'done', 'since', 'before', 'message', 'to', 'text', 'seatId', 'question', 'anonymous', 'vote', 'status', 'poll', 'options', 'multiple', 'shared', 'choices', 'emoji', 'kind', 'silenced', 'held', 'accept', 'locked', 'search'];

describe(`whatever is sent over the socket (seed ${SEED})`, () => {
  let house: House;
  let ada: Organizer;
  let session: SessionAnswer;
  const complaints: string[] = [];
  beforeAll(async () => {
    house = await openHouse('fuzzed frames');
    const { Logger } = await import('@nestjs/common');
    Logger.overrideLogger({ log: () => undefined, warn: () => undefined, error: (...words: unknown[]) => void complaints.push(words.join(' ')) });
    ada = await house.organizer('Ada');
    session = await house.schedule(ada);
    await house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada));
    await house.settled();
  }, 120_000);
  afterAll(async () => {
    await new Promise((quiet) => setTimeout(quiet, 500)); // hosts are told the number of those who wait a little later
    await house?.close();
  });

  const seated = async (as: 'host' | 'attendee', name: string): Promise<Socket> => {
    const answer = as === 'host'
      ? await house.http.post(`/api/sessions/${session.id}/enter`).set(house.as(ada)).send({ moveHere: true })
      : await house.http.post('/api/join').send({ slug: session.slug, name });
    return Socket.with(house.address, answer.body.ticket as string);
  };

  it(`is answered or closed as the protocol says, and disturbs nobody: ${SOCKETS * FRAMES_EACH} frames`, async () => {
    const { MESSAGE_TYPES } = await import('../../src/conferencing/lobby-messages.js');
    const { rows } = await house.database.query<{ id: string }>('select id from conferencing.seat');
    const value = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom<unknown>(true, false, 0, 1, -1, 1e309, 'audio', 'video', 'send', 'receive', 'everyone', 'open', 'dismissed', '👏', '', 'x'.repeat(2_100), '\u0000', '\ud800', '__proto__', null, [], {}, [0], [null], ['a', 'b'], '00000000-0000-4000-8000-000000000000', ...rows.map(({ id }) => id)) },
      { weight: 2, arbitrary: fc.uuid({ version: 4 }) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
    );
    const types = MESSAGE_TYPES.filter((type) => !['end', 'leave'].includes(type)); // they end what is to be tried
    const frame = fc.oneof(
      { weight: 12, arbitrary: fc.tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...NAMES), value, { minKeys: 1, maxKeys: 8 })).map(([type, fields]) => ({ type, ...fields })) },
      { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('type', 'id', ...NAMES), value) },
    );
    const raw = fc.constantFrom<string | Buffer>('', '{', 'null', '[]', '{"type":"sync","type":"start"}', '{"type":"__proto__"}', `{"type":"say","text":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, '{"__proto__":{"type":"sync"}}', Buffer.from([0, 255]), `{"type":"publish","sdp":"${'v'.repeat(100_000)}"}`);
    const frames = fc.sample(fc.oneof({ weight: 10, arbitrary: frame }, { weight: 1, arbitrary: raw }), { numRuns: SOCKETS * FRAMES_EACH, seed: SEED });

    const calm = await seated('attendee', 'Calm');
    const findings: string[] = [];
    for (let one = 0; one < SOCKETS; one++) {
      const socket = await seated(one % 4 === 0 ? 'host' : 'attendee', `F${one}`);
      let open = true;
      let code = 0;
      void socket.closed.then((closed) => ([open, code] = [false, closed]));
      const sent = frames.slice(one * FRAMES_EACH, (one + 1) * FRAMES_EACH).map((given, at) => (typeof given === 'string' || Buffer.isBuffer(given) ? given : JSON.stringify({ ...given, ...(at % 2 === 0 && { id: `n${at}` }) })));
      for (const text of sent) if (open) socket.raw(text);
      const end = await Promise.race([socket.ask({ type: 'sync' }), socket.closed]);
      if (typeof end === 'number' && !CLOSES.includes(end)) findings.push(`closed with ${end} after ${sent.map(String).join('\n').slice(0, 2_000)}`);
      for (const told of socket.told as (ServerMessage & { code?: string; id?: string })[]) {
        if (told.type === 'refused' && (told.code === 'unexpected' || !/^[a-z0-9-]+$/.test(told.code))) findings.push(`${told.code} to ${String(sent[Number(told.id?.slice(1))])}`);
      }
      if (!open && !CLOSES.includes(code)) findings.push(`closed with ${code}`);
      socket.terminate();
      if (findings.length > 10) break;
    }
    expect(findings).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await calm.ask({ type: 'sync' })).toBe('done');
    expect(({} as { type?: unknown }).type).toBeUndefined();
    calm.terminate();
  }, 300_000);
});
