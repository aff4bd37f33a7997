import { Socket } from '../../http/socket.js';
import { startWholeApp, tokenIn, type WholeApp } from './whole-app.js';

interface Seated { seatId: string; ticket: string }

/** Bob and Eve share a browser, as two people at one desk do; a host bans Bob. */
describe('a registrant whom a host has banned', () => {
  let whole: WholeApp;
  let session: { id: string; slug: string };
  let browser = '';
  let [bob, eve] = ['', ''];
  let [bobs, eves]: Socket[] = [];
  let host: Socket;

  const join = async (body: object) => {
    const answer = await whole.request<Seated & { code: string }>('POST', '/api/join', { name: 'Somebody', ...body }, browser ? { cookie: browser } : {});
    browser ||= answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    return answer;
  };
  const resolved = async (body: object) => (await whole.request('POST', '/api/join/resolve', body, { cookie: browser })).body as unknown as { entry: string; shownOut: string | null; seatId: string | null };
  const seated = ({ ticket }: Seated) => Socket.with(`http://127.0.0.1:${whole.port}`, ticket);
  const mailsTo = (email: string) => whole.inbox.messages.filter((mail) => mail.to.includes(email));

  beforeAll(async () => {
    whole = await startWholeApp('barred', { UPDATE_HOLD_SECONDS: '0' });
    session = await whole.schedule([]);
    bob = await whole.register(session.slug, { email: 'bob@clay.example', name: 'Bob' });
    eve = await whole.register(session.slug, { email: 'eve@clay.example', name: 'Eve' });
    const seats = [(await join({ token: bob })).body, (await join({ token: eve })).body] as const;
    [bobs, eves] = [await seated(seats[0]), await seated(seats[1])];
    host = await seated((await whole.asOrganizer<Seated>('POST', `/api/sessions/${session.id}/enter`, {})).body);
    expect(await host.ask({ type: 'ban', seatId: seats[0].seatId })).toBe('done');
    await whole.settled();
  }, 120_000);
  afterAll(async () => {
    for (const socket of [bobs, eves, host]) socket?.close();
    await whole.stop();
  });

  it('is out, and nobody else: who shares the browser stays, and comes back', async () => {
    expect(await bobs!.closed).toBe(4403);
    expect(await eves!.ask({ type: 'devices', microphone: false, camera: false })).toBe('done');
    expect((await join({ token: eve })).status).toBe(200);
    expect(await resolved({ token: eve })).toMatchObject({ entry: 'pre-join', shownOut: null });
    // By the address alone this browser is hers now, though Bob may have sat down last.
    expect(await resolved({ slug: session.slug })).toMatchObject({ entry: 'pre-join', shownOut: null });
  });

  it('finds the link shut, from this browser and from any other', async () => {
    expect(await join({ token: bob, moveHere: true })).toMatchObject({ status: 403, body: { code: 'banned' } });
    expect(await whole.request('POST', '/api/join', { token: bob, name: 'Bob', moveHere: true })).toMatchObject({ status: 403, body: { code: 'banned' } });
    expect(await resolved({ token: bob })).toMatchObject({ entry: 'banned', shownOut: 'banned' });
  });

  it('may see what is held of them, and change nothing', async () => {
    expect((await whole.request('POST', '/api/registrant/read', { token: bob })).body).toMatchObject({ registration: { status: 'barred' }, changeable: false });
    for (const what of ['withdraw', 'change', 'send-again']) expect([what, (await whole.request('POST', `/api/registrant/${what}`, { token: bob })).status]).toEqual([what, 403]);
  });

  it('registers again and sees the dialog that everybody sees, and no mail comes', async () => {
    // As if all of it were long ago: no limit of time keeps the mail back, only the ban.
    await whole.database.query(`update registration.registration set link_asked_at = now() - interval '1 hour'`);
    await whole.database.query(`update notification.delivery set sent_at = now() - interval '1 hour', created_at = now() - interval '2 hours'`);
    const again = (email: string) => whole.request('POST', `/api/public/sessions/${session.slug}/registrations`, { email, name: 'Again', answers: {} });
    const [barred, known] = [await again('BOB@clay.example'), await again('eve@clay.example')];
    expect([barred.status, barred.body]).toEqual([known.status, known.body]);
    await whole.inbox.waitFor((mail) => mail.to.includes('eve@clay.example') && mail !== mailsTo('eve@clay.example')[0] && tokenIn(mail) === eve);
    await whole.settled();
    expect(mailsTo('bob@clay.example')).toHaveLength(1);
  });

  it('hears nothing of a new time', async () => {
    const { body } = await whole.asOrganizer<{ version: number; when: { wallTime: string } }>('GET', `/api/sessions/${session.id}`);
    const wallTime = new Date(Date.parse(`${body.when.wallTime}Z`) + 3_600_000).toISOString().slice(0, 16);
    const moved = await whole.asOrganizer('PATCH', `/api/sessions/${session.id}`, { wallTime }, { 'if-match': `"${body.version}"` });
    expect(moved.status).toBe(200);
    const before = mailsTo('eve@clay.example').length;
    await whole.until('Eve is told', async () => mailsTo('eve@clay.example').length > before);
    await whole.settled();
    expect(mailsTo('bob@clay.example')).toHaveLength(1);
  });
});
