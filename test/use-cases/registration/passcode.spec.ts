import { startWholeApp, tokenIn, type Problem, type WholeApp } from './whole-app.js';

/** A limit that can be reached: everything here comes from one address. */
describe('a session that asks for a passcode', () => {
  let whole: WholeApp;
  let workshop: { id: string; slug: string };
  let openHouse: { id: string; slug: string };

  const plan = async (changes: object) => (await whole.asOrganizer<{ id: string; slug: string; version: number; passcode: boolean }>('POST', '/api/sessions', {
    title: 'Pottery', theme: 'meeting', timeZone: 'UTC', durationMinutes: 60, wallTime: new Date(Date.now() + 86_400_000).toISOString().slice(0, 16), ...changes,
  })).body;
  const register = (slug: string, email: string, more: object = {}) => whole.request<Problem>('POST', `/api/public/sessions/${slug}/registrations`, { email, name: 'Nora', answers: {}, ...more });
  const join = (more: object, headers: Record<string, string> = {}) => whole.request<Problem>('POST', '/api/join', { slug: openHouse.slug, name: 'Nora', ...more }, headers);
  const wrong = { status: 403, body: { code: 'wrong-passcode', errors: [{ pointer: '/passcode', code: 'wrong-passcode' }] } };
  const needed = { status: 403, body: { code: 'passcode-needed', errors: [{ pointer: '/passcode', code: 'passcode-needed' }] } };

  beforeAll(async () => {
    whole = await startWholeApp('passcode', { RATE_LIMIT_FACTOR: '1' });
    workshop = await plan({ registration: { fields: [] }, passcode: 'kiln fire' });
    openHouse = await plan({ registration: null, passcode: 'ｋｉｌｎ２６' });
  }, 120_000);
  afterAll(() => whole?.stop());

  it('tells everybody that it does, and nobody what it is', async () => {
    const own = await whole.asOrganizer<{ passcode: boolean }>('GET', `/api/sessions/${workshop.id}`);
    const open = await whole.request<{ passcode: boolean }>('GET', `/api/public/sessions/${workshop.slug}`);
    expect([own.body.passcode, open.body.passcode]).toEqual([true, true]);
    await whole.settled();
    const { rows } = await whole.database.query(`select (select string_agg(session::text, '') from scheduling.session) || coalesce((select string_agg(data::text, '') from pgboss.job), '') as all`);
    expect((rows[0] as { all: string }).all).not.toMatch(/kiln fire|kiln26/);
  });

  it('takes the registration of who knows it, and of nobody else, whether their address is known or not', async () => {
    expect(await register(workshop.slug, 'nora@clay.example')).toMatchObject(needed);
    expect(await register(workshop.slug, 'nora@clay.example', { passcode: 'kiln  fire' })).toMatchObject(wrong);
    expect((await register(workshop.slug, 'nora@clay.example', { passcode: ' kiln fire ' })).status).toBe(202);
    expect(await register(workshop.slug, 'nora@clay.example', { passcode: 'other' })).toMatchObject(wrong);
    const mail = await whole.inbox.waitFor((one) => one.to.includes('nora@clay.example') && tokenIn(one) !== '');
    // A link of one's own is enough.
    expect(await whole.request('POST', '/api/join/resolve', { token: tokenIn(mail) })).toMatchObject({ status: 200, body: { passcode: false, entry: 'pre-join' } });
    expect((await whole.request('POST', '/api/join', { token: tokenIn(mail), name: 'Nora' })).status).toBe(200);
  });

  it('is asked on the page, without script, too', async () => {
    const page = await whole.request<string>('GET', `/s/${workshop.slug}`);
    expect(page.body).toMatch(/name="passcode"/);
    const sent = await fetch(`http://127.0.0.1:${whole.port}/s/${workshop.slug}`, { method: 'POST', body: new URLSearchParams({ email: 'form@clay.example', name: 'Form', passcode: 'kiln water', locale: 'de' }) });
    expect([sent.status, await sent.text()]).toEqual([403, expect.stringContaining('Das ist nicht das Kennwort dieser Veranstaltung.')]);
    const right = await fetch(`http://127.0.0.1:${whole.port}/s/${workshop.slug}`, { method: 'POST', body: new URLSearchParams({ email: 'form@clay.example', name: 'Form', passcode: 'kiln fire' }) });
    expect(right.status).toBe(202);
  });

  it('lets a guest in who knows it, once for their seat; who is its host needs none', async () => {
    expect(await whole.request('POST', '/api/join/resolve', { slug: openHouse.slug })).toMatchObject({ body: { passcode: true, entry: 'pre-join' } });
    expect(await join({})).toMatchObject(needed);
    expect(await join({ passcode: 'kiln27' })).toMatchObject(wrong);
    const seated = await join({ passcode: 'kiln26' });
    expect(seated.status).toBe(200);
    const cookie = seated.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    expect(await whole.request('POST', '/api/join/resolve', { slug: openHouse.slug }, { cookie })).toMatchObject({ body: { passcode: false } });
    expect((await join({}, { cookie })).status).toBe(200);
    expect((await whole.asOrganizer('POST', `/api/sessions/${openHouse.id}/enter`, {})).status).toBe(200);
  });

  it('is another one, or asks for none, once the organizer says so', async () => {
    const session = await plan({ registration: { fields: [] }, passcode: 'first one' });
    const edit = async (changes: object) => {
      const { body } = await whole.asOrganizer<{ version: number }>('GET', `/api/sessions/${session.id}`);
      const edited = await whole.asOrganizer<{ passcode: boolean }>('PATCH', `/api/sessions/${session.id}`, changes, { 'if-match': `"${body.version}"` });
      await whole.settled();
      return edited;
    };
    expect((await edit({ title: 'Glazing' })).body.passcode).toBe(true);
    await edit({ passcode: 'second one' });
    expect(await register(session.slug, 'a@clay.example', { passcode: 'first one' })).toMatchObject(wrong);
    expect((await register(session.slug, 'a@clay.example', { passcode: 'second one' })).status).toBe(202);
    const copy = await whole.asOrganizer<{ passcode: boolean }>('POST', `/api/sessions/${session.id}/duplicate`, { wallTime: '2035-01-01T10:00' });
    expect([copy.status, copy.body.passcode]).toEqual([201, true]);
    expect((await edit({ passcode: null })).body.passcode).toBe(false);
    expect((await register(session.slug, 'b@clay.example')).status).toBe(202);
    for (const passcode of ['short', 'x'.repeat(65), ' padded', 7]) expect(await edit({ passcode })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/passcode' }] } });
  });

  it('is not to be guessed: after twenty wrong ones nobody from there gets in for a while, be it with the right one', async () => {
    const session = await plan({ registration: { fields: [] }, passcode: 'twenty-one' });
    const tries: number[] = [];
    for (let n = 0; n < 21; n += 1) tries.push((await register(session.slug, 'guess@clay.example', { passcode: `twenty-${n + 30}` })).status);
    expect(tries).toEqual([...Array<number>(20).fill(403), 429]);
    expect(await register(session.slug, 'guess@clay.example', { passcode: 'twenty-one' })).toMatchObject({ status: 429, body: { code: 'too-many' } });
    expect((await register(workshop.slug, 'elsewhere@clay.example', { passcode: 'kiln fire' })).status).toBe(202);
  });
});
