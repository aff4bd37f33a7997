import { expectProblem, openHouse, type House, type Organizer, type SessionAnswer } from './house.js';
import { Socket } from './socket.js';

const farewell = { text: 'Thank you!\nThe slides follow.', link: { label: 'Tell us how it was', url: 'https://example.org/after' } };

describe('the organizer’s farewell', () => {
  let house: House;
  let ada: Organizer;
  beforeAll(async () => {
    house = await openHouse('http farewell');
    ada = await house.organizer('Ada');
  }, 120_000);
  afterAll(() => house?.close());

  const post = async (session: SessionAnswer, what: 'start' | 'end' | 'cancel') => {
    expect((await house.http.post(`/api/sessions/${session.id}/${what}`).set(house.as(ada))).status).toBe(200);
    await house.settled();
  };
  const resolved = async (pass: { slug: string } | { token: string }, cookie = '') => (await house.http.post('/api/join/resolve').set({ cookie }).send(pass)).body;
  const joined = (pass: { slug: string } | { token: string }) => house.http.post('/api/join').send({ ...pass, name: 'Grace' });

  it('is kept with the session, changed by an edit that names it, and left alone by any other', async () => {
    const made = await house.schedule(ada, { farewell });
    expect(made['farewell']).toEqual(farewell);
    const edit = async (body: object, version: number) => house.http.patch(`/api/sessions/${made.id}`).set({ ...house.as(ada), 'if-match': `"${version}"` }).send(body);
    expect((await edit({ title: 'Other' }, 1)).body.farewell).toEqual(farewell);
    expect((await edit({ farewell: { text: ' Bye. ' } }, 2)).body.farewell).toEqual({ text: 'Bye.', link: null });
    expectProblem(await edit({ farewell: { text: 'Bye.' } }, 3), 422, 'nothing-changed');
    expect((await edit({ farewell: null }, 3)).body.farewell).toBeNull();
  });

  it('leads nowhere but to the web, and is not endless', async () => {
    const plan = { title: 'P', wallTime: '2040-01-01T10:00', timeZone: 'UTC', durationMinutes: 60, theme: 'meeting', registration: null };
    const refused = (wrong: object) => house.http.post('/api/sessions').set(house.as(ada)).send({ ...plan, farewell: wrong });
    expectProblem(await refused({ text: '', link: { label: 'There', url: 'javascript:alert(1)' } }), 422, 'invalid', ['/farewell/link/url']);
    expectProblem(await refused({ text: '', link: { label: '', url: 'https://example.org' } }), 422, 'invalid', ['/farewell/link/label']);
    expectProblem(await refused({ text: 'x'.repeat(2_001) }), 422, 'invalid', ['/farewell/text']);
    expectProblem(await refused({ link: farewell.link }), 422, 'invalid', ['/farewell/text']);
  });

  it('is told to everyone inside at the end, in the frame that ends it, and again to whoever asks', async () => {
    const session = await house.schedule(ada, { farewell });
    const inside = await joined({ slug: session.slug });
    await post(session, 'start');
    const socket = await Socket.with(house.address, inside.body.ticket);
    expect(socket.state.session).not.toHaveProperty('farewell');
    await post(session, 'end');
    expect(await socket.hears('closed')).toMatchObject({ status: 'ended', farewell });
    socket.say({ type: 'sync' });
    expect((await socket.hears('state', ({ you }) => you.place === 'closed')).session.farewell).toEqual(farewell);
    socket.close();
  });

  it('is there for who opens their link afterwards, and for nobody without one', async () => {
    const session = await house.schedule(ada, { farewell, registration: { fields: [] } });
    const token = await house.register(session.slug, 'grace@example.org');
    expect((await resolved({ token })).farewell).toBeNull();
    expect(JSON.stringify((await house.http.get(`/api/public/sessions/${session.slug}`)).body)).not.toContain('slides');
    await post(session, 'start');
    expect((await resolved({ token })).farewell).toBeNull();
    await post(session, 'end');
    expect(await resolved({ token })).toMatchObject({ entry: 'closed', farewell });
    expect(await resolved({ slug: session.slug })).toMatchObject({ entry: 'closed', farewell: null });
  });

  it('is there for who leaves while it goes on', async () => {
    const session = await house.schedule(ada, { farewell, registration: { fields: [] } });
    const token = await house.register(session.slug, 'early@example.org');
    await post(session, 'start');
    const socket = await Socket.with(house.address, (await joined({ token })).body.ticket);
    expect((await resolved({ token })).farewell).toBeNull();
    expect(await socket.ask({ type: 'leave' })).toBe('done');
    expect((await resolved({ token })).farewell).toEqual(farewell);
    socket.close();
  });

  it('is written anew once it is over, for whoever is still connected or opens the link; nothing else is, and no mail goes out', async () => {
    const session = await house.schedule(ada, { farewell, registration: { fields: [] } });
    const token = await house.register(session.slug, 'slides@example.org');
    await post(session, 'start');
    const socket = await Socket.with(house.address, (await joined({ token })).body.ticket);
    await post(session, 'end');
    await socket.hears('closed');
    const mails = async () => (await house.database.query('select count(*)::int from notification.delivery where session_id = $1', [session.id])).rows[0].count as number;
    const before = await mails();
    const { body: { version } } = await house.http.get(`/api/sessions/${session.id}`).set(house.as(ada));
    const edit = (body: object) => house.http.patch(`/api/sessions/${session.id}`).set({ ...house.as(ada), 'if-match': `"${version}"` }).send(body);
    expectProblem(await edit({ title: 'Other' }), 409, 'session-over');
    expectProblem(await edit({ registration: { fields: [], capacity: 3 }, farewell: null }), 409, 'session-over');
    const slides = { text: 'The slides are here.', link: { label: 'Slides', url: 'https://example.org/slides' } };
    expect((await edit({ farewell: slides })).body).toMatchObject({ farewell: slides, status: 'ended' });
    expect(await socket.hears('closed', (closed) => closed.farewell?.text === slides.text)).toMatchObject({ status: 'ended', farewell: slides });
    await house.settled();
    expect(await resolved({ token })).toMatchObject({ entry: 'closed', farewell: slides });
    expect(await mails()).toBe(before);
    socket.close();
  });

  it('is not said where a session was called off', async () => {
    const session = await house.schedule(ada, { farewell });
    const socket = await Socket.with(house.address, (await joined({ slug: session.slug })).body.ticket);
    await post(session, 'cancel');
    expect(await socket.hears('closed')).not.toHaveProperty('farewell');
    expect((await resolved({ slug: session.slug })).farewell).toBeNull();
    socket.close();
  });
});
