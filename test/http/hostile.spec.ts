import { request as rawRequest } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { draft, expectProblem, openHouse, type House, type Organizer, type SessionAnswer } from './house.js';

interface Documented { method: string; path: string; hasBody: boolean }
const { paths } = JSON.parse(readFileSync(join(import.meta.dirname, '../../client/openapi.json'), 'utf8')) as { paths: Record<string, Record<string, { requestBody?: object }>> };
const operations: Documented[] = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { requestBody }]) => ({ method, path, hasBody: requestBody !== undefined })));

/** Ten thousand people and their answers are one file, and so is a picture. */
const takesFiles = /\/(registrations\/import|picture)$/;

describe('whatever is sent', () => {
  let house: House;
  let ada: Organizer;
  let session: SessionAnswer;
  let token: string;
  beforeAll(async () => {
    house = await openHouse('http hostile');
    ada = await house.organizer('Ada');
    session = await house.schedule(ada, { registration: { fields: [{ label: 'Company', kind: 'short-text' }] } });
    token = await house.register(session.slug, 'grace@example.org');
  }, 120_000);
  afterAll(() => house?.close());

  const url = (path: string) => path.replace('{id}', session.id).replace('{slug}', session.slug);
  const send = (method: string, path: string, body: string | Buffer, type = 'application/json') =>
    house.http[method as 'post'](url(path)).set({ ...house.as(ada), 'content-type': type, 'if-match': '"1"' }).serialize((sent) => sent as unknown as string).send(body as string);
  const bodied = operations.filter(({ hasBody }) => hasBody);

  describe.each(bodied.map(({ method, path }) => [`${method} ${path}`, method, path] as const))('%s', (_, method, path) => {
    it.each<[string, string]>([
      ['no JSON', '{"a":'],
      ['a list', '[]'],
      ['a number', '7'],
      ['a prototype', '{"__proto__": {"admin": true}, "name": "x"}'],
      ['a constructor’s prototype', '{"constructor": {"prototype": {"admin": true}}}'],
      ['NUL', '{"title": "a\\u0000b", "name": "a\\u0000b", "email": "a\\u0000b", "token": "a\\u0000b", "slug": "a\\u0000b", "answers": {"a\\u0000": "b"}}'],
      ['half a surrogate pair', '{"title": "a\\ud800b", "name": "a\\ud800", "email": "\\udc00@b.org", "token": "\\ud800", "slug": "\\ud800"}'],
      ['wrong types', '{"title": [], "name": {}, "email": 1, "token": [], "slug": {}, "password": [], "wallTime": 5, "timeZone": {}, "durationMinutes": [], "registration": 7, "theme": null, "answers": [], "minutesBefore": {}}'],
      ['nested without end', `{"answers": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
      ['numbers out of all bounds', '{"durationMinutes": 1e309, "minutesBefore": [1e309], "name": -1e400}'],
    ])('%s is its sender’s mistake', async (_name, body) => {
      const answer = await send(method, path, body);
      expectProblem(answer, answer.status);
      expect([400, 401, 404, 422]).toContain(answer.status);
      expect(({} as { admin?: unknown }).admin).toBeUndefined();
    });

    it('too much is 413, as a problem', async () => {
      expectProblem(await send(method, path, JSON.stringify({ name: 'x'.repeat(takesFiles.test(path) ? 5 * 1024 * 1024 : 300 * 1024) })), 413);
    });

    it('anything but JSON is 415, as a problem', async () => {
      for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/json-seq']) expectProblem(await send(method, path, 'name=x', type), 415);
    });
  });

  it('one text that cannot be stored is named where it stands, however deep', async () => {
    const answer = await send('post', '/api/sessions', JSON.stringify({ ...draft(), registration: { fields: [{ label: 'A', kind: 'choice', options: ['ok', 'a\u0000'] }] } }));
    expectProblem(answer, 422, 'invalid', ['/registration/fields/0/options/1']);
  });

  it('text that can be stored comes back as it was sent', async () => {
    for (const title of ['Ærø 🎨 会議', '<script>alert(1)</script>', `'; drop table scheduling.session; --`, '{{7*7}} ${7*7} %s', '\u202Ereversed', 'a\\b"c']) {
      const made = await send('post', '/api/sessions', JSON.stringify({ ...draft(), title }));
      expect([made.status, made.body.title]).toEqual([201, title]);
      const page = await house.http.get(`/s/${made.body.slug}`);
      expect([page.status, page.text.includes('<script>alert(1)')]).toEqual([200, false]);
    }
  });

  it.each(['/api/public/sessions/%00', '/s/%00', '/room/%00', '/api/sessions/%00', '/s/%E0%A4%A', '/assets/..%2f..%2fpackage.json', '/assets/../package.json', '/assets/%2e%2e/%2e%2e/package.json', `/s/${'a'.repeat(5_000)}`, '/api/public/sessions/%F0%9F%8E%A8', '/api/sessions?state[]=ready', '/api/sessions?state=ready&state=live', '/api/nothing', '//evil.test/', '/api/sessions/%2e%2e/%2e%2e'])('the address %s leads nowhere, quietly', async (path) => {
    const status = await new Promise<number>((answered, failed) => {
      const asked = rawRequest({ port: house.port, host: '127.0.0.1', path, headers: house.as(ada) }, (answer) => {
        answer.resume();
        answered(answer.statusCode!);
      });
      asked.on('error', failed).end();
    });
    expect([200, 400, 404, 414, 422]).toContain(status);
    expect(status === 200 && !path.startsWith('/room/') ? path : 'refused').toBe('refused');
  });

  it.each(['HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s changes nothing and breaks nothing', async (method) => {
    const statuses = await Promise.all(operations.map(({ path }) => new Promise<number>((answered, failed) => {
      rawRequest({ port: house.port, host: '127.0.0.1', path: url(path), method, headers: house.as(ada) }, (answer) => answered((answer.resume(), answer.statusCode!))).on('error', failed).end();
    })));
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
  });

  it('headers of any kind break nothing', async () => {
    for (const headers of [{ 'if-match': '"'.repeat(1_000) }, { authorization: 'Bearer ' }, { authorization: `Bearer ${'x'.repeat(8_000)}` }, { cookie: ';;;==;foyer-organizer=%00; __proto__=x' }, { cookie: `foyer-seat-${session.id.slice(0, 8)}=${'y'.repeat(3_000)}` }, { 'accept-language': '\u00ff\u00fe' }, { 'content-type': 'application/json; charset=utf-7' }, { 'x-forwarded-for': '1.2.3.4, evil' }, { 'if-none-match': '*' }] as Record<string, string>[]) {
      for (const [method, path] of [['get', '/api/sessions'], ['post', '/api/join/resolve'], ['get', `/s/${session.slug}`], ['post', '/api/join/return']] as const) {
        const answer = await house.http[method](path).set(headers).send(method === 'post' ? `{"slug":"${session.slug}"}` : undefined);

        expect(answer.status).toBeLessThan(500);
      }
    }
  });

  describe('every answer', () => {
    const places = () => ['/', '/sign-in', '/desk', '/desk/new', `/s/${session.slug}`, '/s/nowhere', `/room/${session.slug}`, `/j/${token}`, '/docs', '/openapi.json', '/health/live', '/health/ready', '/api/sessions', `/api/public/sessions/${session.slug}`, '/nowhere', '/assets/nowhere.js'];

    it('tells no referrer, is not sniffed, not framed, not read by other sites', async () => {
      for (const path of places()) {
        const { headers } = await house.http.get(path);
        expect([path, headers['referrer-policy'], headers['x-content-type-options'], headers['x-frame-options'], headers['cross-origin-opener-policy'], headers['cross-origin-resource-policy'], headers['access-control-allow-origin'], headers['x-powered-by'], headers['server']]).toEqual(
          [path, 'no-referrer', 'nosniff', 'DENY', 'same-origin', 'same-origin', undefined, undefined, undefined],
        );
      }
    });

    it('that is a page runs scripts of this site alone, and nothing inline', async () => {
      for (const path of places()) {
        const { headers, text } = await house.http.get(path).set('accept', 'text/html');
        if (!headers['content-type']?.startsWith('text/html')) continue;
        const policy = Object.fromEntries(headers['content-security-policy']!.split('; ').map((rule) => [rule.split(' ')[0]!, rule.split(' ').slice(1).join(' ')]));
        expect([path, policy['default-src'], policy['script-src'], policy['frame-ancestors'], policy['base-uri'], policy['form-action']]).toEqual([path, `'none'`, `'self'`, `'none'`, `'none'`, `'self'`]);
        expect(policy['style-src']).not.toContain('unsafe-inline');
        expect([...text.matchAll(/<script(?![^>]*(?:src=|application\/ld\+json))[^>]*>/g)].map(([tag]) => [path, tag])).toEqual([]);
        expect([path, /\son\w+=/i.exec(text.replace(/<style[\s\S]*?<\/style>/g, ''))?.[0]]).toEqual([path, undefined]);
      }
    });

    it('about people is kept by nobody on the way', async () => {
      for (const path of ['/api/sessions', `/api/sessions/${session.id}/registrations`, '/api/identity/me', `/j/${token}`, '/desk', '/room/x']) {
        expect([path, (await house.http.get(path).set(house.as(ada))).headers['cache-control']]).toEqual([path, 'no-store']);
      }
    });
  });

  it('asking changes nothing: every GET, with and without being somebody, and every link a mail scanner would open', async () => {
    await house.atRest();
    const before = await house.snapshot();
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['scheduling.session', 'registration.registration', 'conferencing.seat', 'notification.delivery', 'identity.session', 'pgboss.job']));
    const gets = [...operations.filter(({ method }) => method === 'get').map(({ path }) => url(path)), '/', '/sign-in', '/desk', `/s/${session.slug}`, `/room/${session.slug}`, `/j/${token}`, '/docs', '/openapi.json', '/health/ready', '/me', '/reminders-off/x'];
    for (const path of gets) {
      for (const headers of [{}, house.as(ada), { cookie: ada.cookie }] as Record<string, string>[]) {
        expect((await house.http.get(path).set(headers)).status).toBeLessThan(500);
        await house.http.head(path).set(headers);
      }
    }
    for (const body of [{ token }, { slug: session.slug }, { token: 'x'.repeat(27) }]) await house.http.post('/api/join/resolve').send(body);
    await house.settled();
    expect(await house.snapshot()).toEqual(before);
  });
});
