import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import { WebSocket } from 'ws';
import { startWholeApp, type Problem, type WholeApp } from '../use-cases/registration/whole-app.js';

const ACTS = ['read', 'change', 'withdraw', 'send-again', 'export', 'erase'];

describe('the page from every mail, over HTTP', () => {
  let whole: WholeApp;
  let people = 0;
  beforeAll(async () => { whole = await startWholeApp('self service http'); }, 60_000);
  afterAll(() => whole.stop());

  const someone = async (inMinutes = 24 * 60): Promise<{ token: string; email: string; session: { id: string; slug: string } }> => {
    const session = await whole.schedule([], inMinutes);
    const email = `otto${++people}@door.example`;
    return { session, email, token: await whole.register(session.slug, { email, name: 'Otto Door' }) };
  };

  it('is the same for every token, and opening it changes nothing', async () => {
    const { token } = await someone();
    await whole.settled();
    const before = await whole.database.query('select * from registration.registration order by id');
    const [own, none] = [await whole.request<string>('GET', `/me/${token}`), await whole.request<string>('GET', `/me/${'x'.repeat(27)}`)];
    expect(own.body).toBe(none.body);
    expect(own.body).not.toContain(token);
    expect(own.headers.get('cache-control')).toBe('no-store');
    expect(own.headers.get('referrer-policy')).toBe('no-referrer');
    expect(own.headers.getSetCookie()).toEqual([]);
    expect((await whole.database.query('select * from registration.registration order by id')).rows).toEqual(before.rows);
  });

  it('does nothing by GET, nor by a token in the address', async () => {
    const { token } = await someone();
    for (const act of ACTS) {
      expect((await whole.request('GET', `/api/registrant/${act}?token=${token}`)).status).toBe(404);
      expect((await whole.request('POST', `/api/registrant/${act}?token=${token}`, {})).status).toBe(422);
    }
    expect((await whole.request('POST', '/api/registrant/read', { token })).status).toBe(200);
  });

  it('is no form that another site could send', async () => {
    const { token } = await someone();
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const answer = await fetch(`http://127.0.0.1:${whole.port}/api/registrant/erase`, { method: 'POST', headers: { 'content-type': type }, body: `token=${token}` });
      expect(answer.status).toBe(415);
    }
    expect((await whole.request('POST', '/api/registrant/read', { token })).status).toBe(200);
  });

  it('honours no cookie and gives none: the token alone says who asks', async () => {
    const { token, session } = await someone();
    expect((await whole.asOrganizer('POST', '/api/registrant/read', { token: 'x'.repeat(27) })).status).toBe(404);
    const joined = await whole.request('POST', '/api/join', { token, name: 'Otto' });
    const cookie = joined.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    expect((await whole.request('POST', '/api/registrant/withdraw', { slug: session.slug }, { cookie })).status).toBe(422);
    expect((await whole.request('POST', '/api/registrant/read', { token }, { cookie })).headers.getSetCookie()).toEqual([]);
  });

  it.each([
    [{}], [{ token: null }], [{ token: 7 }], [{ token: ['x'] }], [{ token: 'x'.repeat(101) }], [{ token: 'x', more: 1 }],
  ])('answers %j as a problem', async (body) => {
    for (const act of ACTS) {
      const { status, headers } = await whole.request('POST', `/api/registrant/${act}`, body);
      expect([act, status, headers.get('content-type')]).toEqual([act, 422, expect.stringContaining('application/problem+json')]);
    }
  });

  it.each([
    [{ name: null }, '/name'], [{ name: 'a\u0000b' }, '/name'], [{ name: '\ud800' }, '/name'], [{ name: 'x'.repeat(101) }, '/name'], [{ answers: [] }, '/answers'], [{ answers: null }, '/answers'],
    [{ answers: { 'a/b': 'x' } }, '/answers/a~1b'], [{ timeZone: '+02:00' }, '/timeZone'], [{ locale: 'x'.repeat(36) }, '/locale'], [{ email: 'other@door.example' }, '/email'],
  ])('refuses the change %j where the mistake is', async (wish, pointer) => {
    const { token } = await someone();
    const { status, body } = await whole.request<Problem>('POST', '/api/registrant/change', { token, ...wish });
    expect([status, body.errors?.map((one) => one.pointer)]).toEqual([422, [pointer]]);
  });

  it('shows out who is in, and neither ticket nor cookie nor link brings them back', async () => {
    const { token, session } = await someone(5);
    const joined = await whole.request<{ ticket: string }>('POST', '/api/join', { token, name: 'Otto' });
    const cookie = joined.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    const socket = new WebSocket(`ws://127.0.0.1:${whole.port}/ws`);
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    const greeted = new Promise<{ type: string; you: { place: string } }>((resolve) => socket.once('message', (frame: Buffer) => resolve(JSON.parse(frame.toString()))));
    await new Promise((open) => socket.on('open', open));
    socket.send(JSON.stringify({ type: 'hello', ticket: joined.body.ticket }));
    expect(await greeted).toBeDefined();
    const { body: { ticket } } = await whole.request<{ ticket: string }>('POST', '/api/join/return', { slug: session.slug }, { cookie });

    await whole.request('POST', '/api/registrant/withdraw', { token });
    expect(await closed).toBe(4403);
    await whole.until('nobody present', async () => (await whole.database.query('select 1 from conferencing.seat where session_id = $1 and not present and has_left', [session.id])).rowCount);
    expect((await whole.request('POST', '/api/join/return', { slug: session.slug }, { cookie })).status).toBe(401);
    expect((await whole.request('POST', '/api/join', { slug: session.slug, name: 'Otto' }, { cookie })).body).toMatchObject({ code: 'registration-needed' });
    expect((await whole.request('POST', '/api/join', { token, name: 'Otto' }, { cookie })).body).toMatchObject({ code: 'link-not-found' });
    const again = new WebSocket(`ws://127.0.0.1:${whole.port}/ws`);
    const refused = new Promise<number>((resolve) => again.on('close', resolve));
    again.on('open', () => again.send(JSON.stringify({ type: 'hello', ticket })));
    expect(await refused).toBe(4401);
  });

  it('shows out who is erased, and takes the name from those who see the room', async () => {
    const { token, session } = await someone(5);
    await whole.request('POST', '/api/join', { token, name: 'Otto Himself' });
    await whole.request('POST', '/api/registrant/erase', { token });
    await whole.settled();
    expect((await whole.database.query('select name, has_left from conferencing.seat where session_id = $1', [session.id])).rows).toEqual([{ name: '', has_left: true }]);
  });
});

describe('the page from every mail, asked too often', () => {
  it('answers when it may be asked again', async () => {
    const whole = await startWholeApp('self service often', { RATE_LIMIT_FACTOR: '0.5' });
    try {
      const session = await whole.schedule([]);
      const token = await whole.register(session.slug, { email: 'often@door.example', name: 'Often' });
      const answers = [];
      for (let n = 0; n < 5; n++) answers.push(await whole.request<Problem>('POST', '/api/registrant/send-again', { token }));
      expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 429, 429]);
      expect(answers[4]!.body.code).toBe('too-many');
      expect(Number(answers[4]!.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await whole.database.query(`select 1 from platform.rate_limit where key like '%' || $1 || '%'`, [token])).rowCount).toBe(0);
    } finally {
      await whole.stop();
    }
  }, 120_000);
});
