import { Socket } from '../../http/socket.js';
import { startWholeApp, type WholeApp } from '../registration/whole-app.js';

describe('a room with so many places', () => {
  let whole: WholeApp;
  let session: { id: string; slug: string };
  const sockets: Socket[] = [];

  const plan = async (changes: object) => (await whole.asOrganizer<{ id: string; slug: string; version: number; roomLimit: number | null }>('POST', '/api/sessions', {
    title: 'Pottery', theme: 'meeting', timeZone: 'UTC', durationMinutes: 60, wallTime: new Date(Date.now() + 86_400_000).toISOString().slice(0, 16), registration: null, ...changes,
  })).body;
  const join = (slug: string, more: object = {}, headers: Record<string, string> = {}) => whole.request<{ ticket: string; code: string }>('POST', '/api/join', { slug, name: 'Somebody', ...more }, headers);
  const sit = async (slug: string) => {
    const joined = await join(slug);
    expect(joined.status).toBe(200);
    const socket = await Socket.with(`http://127.0.0.1:${whole.port}`, joined.body.ticket);
    sockets.push(socket);
    return { socket, cookie: joined.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ') };
  };
  const full = { status: 409, body: { code: 'room-full' } };

  beforeAll(async () => {
    whole = await startWholeApp('full room');
    session = await plan({ roomLimit: 1 });
  }, 120_000);
  afterAll(async () => {
    for (const socket of sockets) socket.close();
    await whole?.stop();
  });

  it('takes no more of the audience; hosts come in all the same, and who is in comes back', async () => {
    const first = await sit(session.slug);
    expect(await join(session.slug)).toMatchObject(full);
    expect((await whole.asOrganizer('POST', `/api/sessions/${session.id}/enter`, {})).status).toBe(200);
    expect((await join(session.slug, {}, { cookie: first.cookie })).status).toBe(200);
    first.socket.terminate();
    expect((await join(session.slug, {}, { cookie: first.cookie })).status).toBe(200);
  });

  it('has a place again as soon as somebody leaves', async () => {
    const other = await plan({ roomLimit: 1 });
    const first = await sit(other.slug);
    expect(await join(other.slug)).toMatchObject(full);
    first.socket.say({ type: 'leave' });
    await whole.until('a place is free', async () => (await join(other.slug)).status === 200);
    expect(await join(other.slug)).toMatchObject(full);
    // Who left has given the place away.
    expect(await join(other.slug, {}, { cookie: first.cookie })).toMatchObject(full);
  });

  it('lets in as many as there are places, however many press at once', async () => {
    const other = await plan({ roomLimit: 3 });
    const answers = await Promise.all(Array.from({ length: 12 }, () => join(other.slug)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(3).fill(200), ...Array<number>(9).fill(409)]);
  });

  it('can be made larger while people wait, and has no limit unless somebody sets one', async () => {
    const other = await plan({ roomLimit: 1 });
    await sit(other.slug);
    expect(await join(other.slug)).toMatchObject(full);
    const { body } = await whole.asOrganizer<{ version: number; roomLimit: number }>('GET', `/api/sessions/${other.id}`);
    expect(body.roomLimit).toBe(1);
    expect((await whole.asOrganizer<{ roomLimit: number }>('PATCH', `/api/sessions/${other.id}`, { roomLimit: 2 }, { 'if-match': `"${body.version}"` })).body.roomLimit).toBe(2);
    await whole.until('there is one more place', async () => (await join(other.slug)).status === 200);
    expect((await plan({})).roomLimit).toBeNull();
    for (const roomLimit of [0, 1.5, '3', -1]) expect(await whole.asOrganizer('POST', '/api/sessions', { title: 'x', theme: 'meeting', timeZone: 'UTC', durationMinutes: 60, wallTime: '2035-01-01T10:00', registration: null, roomLimit })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/roomLimit' }] } });
  });

  it('is told of in the story of who found it full, once and not each time', async () => {
    const other = await plan({ roomLimit: 1, registration: { fields: [] } });
    const [ann, bob] = [await whole.register(other.slug, { email: 'ann@clay.example', name: 'Ann' }), await whole.register(other.slug, { email: 'bob@clay.example', name: 'Bob' })];
    expect((await join(other.slug, { slug: undefined, token: ann })).status).toBe(200);
    for (const _ of [1, 2, 3]) expect(await join(other.slug, { slug: undefined, token: bob })).toMatchObject(full);
    const { items } = (await whole.asOrganizer<{ items: { id: string }[] }>('GET', `/api/sessions/${other.id}/registrations?search=bob`)).body;
    const { events } = (await whole.asOrganizer<{ events: { what: string; detail: string }[] }>('GET', `/api/sessions/${other.id}/registrations/${items[0]!.id}/story`)).body;
    expect(events.filter(({ what }) => what === 'turned-away').map(({ detail }) => detail)).toEqual(['room-full']);
  });
});
