import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORIGIN, cookiesOf, expectProblem, openHouse, type House } from '../http/house.js';
import { OPERATIONS } from './operations.js';
import { ROLES, peopledWorld, type World } from './roles.js';

const { paths } = JSON.parse(readFileSync(join(import.meta.dirname, '../../client/openapi.json'), 'utf8')) as { paths: Record<string, Record<string, { operationId: string }>> };
const documented = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { operationId }]) => ({ path, method, operationId })));

/** Fastify prints its routes as a tree: `├── sessions (GET, POST)`. */
function routesOf(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent, part, methods] = /^((?:[│ ] {3})*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
    if (indent === undefined || part === undefined) return [];
    above.splice(indent.length / 4, above.length, part);
    return (methods ?? '').split(', ').filter(Boolean).map((method) => `${method} ${above.join('')}`);
  });
}

describe('the table of rights', () => {
  let house: House;
  let world: World;
  beforeAll(async () => {
    house = await openHouse('rights');
    world = await peopledWorld(house);
  }, 120_000);
  afterAll(() => house?.close());

  it('has a row for every operation of the document, and no other', () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual(documented.map(({ operationId }) => operationId).sort());
  });

  it('knows every route that the server answers under /api', () => {
    const known = documented.map(({ path, method }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`);
    const served = routesOf(house.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }));
    expect(served.filter((route) => route.includes(' /api/') && !route.startsWith('HEAD ')).sort()).toEqual(known.sort());
    expect(served.length).toBeGreaterThan(known.length); // the tree was read to its end
  });

  it.each(Object.keys(OPERATIONS))('%s answers each role as the table says', async (name) => {
    const { ask, answers } = OPERATIONS[name]!;
    const { path: documentedPath, method: documentedMethod } = documented.find(({ operationId }) => operationId === name)!;
    const seen: Record<string, number> = {};
    for (const role of ROLES) {
      const { method, path, body, headers } = await ask(world, role);
      expect([method, path]).toEqual([documentedMethod, expect.stringMatching(new RegExp(`^${documentedPath.replace(/\{\w+\}/g, '[^/]+')}$`))]); // the row asks what it is named after
      const answer = await house.http[method](path).set({ ...world.headers(role), ...headers }).send(body);
      seen[role] = answer.status;
      if (answer.status >= 400) expectProblem(answer, answer.status);
    }
    const asSaid = Object.fromEntries(ROLES.map((role) => [role, answers[role] === 'as-owner' ? (documentedMethod === 'get' ? answers.owner : 403) : answers[role]]));
    expect(seen).toEqual(asSaid);
  });

  it('what is another workspace’s looks to all eyes like what does not exist', async () => {
    const missing = '00000000-0000-4000-8000-000000000000';
    for (const [name, { ask, answers }] of Object.entries(OPERATIONS)) {
      const { method, path, body, headers } = await ask(world, 'otherWorkspace');
      const id = /^\/api\/(?:sessions|identity\/(?:api-keys|devices))\/([^/]+)/.exec(path)?.[1];
      if (answers.otherWorkspace !== 404 || !id) continue;
      const send = (to: string) => house.http[method](to).set({ ...world.headers('otherWorkspace'), ...headers }).send(body);
      const [foreign, nothing] = [await send(path), await send(path.replace(id, missing))];
      expect([name, foreign.status, foreign.body]).toEqual([name, nothing.status, nothing.body]);
    }
  });

  it('another site’s page may use nobody’s cookie for what changes anything', async () => {
    for (const [name, { ask }] of Object.entries(OPERATIONS)) {
      const { method, path, body, headers } = await ask(world, 'owner');
      if (method === 'get' || path.startsWith('/api/public/') || path.startsWith('/api/registrant/')) continue; // those honour no cookie
      for (const foreign of [{ origin: 'http://evil.test' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'null' }] as Record<string, string>[]) {
        const answer = await house.http[method](path).set({ ...headers, cookie: headers?.['cookie'] ?? world.owner.cookie, ...foreign }).send(body);
        expect([name, answer.status, answer.body.code]).toEqual([name, 403, 'cross-site']);
      }
    }
  });

  it('a host who signs out has lost the host’s seat at once; the seat’s cookie alone brings nobody back', async () => {
    const cookie = cookiesOf(await house.http.post('/api/identity/sign-in').send({ email: 'owner@example.org', password: 'correct horse' }));
    const { slug, id } = await house.schedule(world.owner);
    const seat = cookiesOf(await house.http.post(`/api/sessions/${id}/enter`).set({ cookie, origin: ORIGIN }).send({}));
    const back = () => house.http.post('/api/join/return').set({ cookie: `${cookie}; ${seat}`, origin: ORIGIN }).send({ slug });
    expect((await back()).status).toBe(200);
    await house.http.post('/api/identity/sign-out').set({ cookie, origin: ORIGIN });
    expectProblem(await back(), 401, 'no-seat');
  });
});
