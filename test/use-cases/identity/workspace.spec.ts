import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import { startInbox, type TestInbox } from '../../support/inbox.js';
import { startPostgres, type TestCluster } from '../../support/postgres.js';
import type { IdentityApp } from './identity-app.js';

describe('a workspace', () => {
  let postgres: TestCluster;
  let inbox: TestInbox;
  let identity: IdentityApp;
  let cookieOf: typeof import('./identity-app.js').cookieOf;
  beforeAll(async () => {
    const { startIdentity, ...more } = await import('./identity-app.js');
    ({ cookieOf } = more);
    [postgres, inbox] = await Promise.all([startPostgres(), startInbox()]);
    identity = await startIdentity(await postgres.createDatabase('workspace'), { SMTP_URL: inbox.url, RATE_LIMIT_FACTOR: '100' });
  }, 120_000);
  afterAll(async () => {
    await identity?.stop();
    await inbox?.stop();
    await postgres?.stop();
  });

  const own = (cookie: string) => ({ cookie, origin: 'http://foyer.test' });
  const ask = (method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, cookie: string, body?: object) => identity.http[method](`/api/identity/${path}`).set(own(cookie)).send(body);
  const accept = (token: string, body: object = {}, cookie?: string) =>
    identity.http.post('/api/identity/invitations/accept').set(cookie ? own(cookie) : {}).send({ token, ...body });
  const meOf = async (cookie: string) => (await ask('get', 'me', cookie)).body as { userId: string; email: string; workspaceId: string; workspaceName: string; role: string; addressConfirmed: boolean; code?: string };
  const mailedTo = async (address: string, count = 1): Promise<string> => {
    const seen: string[] = [];
    await inbox.waitFor((mail) => {
      const token = mail.to.some((to) => to.toLowerCase() === address.toLowerCase()) && /sign-in#join=([\w.-]+)/.exec(mail.text.replace(/=\r\n/g, '').replace(/=3D/g, '='))?.[1];
      if (token && !seen.includes(token)) seen.push(token);
      return seen.length >= count;
    });
    return seen.at(-1)!;
  };
  let people = 0;
  const newcomer = async (name = 'Ada') => {
    const person = { name, email: `person${(people += 1)}@example.org`, password: 'analytical engine' };
    const cookie = cookieOf(await identity.http.post('/api/identity/sign-up').send(person));
    return { ...person, cookie, ...(await meOf(cookie)) };
  };
  const stranger = (): string => `stranger${(people += 1)}@example.org`;
  const invited = async (owner: { cookie: string }, email: string, role = 'host'): Promise<string> => {
    expect((await ask('post', 'invitations', owner.cookie, { email, role })).status).toBe(201);
    return mailedTo(email);
  };

  it('is joined by whoever got the invitation, who needs no account before it', async () => {
    const [ada, address] = [await newcomer(), stranger()];
    const token = await invited(ada, address);
    expect((await identity.http.post('/api/identity/invitations/look').send({ token })).body).toEqual({ workspaceName: 'Ada', invitedBy: 'Ada', email: address, role: 'host', hasAccount: false });
    expect((await accept(token)).body.errors[0].pointer).toBe('/name');
    const joined = await accept(token, { name: 'Grace', password: 'nanoseconds of wire' });
    expect(joined.body).toMatchObject({ email: address, workspaceId: ada.workspaceId, role: 'host', addressConfirmed: true });
    expect(await meOf(cookieOf(joined))).toMatchObject({ email: address, workspaceId: ada.workspaceId });
    expect((await ask('get', 'members', ada.cookie)).body.items.map(({ name, role }: { name: string; role: string }) => [name, role])).toEqual([['Ada', 'owner'], ['Grace', 'host']]);
    expect((await ask('get', 'invitations', ada.cookie)).body.items).toEqual([]);
    expect((await accept(token, { name: 'Mallory', password: 'nanoseconds of wire' })).body.code).toBe('dead-invitation');
  });

  it('is joined by an account that exists, signed in as itself, and both workspaces stay open to it', async () => {
    const [ada, grace, mallory] = [await newcomer(), await newcomer('Grace'), await newcomer('Mallory')];
    const token = await invited(ada, grace.email.toUpperCase(), 'owner');
    for (const cookie of [undefined, mallory.cookie]) expect((await accept(token, {}, cookie)).body.code).toBe('sign-in-first');
    expect((await accept(token, {}, grace.cookie)).body).toMatchObject({ workspaceId: ada.workspaceId, role: 'owner' });
    expect(await meOf(grace.cookie)).toMatchObject({ workspaceId: ada.workspaceId });
    expect((await ask('get', 'workspaces', grace.cookie)).body.items).toEqual([
      { workspaceId: ada.workspaceId, name: 'Ada', role: 'owner', current: true },
      { workspaceId: grace.workspaceId, name: 'Grace', role: 'owner', current: false },
    ]);
    expect((await ask('put', 'workspace', grace.cookie, { workspaceId: grace.workspaceId })).body).toMatchObject({ workspaceId: grace.workspaceId });
    expect((await meOf(grace.cookie)).workspaceId).toBe(grace.workspaceId);
    expect((await ask('put', 'workspace', mallory.cookie, { workspaceId: ada.workspaceId })).status).toBe(404);
  });

  it('lets one in for each invitation, however often its button is pressed', async () => {
    const [ada, address] = [await newcomer(), stranger()];
    const token = await invited(ada, address);
    const answers = await Promise.all(Array.from({ length: 4 }, () => accept(token, { name: 'Grace', password: 'nanoseconds of wire' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410]);
    expect((await ask('get', 'members', ada.cookie)).body.items).toHaveLength(2);
  });

  it('takes an invitation back, and a second one replaces the first', async () => {
    const [ada, address] = [await newcomer(), stranger()];
    const first = await invited(ada, address);
    await ask('post', 'invitations', ada.cookie, { email: address, role: 'owner' });
    const second = await mailedTo(address, 2);
    expect((await accept(first, { name: 'Grace', password: 'nanoseconds of wire' })).status).toBe(410);
    const [open, ...more] = (await ask('get', 'invitations', ada.cookie)).body.items as { id: string; role: string }[];
    expect([open!.role, more]).toEqual(['owner', []]);
    expect((await ask('delete', `invitations/${open!.id}`, ada.cookie)).status).toBe(204);
    expect((await identity.http.post('/api/identity/invitations/look').send({ token: second })).status).toBe(410);
    expect((await ask('delete', `invitations/${open!.id}`, ada.cookie)).status).toBe(404);
    // the id, which owners see, is not what the mailbox got
    expect((await accept(`${open!.id}.${'x'.repeat(43)}`)).status).toBe(410);
    expect((await ask('post', 'invitations', ada.cookie, { email: ada.email, role: 'host' })).body.errors[0].code).toBe('member-already');
  });

  it('keeps an owner, even where two unseat each other at once', async () => {
    const [ada, grace] = [await newcomer(), await newcomer('Grace')];
    expect((await ask('patch', `members/${ada.userId}`, ada.cookie, { role: 'host' })).body.code).toBe('last-owner');
    expect((await ask('delete', `members/${ada.userId}`, ada.cookie)).body.code).toBe('last-owner');
    await accept(await invited(ada, grace.email, 'owner'), {}, grace.cookie);
    const answers = await Promise.all([ask('patch', `members/${grace.userId}`, ada.cookie, { role: 'host' }), ask('patch', `members/${ada.userId}`, grace.cookie, { role: 'host' })]);
    expect(answers.map(({ status }) => status).filter((status) => status === 204)).toHaveLength(1);
    const members = (await ask('get', 'members', ada.cookie)).body.items as { role: string }[];
    expect(members.map(({ role }) => role).sort()).toEqual(['host', 'owner']);
  });

  it('is left by a host, who may do nothing to others, and who has a workspace of their own then', async () => {
    const [ada, address] = [await newcomer(), stranger()];
    const joined = await accept(await invited(ada, address), { name: 'Grace', password: 'nanoseconds of wire' });
    const grace = { cookie: cookieOf(joined), ...(joined.body as { userId: string }) };
    const key = (await ask('post', 'api-keys', grace.cookie, { name: 'hers' })).body.key as string;
    expect((await ask('delete', `members/${ada.userId}`, grace.cookie)).body.code).toBe('owners-only');
    expect((await ask('patch', 'workspace', grace.cookie, { name: 'Mine' })).body.code).toBe('owners-only');
    expect((await ask('delete', `members/${grace.userId}`, grace.cookie)).status).toBe(204);
    const after = await meOf(grace.cookie);
    expect(after).toMatchObject({ workspaceName: 'Grace', role: 'owner' });
    expect(after.workspaceId).not.toBe(ada.workspaceId);
    expect((await identity.http.get('/api/identity/me').set({ authorization: `Bearer ${key}` })).status).toBe(401);
  });

  it('is renamed by an owner', async () => {
    const ada = await newcomer();
    expect((await ask('patch', 'workspace', ada.cookie, { name: '  Analytical society  ' })).status).toBe(204);
    expect((await meOf(ada.cookie)).workspaceName).toBe('Analytical society');
    expect((await ask('patch', 'workspace', ada.cookie, { name: ' ' })).status).toBe(422);
  });
});
