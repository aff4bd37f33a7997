import type { ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { IncomingHttpHeaders } from 'node:http';
import type { Configuration } from '../platform/config/configuration.js';
import type { KeptAnswers } from '../platform/http/kept-answers.js';
import { NotFromOtherSites, OrganizerOnly, originOf } from './organizer-only.js';
import { By, type Organizers, type Principal } from './principal.js';
import { principalIn } from './seat.js';

const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE'];
const LOOKING = ['GET', 'HEAD', 'OPTIONS'];
const publicUrl = 'https://foyer.example/somewhere';
const configuration = { publicUrl } as Configuration;
const same = { 'sec-fetch-site': 'same-origin' };
const seat = { userId: 'ada', name: 'Ada', email: 'ada@example.org', workspaceId: 'w', workspaceName: 'Clay', memberRole: 'owner', addressConfirmed: true, newcomer: false };

const asking = (method: string, headers: IncomingHttpHeaders = {}) => {
  const request: { method: string; headers: IncomingHttpHeaders; principal?: Principal } = { method, headers };
  return { request, context: { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext };
};

describe('where a request comes from', () => {
  it.each<[IncomingHttpHeaders, string]>([
    [{ 'sec-fetch-site': 'same-origin' }, 'same'],
    [{ 'sec-fetch-site': 'same-site' }, 'other'],
    [{ 'sec-fetch-site': 'cross-site' }, 'other'],
    [{ 'sec-fetch-site': 'none' }, 'other'],
    [{ origin: 'https://foyer.example' }, 'same'],
    [{ origin: 'http://foyer.example' }, 'other'],
    [{ origin: 'https://foyer.example.evil.test' }, 'other'],
    [{ origin: 'null' }, 'other'],
    [{}, 'unsaid'],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://foyer.example' }, 'other'],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.test' }, 'same'],
  ])('%j is %s', (headers, origin) => {
    expect(originOf(headers, publicUrl)).toBe(origin);
  });
});

describe('what is for organizers only', () => {
  const claims: string[] = [];
  const kept = { claim: (_: unknown, whom: string) => Promise.resolve(void claims.push(whom)) } as unknown as KeptAnswers;
  const ask = (principal: Principal | null, method: string, headers: IncomingHttpHeaders = {}) => {
    const { request, context } = asking(method, headers);
    const organizers = { principalOf: (asked: IncomingHttpHeaders) => Promise.resolve(asked === headers ? principal : null) } as Organizers;
    return { letIn: new OrganizerOnly(organizers, configuration, kept).canActivate(context), request };
  };
  const enter = async (...asked: Parameters<typeof ask>) => {
    const { letIn, request } = ask(...asked);
    return { letIn: await letIn.catch(({ code, status }: { code: string; status: number }) => `${status} ${code}`), request };
  };
  const refusals = async (principal: Principal | null, methods: string[], headers?: IncomingHttpHeaders) => new Set(await Promise.all(methods.map(async (method) => (await enter(principal, method, headers)).letIn)));
  beforeEach(() => claims.splice(0));

  it('is shut to whoever is nobody, before anything is written down', async () => {
    expect(await refusals(null, [...CHANGING, ...LOOKING], same)).toEqual(new Set(['401 signed-out']));
    expect(claims).toEqual([]);
  });

  it('lets a cookie look from anywhere, and change from our own pages alone', async () => {
    const ada = principalIn(seat, 'cookie');
    expect(await refusals(ada, LOOKING, { 'sec-fetch-site': 'cross-site' })).toEqual(new Set([true]));
    expect(await refusals(ada, CHANGING, same)).toEqual(new Set([true]));
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.test' }, {}]) expect(await refusals(ada, CHANGING, headers)).toEqual(new Set(['403 cross-site']));
  });

  it('lets a key change what it may, wherever it is asked from', async () => {
    expect(await refusals(principalIn(seat, 'api-key'), [...CHANGING, ...LOOKING], { origin: 'https://evil.test' })).toEqual(new Set([true]));
  });

  it('lets a key that may only look do no more', async () => {
    const looking = principalIn({ ...seat, scope: 'read' }, 'api-key');
    expect([await refusals(looking, LOOKING), await refusals(looking, CHANGING)]).toEqual([new Set([true]), new Set(['403 read-only-key'])]);
    expect(claims).toHaveLength(LOOKING.length); // a change that is refused is kept for nobody
  });

  it('tells people, too, what they can do about it', async () => {
    await expect(ask(null, 'GET').letIn).rejects.toMatchObject({ sentence: expect.stringContaining('Sign in') as string });
    await expect(ask(principalIn(seat, 'cookie'), 'POST').letIn).rejects.toMatchObject({ sentence: expect.stringContaining('page of this site') as string });
    await expect(ask(principalIn({ ...seat, scope: 'read' }, 'api-key'), 'POST').letIn).rejects.toMatchObject({ sentence: expect.stringContaining('one that may write') as string });
  });

  it('hands on who asks, and keeps their answers apart from those of others', async () => {
    const ada = principalIn(seat, 'api-key');
    const { request } = await enter(ada, 'POST');
    expect(request.principal).toBe(ada);
    expect(claims).toEqual(['w\nada']);
    expect((await enter(null, 'POST')).request.principal).toBeUndefined();
  });
});

describe('the organizer that a method is handed', () => {
  class Pages {
    mine(@By() by: Principal) {
      return by;
    }
  }
  type Handed = { factory: (data: unknown, context: ExecutionContext) => Principal };
  const [{ factory }] = Object.values(Reflect.getMetadata(ROUTE_ARGS_METADATA, Pages, 'mine') as Record<string, Handed>) as [Handed];

  it('is the one whom the guard let in', () => {
    const { request, context } = asking('GET');
    request.principal = principalIn(seat, 'cookie');
    expect(factory(undefined, context)).toBe(request.principal);
  });

  it('is nobody’s where no guard has looked: the route fails, and says what it lacks', () => {
    expect(() => factory(undefined, asking('GET').context)).toThrow('OrganizerOnly');
  });
});

describe('what other sites’ pages may not ask', () => {
  const enter = (method: string, headers: IncomingHttpHeaders) => {
    try {
      return new NotFromOtherSites(configuration).canActivate(asking(method, headers).context);
    } catch (error) {
      return `${(error as { status: number }).status} ${(error as { code: string }).code}`;
    }
  };

  it('is asked by our own and by programs; and looking is free to all', () => {
    for (const method of CHANGING) expect([enter(method, same), enter(method, {}), enter(method, { 'sec-fetch-site': 'cross-site' })]).toEqual([true, true, '403 cross-site']);
    for (const method of LOOKING) expect(enter(method, { 'sec-fetch-site': 'cross-site' })).toBe(true);
  });
});

describe('somebody’s place in a workspace', () => {
  it('is the owner’s or a host’s, whatever other names the library has for it', () => {
    expect(['owner', 'admin', 'member', 'host', ''].map((memberRole) => principalIn({ ...seat, memberRole }, 'cookie').role)).toEqual(['owner', 'host', 'host', 'host', 'host']);
  });

  it('may change what it may unless the key says otherwise', () => {
    expect(principalIn(seat, 'cookie')).toEqual({ kind: 'organizer', userId: 'ada', name: 'Ada', email: 'ada@example.org', workspaceId: 'w', workspaceName: 'Clay', addressConfirmed: true, newcomer: false, scope: 'write', role: 'owner', via: 'cookie' });
    expect(principalIn({ ...seat, scope: 'read' }, 'api-key')).toMatchObject({ scope: 'read', via: 'api-key' });
  });
});
