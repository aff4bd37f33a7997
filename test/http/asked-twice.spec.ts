import { draft, expectProblem, openHouse, ORIGIN, type House, type Organizer } from './house.js';

describe('a request with an Idempotency-Key', () => {
  let house: House;
  let ada: Organizer;
  let eve: Organizer;
  beforeAll(async () => {
    house = await openHouse('asked twice');
    [ada, eve] = [await house.organizer('Ada'), await house.organizer('Eve')];
  }, 120_000);
  afterAll(() => house?.close());

  let made = 0;
  const key = (): string => `key-${(made += 1)}`;
  const post = (path: string, body: object | undefined, by: Organizer, under?: string) => house.http.post(path).set({ ...house.as(by), ...(under && { 'idempotency-key': under }) }).send(body);
  const sessions = async (by: Organizer): Promise<number> => ((await house.http.get('/api/sessions').set(house.as(by))).body.items as object[]).length;

  it('is done once, however often it is asked, and answered alike to the byte', async () => {
    const [under, body, before] = [key(), draft(), await sessions(ada)];
    const first = await post('/api/sessions', body, ada, under);
    const again = await post('/api/sessions', body, ada, under);
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
    expect(['location', 'etag', 'content-type'].map((name) => again.headers[name])).toEqual(['location', 'etag', 'content-type'].map((name) => first.headers[name]));
    expect([first.headers['idempotent-replayed'], again.headers['idempotent-replayed']]).toEqual([undefined, 'true']);
    expect(await sessions(ada)).toBe(before + 1);
  });

  it('with another body, or to another address, is refused, and nothing is done', async () => {
    const under = key();
    const { body: session } = await post('/api/sessions', draft(), ada, under);
    await house.atRest();
    const before = await house.snapshot();
    expectProblem(await post('/api/sessions', { ...draft(), title: 'Another' }, ada, under), 422, 'idempotency-key-reused');
    expectProblem(await post(`/api/sessions/${session.id}/start`, undefined, ada, under), 422, 'idempotency-key-reused');
    await house.settled();
    expect(await house.snapshot()).toEqual(before);
  });

  it('is its sender’s alone: another one’s equal key is another key', async () => {
    const [under, body] = [key(), draft()];
    const [mine, theirs] = [await post('/api/sessions', body, ada, under), await post('/api/sessions', body, eve, under)];
    expect([mine.status, theirs.status, theirs.body.id === mine.body.id]).toEqual([201, 201, false]);
  });

  it('sent many times in one moment, is done once; the others are answered alike, or told to wait', async () => {
    const [under, body, before] = [key(), draft(), await sessions(ada)];
    const all = await Promise.all(Array.from({ length: 20 }, () => post('/api/sessions', body, ada, under)));
    const done = all.filter(({ status }) => status === 201);
    for (const told of all.filter(({ status }) => status !== 201)) {
      expectProblem(told, 409, 'idempotency-key-in-use');
      expect(told.headers['retry-after']).toBe('1');
    }
    expect([new Set(done.map(({ text }) => text)).size, await sessions(ada)]).toEqual([1, before + 1]);
    expect((await post('/api/sessions', body, ada, under)).text).toBe(done[0]!.text);
  });

  it('that was refused is refused alike', async () => {
    const under = key();
    const first = await post('/api/sessions', { ...draft(), wallTime: '2020-01-01T10:00' }, ada, under);
    expectProblem(first, 422, 'invalid');
    const again = await post('/api/sessions', { ...draft(), wallTime: '2020-01-01T10:00' }, ada, under);
    expect([again.status, again.headers['content-type'], again.text]).toEqual([422, first.headers['content-type'], first.text]);
  });

  it('that failed on our side is free to be asked again', async () => {
    const [under, body] = [key(), draft()];
    await house.database.query('alter table scheduling.session rename to gone');
    const failed = await post('/api/sessions', body, ada, under);
    await house.database.query('alter table scheduling.gone rename to session');
    expect(failed.status).toBeGreaterThanOrEqual(500);
    expect((await post('/api/sessions', body, ada, under)).status).toBe(201);
  });

  it('that was begun by a server which died is not done a second time by itself', async () => {
    const [under, body, before] = [key(), draft(), await sessions(ada)];
    await post('/api/sessions', body, ada, under);
    await house.database.query(`update platform.kept_answer set answer = null, began_at = now() - interval '2 minutes' where began_at = (select max(began_at) from platform.kept_answer)`);
    expectProblem(await post('/api/sessions', body, ada, under), 409, 'idempotency-key-unanswered');
    expect(await sessions(ada)).toBe(before + 1);
  });

  it('is forgotten after a day', async () => {
    const { KeptAnswers } = await import('../../src/platform/http/kept-answers.js');
    const [under, body] = [key(), draft()];
    const first = await post('/api/sessions', body, ada, under);
    await house.database.query(`update platform.kept_answer set began_at = now() - interval '25 hours'`);
    const next = await post('/api/sessions', body, ada, under);
    expect([next.status, next.body.id === first.body.id]).toEqual([201, false]);
    await house.app.get(KeptAnswers).forget();
    expect((await house.database.query('select from platform.kept_answer')).rowCount).toBe(1);
  });

  it('keeps no secret in the open, and gives the cookie that came with the answer', async () => {
    const under = key();
    const { body } = await post('/api/identity/api-keys', { name: 'a program' }, ada, under);
    expect((await post('/api/identity/api-keys', { name: 'a program' }, ada, under)).body.key).toBe(body.key);
    expect(JSON.stringify((await house.snapshot())['platform.kept_answer'])).not.toContain(body.key);
    const session = await house.schedule(ada);
    const [enter, again] = [key(), () => post(`/api/sessions/${session.id}/enter`, {}, ada, enter)];
    expect((await again()).headers['set-cookie']).toEqual((await again()).headers['set-cookie']);
  });

  it('of no sense is refused; by who may not ask, changes nothing', async () => {
    expectProblem(await post('/api/sessions', draft(), ada, 'two words'), 400, 'idempotency-key-malformed');
    expectProblem(await post('/api/sessions', draft(), ada, 'x'.repeat(256)), 400, 'idempotency-key-malformed');
    const under = key();
    expectProblem(await house.http.post('/api/sessions').set({ 'idempotency-key': under }).send(draft()), 401);
    expectProblem(await house.http.post('/api/sessions').set({ 'idempotency-key': under, cookie: ada.cookie, origin: 'http://evil.test' }).send(draft()), 403, 'cross-site');
    expect((await house.http.post('/api/sessions').set({ 'idempotency-key': under, cookie: ada.cookie, origin: ORIGIN }).send(draft())).status).toBe(201);
  });

  it('is named in the document of every POST that an organizer may ask, and of no other', async () => {
    const { paths } = (await house.http.get('/openapi.json')).body as { paths: Record<string, Record<string, { security?: object; parameters?: { name: string; in: string }[] }>> };
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, { security, parameters = [] }] of Object.entries(methods)) {
        expect([path, method, parameters.some(({ name }) => name === 'Idempotency-Key')]).toEqual([path, method, method === 'post' && security !== undefined]);
      }
    }
  });
});
