import { ServerResponse } from 'node:http';
import pg from 'pg';
import { requestScope } from '../../src/platform/http/log.js';
import { openHouse, type House } from './house.js';

/** What the server did for each request: its statements, in order, and where among them it answered. */
const work = new Map<string, string[]>();
const note = (what: string): void => {
  const id = requestScope.getStore()?.requestId;
  if (id) work.set(id, [...(work.get(id) ?? []), what]);
};

describe('whether an address is known', () => {
  let house: House;
  let slug: string;
  const { query } = pg.Client.prototype;
  const { end } = ServerResponse.prototype;
  beforeAll(async () => {
    pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
      const [first] = given as [string | { text?: string; name?: string }];
      note(typeof first === 'string' ? first : (first.name ?? first.text ?? '?'));
      return (query as (...all: unknown[]) => unknown).apply(this, given);
    } as typeof query;
    ServerResponse.prototype.end = function (this: ServerResponse, ...given: unknown[]) {
      note('answered');
      return (end as (...all: unknown[]) => unknown).apply(this, given) as ServerResponse;
    } as typeof end;
    house = await openHouse('enumeration');
    const ada = await house.organizer('Ada');
    ({ slug } = await house.schedule(ada, { registration: { fields: [] } }));
    await house.register(slug, 'known@example.org');
  }, 120_000);
  afterAll(async () => {
    pg.Client.prototype.query = query;
    ServerResponse.prototype.end = end;
    await house?.close();
  });

  const post = async (path: string, body: object) => {
    const answer = await house.http.post(path).send(body);
    const done = work.get(answer.headers['x-request-id']!) ?? [];
    const headers = Object.keys(answer.headers).sort();
    return { told: [answer.status, answer.text, headers], before: done.slice(0, done.indexOf('answered')), answered: done.includes('answered') };
  };

  it('is told neither by what asking for a sign-in link is answered, nor by what is done before the answer', async () => {
    await post('/api/identity/sign-in-link', { email: 'warm@example.org' }); // connections and statements are made once
    const [known, unknown] = [await post('/api/identity/sign-in-link', { email: 'ada@example.org' }), await post('/api/identity/sign-in-link', { email: 'nobody@example.org' })];
    expect(known.told).toEqual(unknown.told);
    expect(known.answered && unknown.answered).toBe(true);
    expect(known.before.length).toBeGreaterThan(0); // or nothing was looked at
    expect(known.before).toEqual(unknown.before);
  });

  it('is told neither by a wrong password’s answer, nor by the work for it', async () => {
    const ask = (email: string) => post('/api/identity/sign-in', { email, password: 'not this one' });
    await ask('warm@example.org');
    const [known, unknown] = [await ask('ada@example.org'), await ask('nobody@example.org')];
    expect(known.told).toEqual(unknown.told);
    expect(known.before.length).toBeGreaterThan(0);
    expect(known.before).toEqual(unknown.before);
  });

  it('is told neither by what registering is answered, nor by how much is done before: the mails are decided on after', async () => {
    const ask = (email: string) => post(`/api/public/sessions/${slug}/registrations`, { email, name: 'Somebody' });
    await ask('warm@example.org');
    const known = await ask('known@example.org');
    await house.database.query(`update registration.registration set link_asked_at = now() - interval '2 minutes'`);
    const [knownLong, unknown] = [await ask('known@example.org'), await ask('nobody@example.org')];
    expect([known.told, knownLong.told]).toEqual([unknown.told, unknown.told]);
    expect(unknown.before.length).toBeGreaterThan(2);
    for (const one of [known, knownLong]) expect(Math.abs(one.before.length - unknown.before.length)).toBeLessThanOrEqual(1);
    for (const { before } of [known, knownLong, unknown]) expect(before.filter((text) => /notification|mail/.test(text))).toEqual([]);
  });
});
