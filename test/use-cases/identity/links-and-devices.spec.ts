import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import { startInbox, type ReceivedMail, type TestInbox } from '../../support/inbox.js';
import { startPostgres, type TestCluster } from '../../support/postgres.js';
import type { IdentityApp } from './identity-app.js';

describe('an account', () => {
  let postgres: TestCluster;
  let inbox: TestInbox;
  let identity: IdentityApp;
  let cookieOf: typeof import('./identity-app.js').cookieOf;
  beforeAll(async () => {
    const { startIdentity, ...more } = await import('./identity-app.js');
    ({ cookieOf } = more);
    [postgres, inbox] = await Promise.all([startPostgres(), startInbox()]);
    identity = await startIdentity(await postgres.createDatabase('links'), { SMTP_URL: inbox.url, RATE_LIMIT_FACTOR: '100' });
  }, 120_000);
  afterAll(async () => {
    await identity?.stop();
    await inbox?.stop();
    await postgres?.stop();
  });

  const post = (path: string, body: object = {}, headers: Record<string, string> = {}) => identity.http.post(`/api/identity/${path}`).set(headers).send(body);
  const own = (cookie: string) => ({ cookie, origin: 'http://foyer.test' });
  const meOf = async (cookie: string) => (await identity.http.get('/api/identity/me').set(own(cookie))).body as { email: string; addressConfirmed: boolean; code?: string };
  const readable = ({ text }: ReceivedMail): string => text.replace(/=\r\n/g, '').replace(/=3D/g, '=');
  const mailed = async (address: string, what: 'link' | 'confirm', count = 1): Promise<string> => {
    const seen: string[] = [];
    await inbox.waitFor((mail) => {
      const token = mail.to.includes(address) && new RegExp(`http://foyer.test/sign-in#${what}=([\\w.-]+)`).exec(readable(mail))?.[1];
      if (token && !seen.includes(token)) seen.push(token);
      return seen.length >= count;
    });
    return seen.at(-1)!;
  };
  let people = 0;
  const newcomer = async () => {
    const person = { name: 'Ada', email: `ada${(people += 1)}@example.org`, password: 'analytical engine' };
    return { ...person, cookie: cookieOf(await post('sign-up', person)) };
  };

  it('is confirmed by the link that is mailed to its address, and by nothing else', async () => {
    const ada = await newcomer();
    expect((await meOf(ada.cookie)).addressConfirmed).toBe(false);
    expect((await post('confirm-address', { token: 'a.b.c' })).body.code).toBe('dead-link');
    expect((await post('confirm-address', { token: await mailed(ada.email, 'confirm') })).status).toBe(204);
    expect((await meOf(ada.cookie)).addressConfirmed).toBe(true);
    // and keeps its password
    expect((await post('sign-in', { email: ada.email, password: ada.password })).status).toBe(200);
    // asking again then mails nothing
    expect((await post('confirmation', {}, own(ada.cookie))).status).toBe(202);
  });

  it('is entered by a mailed link, once', async () => {
    const ada = await newcomer();
    await post('confirm-address', { token: await mailed(ada.email, 'confirm') });
    expect((await post('sign-in-link', { email: ada.email.toUpperCase() })).status).toBe(202);
    const token = await mailed(ada.email, 'link');
    const [first, second] = await Promise.all([post('sign-in-by-link', { token }), post('sign-in-by-link', { token })]);
    expect([first.status, second.status].sort()).toEqual([200, 410]);
    const entered = first.status === 200 ? first : second;
    expect(entered.body).toMatchObject({ email: ada.email, addressConfirmed: true });
    expect((await meOf(cookieOf(entered))).email).toBe(ada.email);
    expect((await post('sign-in', { email: ada.email, password: ada.password })).status).toBe(200);
  });

  it('whose address nobody confirmed is its mailbox’s: who enters by link ends what whoever opened it had', async () => {
    const mallory = await newcomer();
    await post('sign-in-link', { email: mallory.email });
    const entered = await post('sign-in-by-link', { token: await mailed(mallory.email, 'link') });
    expect(entered.status).toBe(200);
    expect((await meOf(mallory.cookie)).code).toBe('signed-out');
    expect((await post('sign-in', { email: mallory.email, password: mallory.password })).body.code).toBe('wrong-credentials');
    // and may set a password of their own
    const changed = await identity.http.put('/api/identity/password').set(own(cookieOf(entered))).send({ password: 'difference engine' });
    expect(changed.status).toBe(204);
    expect((await post('sign-in', { email: mallory.email, password: 'difference engine' })).status).toBe(200);
  });

  it('is not betrayed by the answer to who asks for a link, and nothing is mailed where there is none', async () => {
    const ada = await newcomer();
    const [known, unknown] = [await post('sign-in-link', { email: ada.email }), await post('sign-in-link', { email: 'nobody@example.org' })];
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    await mailed(ada.email, 'link');
    expect(inbox.messages.some(({ to }) => to.includes('nobody@example.org'))).toBe(false);
  });

  it('changes its password for who knows the old one, and every other browser is signed out', async () => {
    const ada = await newcomer();
    const elsewhere = cookieOf(await post('sign-in', { email: ada.email, password: ada.password }));
    const put = (body: object) => identity.http.put('/api/identity/password').set(own(ada.cookie)).send(body);
    expect((await put({ current: 'a guess', password: 'difference engine' })).body.errors[0]).toMatchObject({ pointer: '/current', code: 'wrong-password' });
    expect((await put({ password: 'difference engine' })).status).toBe(422);
    expect((await put({ current: ada.password, password: 'difference engine' })).status).toBe(204);
    expect([(await meOf(ada.cookie)).email, (await meOf(elsewhere)).code]).toEqual([ada.email, 'signed-out']);
    expect((await post('sign-in', { email: ada.email, password: ada.password })).status).toBe(401);
  });

  it('lists where it is signed in, and signs any of them out', async () => {
    const ada = await newcomer();
    const phone = cookieOf(await post('sign-in', { email: ada.email, password: ada.password }, { 'user-agent': 'A phone' }));
    const list = async (cookie: string) => (await identity.http.get('/api/identity/devices').set(own(cookie))).body.items as { id: string; userAgent: string; current: boolean }[];
    const devices = await list(ada.cookie);
    expect(devices.map(({ userAgent, current }) => [userAgent, current])).toEqual([['A phone', false], [expect.any(String), true]]);
    const other = await newcomer();
    expect((await identity.http.delete(`/api/identity/devices/${devices[0]!.id}`).set(own(other.cookie))).status).toBe(404);
    expect((await identity.http.delete(`/api/identity/devices/${devices[0]!.id}`).set(own(ada.cookie))).status).toBe(204);
    expect([(await meOf(phone)).code, await list(ada.cookie)]).toEqual(['signed-out', [expect.objectContaining({ current: true })]]);
  });

  it('gives programs keys that may only look, and keys that end', async () => {
    const ada = await newcomer();
    const make = async (body: object) => (await post('api-keys', body, own(ada.cookie))).body as { id: string; key: string };
    const [reader, writer] = [await make({ name: 'a dashboard', scope: 'read', days: 1 }), await make({ name: 'all' })];
    const as = ({ key }: { key: string }) => ({ authorization: `Bearer ${key}` });
    expect((await identity.http.get('/api/identity/me').set(as(reader))).status).toBe(200);
    expect((await post('api-keys', { name: 'more' }, as(reader))).body.code).toBe('read-only-key');
    expect((await post('api-keys', { name: 'more' }, as(writer))).status).toBe(201);
    const listed = (await identity.http.get('/api/identity/api-keys').set(own(ada.cookie))).body.items as object[];
    expect(listed.slice(0, 2)).toEqual([
      expect.objectContaining({ name: 'a dashboard', scope: 'read', expiresAt: expect.stringMatching(/Z$/) }),
      expect.objectContaining({ name: 'all', scope: 'write', expiresAt: null }),
    ]);
  });
});
