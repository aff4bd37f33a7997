import { Agent, request } from 'node:http';
import { ORIGIN, draft, openHouse, type House } from '../http/house.js';
import { casesOf, type Case, type Known } from './cases.js';
import { offSchema, operations } from './contract.js';

/** More by `FOYER_FUZZ_CASES`; another run by `FOYER_FUZZ_SEED`, which every failure names. */
const CASES = Number(process.env['FOYER_FUZZ_CASES'] ?? 20_000);
const SEED = Number(process.env['FOYER_FUZZ_SEED'] ?? Date.now() % 1_000_000_000);
const AT_ONCE = 16;

interface Answer { status: number; type: string; text: string }

describe(`whatever is sent to the API (seed ${SEED})`, () => {
  let house: House;
  let known: Known;
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const rejections: string[] = [];
  const rejected = (reason: unknown): void => void rejections.push(String(reason));
  let left: number;

  beforeAll(async () => {
    process.on('unhandledRejection', rejected);
    house = await openHouse('fuzz');
    const [ada, eve] = [await house.organizer('Ada'), await house.organizer('Eve')];
    const open = await house.schedule(ada);
    const sessions = [open, ...(await Promise.all(Array.from({ length: 6 }, () => house.schedule(ada, { registration: { fields: [{ label: 'Company', kind: 'short-text' }] } }))))];
    const tokens = await Promise.all(sessions.slice(1).map(({ slug }, one) => house.register(slug, `reg${one}@example.org`)));
    const teammate = await house.nameTeammate(ada, sessions[1]!, 'speaker');
    known = {
      ids: [...sessions.map(({ id }) => id), teammate.id, ada.userId, eve.userId],
      slugs: sessions.map(({ slug }) => slug),
      tokens: [...tokens, teammate.token],
      emails: ['ada@example.org', 'reg0@example.org'],
      // mostly the owner, or nothing but the door would be tried
      credentials: [house.as(ada), house.as(ada), house.as(ada), house.as(ada), { cookie: ada.cookie, origin: ORIGIN }, { cookie: ada.cookie, origin: 'http://evil.test' }, house.as(eve), { origin: ORIGIN }, { authorization: 'Bearer \u00ff' }, { cookie: 'foyer-organizer=%00; __proto__=x' }],
    };
  }, 120_000);
  afterAll(async () => {
    agent.destroy();
    process.off('unhandledRejection', rejected);
    await house?.close();
  });

  const send = ({ operation, path, headers, body }: Case): Promise<Answer> => new Promise((answered, failed) => {
    const bytes = body === undefined ? undefined : Buffer.from(body);
    const asked = request({ agent, host: '127.0.0.1', port: house.port, method: operation.method.toUpperCase(), path, headers: { ...headers, ...(bytes && { 'content-type': 'application/json', 'content-length': bytes.length }) } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('error', failed)
        .on('end', () => answered({ status: answer.statusCode!, type: answer.headers['content-type'] ?? '', text: Buffer.concat(parts).toString('utf8') }));
    });
    // Who sends more than is taken may find the connection closed on them, with the answer already there or not.
    asked.on('error', (error: NodeJS.ErrnoException) => (bytes && bytes.length > 256 * 1024 && /EPIPE|ECONNRESET/.test(error.code ?? '') ? answered({ status: 413, type: '', text: '' }) : failed(error)));
    asked.end(bytes);
  });

  /** What is wrong with an answer; null for a good one. */
  const wrong = ({ operation }: Case, { status, type, text }: Answer): string | null => {
    if (status >= 500) return `${status} ${text.slice(0, 300)}`;
    if (/\bat \S+ \(|node_modules|\.ts:\d|insert into "/.test(text)) return `tells of its inside: ${text.slice(0, 300)}`;
    if (status >= 400) {
      if (status === 413 && type === '') return null;
      if (!type.startsWith('application/problem+json')) return `${status} as ${type}`;
      const { errors, ...problem } = JSON.parse(text) as { type: string; code: string; status: number; title: string; detail: string; errors?: { pointer: string; code: string; detail: string }[] };
      const whole = problem.status === status && problem.type === `/problems/${problem.code}` && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(problem.code) && [problem.title, problem.detail].every((one) => typeof one === 'string' && one !== '');
      return whole && (errors ?? []).every((one) => typeof one.pointer === 'string' && typeof one.code === 'string' && typeof one.detail === 'string') ? null : `no whole problem: ${text.slice(0, 300)}`;
    }
    const documented = operation.responses[String(status)];
    if (!documented) return `${status} is not in the document`;
    if (type.startsWith('text/csv')) return documented.content?.['text/csv'] ? null : 'CSV is not in the document';
    const schema = documented.content?.['application/json']?.schema;
    if (!schema) return text === '' ? null : `says something, and the document nothing: ${text.slice(0, 100)}`;
    return type.startsWith('application/json') ? offSchema(JSON.parse(text), schema) : `as ${type}`;
  };

  it(`is answered as the document says, and never with 5xx: ${CASES} requests`, async () => {
    const each = Math.ceil(CASES / operations.length);
    // Operation by operation in turns, so that what one does meets what another expects.
    const lists = operations.map((operation, at) => casesOf(operation, known, each, SEED + at));
    const all = Array.from({ length: each }, (_, turn) => lists.map((list) => list[turn]!)).flat().slice(0, CASES);
    const findings: string[] = [];
    const statuses = new Map<number, number>();
    left = 0;
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (let one = all[left++]; one && findings.length < 20; one = all[left++]) {
        const answer = await send(one);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const finding = wrong(one, answer);
        if (finding) findings.push(`${one.operation.operationId} ${one.path} ${JSON.stringify(one.headers).slice(0, 120)} ${one.body?.slice(0, 300)}\n  → ${finding}`);
      }
    }));
    expect(findings).toEqual([]);
    expect(rejections).toEqual([]);
    expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(CASES);
    // Something got through, and something was refused in each way: it was no knocking at one door.
    for (const status of [200, 201, 202, 204, 400, 401, 404, 413, 422]) expect([status, statuses.get(status) ?? 0]).toEqual([status, expect.any(Number)]);
    expect(statuses.get(200)! + statuses.get(201)! + statuses.get(202)!).toBeGreaterThan(CASES / 50);
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  }, 600_000);

  it('and after all of it, it works as before', async () => {
    const zoe = await house.organizer('Zoe');
    const made = await house.http.post('/api/sessions').set(house.as(zoe)).send(draft());
    expect(made.status).toBe(201);
    expect((await house.http.get('/health/ready')).status).toBe(200);
  });
});
