import { createHash } from 'node:crypto';
import { lookOf } from '../../client/look.js';
import { cookiesOf, draft, expectProblem, openHouse, type House, type Organizer, type SessionAnswer } from './house.js';

const QUESTIONS = [
  { label: 'Company', kind: 'short-text', required: true },
  { label: 'Colour', kind: 'choice', options: ['Red', 'Green'] },
  { label: 'Days', kind: 'choices', options: ['Mon', 'Tue', 'Wed'] },
  { label: 'House rules', kind: 'checkbox', required: true },
];

describe('a session’s public face', () => {
  let house: House;
  let ada: Organizer;
  let session: SessionAnswer;
  beforeAll(async () => {
    house = await openHouse('http public');
    ada = await house.organizer('Ada');
    session = await house.schedule(ada, { registration: { fields: QUESTIONS } });
  }, 120_000);
  afterAll(() => house?.close());

  const register = (body: object, slug = session.slug) => house.http.post(`/api/public/sessions/${slug}/registrations`).send(body);
  const good = (email: string) => ({ email, name: 'Grace', answers: { company: 'Navy', 'house-rules': true }, timeZone: 'America/New_York', locale: 'en-US' });
  const rows = async (email: string) => (await house.database.query('select * from registration.registration where email_key = $1', [email.toLowerCase()])).rows;

  it('tells programs what anybody may know, and no more', async () => {
    const answer = await house.http.get(`/api/public/sessions/${session.slug}`);
    expect([answer.status, Object.keys(answer.body).sort()]).toEqual([200, ['accent', 'description', 'hostName', 'id', 'passcode', 'phase', 'picture', 'registration', 'slug', 'status', 'theme', 'title', 'when']]);
    expect(answer.body.registration).toMatchObject({ open: true, fields: [{ key: 'company' }, { key: 'colour' }, { key: 'days' }, { key: 'house-rules' }] });
    expect(answer.text).not.toMatch(/ada@example\.org|workspace|token/i);
    expectProblem(await house.http.get('/api/public/sessions/nowhere'), 404, 'session-not-found');
  });

  describe('in the workspace’s colours', () => {
    const choose = (accent: unknown) => house.http.put('/api/identity/workspace/look').set(house.as(ada)).send({ accent });
    const page = () => house.http.get(`/s/${session.slug}`).set('accept', 'text/html');
    afterAll(() => choose(null));

    it('wears them at once, in a style that the page’s policy names by its hash', async () => {
      expect((await page()).text.match(/<style>/g)).toHaveLength(1);
      expect((await choose('#7a1f5c')).status).toBe(204);
      const { text, headers } = await page();
      const [own, look] = [...text.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style]) => style);
      expect(look).toContain(lookOf('#7a1f5c').night.accent);
      for (const style of [own!, look!]) expect(headers['content-security-policy']).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
      expect(/style-src ([^;]*)/.exec(headers['content-security-policy']!)![1]).not.toContain('unsafe');
      expect((await house.http.get(`/api/public/sessions/${session.slug}`)).body.accent).toBe('#7a1f5c');
      expect((await house.http.post('/api/join/resolve').send({ slug: session.slug })).body.session.accent).toBe('#7a1f5c');
    });

    it('has another tag then: nobody keeps the page in the former ones', async () => {
      const { etag } = (await page()).headers;
      await choose('#0b57c2');
      expect((await page().set('if-none-match', etag!)).status).toBe(200);
    });

    it('goes back to the house’s own', async () => {
      expect((await choose(null)).status).toBe(204);
      expect((await page()).text.match(/<style>/g)).toHaveLength(1);
      expect((await house.http.get('/api/identity/workspace/look').set(house.as(ada))).body).toEqual({ accent: null });
    });

    it.each([['red'], ['#FFFFFF'], ['#fff'], ['#12345g'], ['url(//evil.test)'], [7], [{}], ['#123456;}']])('takes a colour and nothing else: %j', async (accent) => {
      expectProblem(await choose(accent), 422, 'invalid', ['/accent']);
    });
  });

  describe('registering by program', () => {
    it('is accepted, and the answer tells nothing of the link', async () => {
      const answer = await register(good('grace@example.org'));
      expect([answer.status, answer.body, answer.headers['set-cookie']]).toEqual([202, { outcome: 'check-your-email', standing: 'confirmed' }, undefined]);
      expect(await rows('grace@example.org')).toMatchObject([{ name: 'Grace', answers: { company: 'Navy', 'house-rules': true }, time_zone: 'America/New_York', locale: 'en-US', status: 'confirmed' }]);
    });

    it('twice, in other letters, is answered the same and is one registration', async () => {
      await register(good('twice@example.org'));
      const again = await register({ ...good('TWICE@example.org'), name: 'Somebody else' });
      expect([again.status, again.body]).toEqual([202, { outcome: 'check-your-email', standing: 'confirmed' }]);
      expect((await rows('twice@example.org')).map(({ email, name }) => [email, name])).toEqual([['twice@example.org', 'Grace']]);
    });

    it('honours no cookie: what an organizer is signed in as plays no part', async () => {
      const answer = await register(good('cookie@example.org')).set({ cookie: ada.cookie, origin: 'http://elsewhere.test' });
      expect(answer.status).toBe(202);
    });

    it('names every mistake where it stands', async () => {
      expectProblem(await register({ email: 'grace', name: ' ', answers: { colour: 'Blue', days: ['Sun'], shoes: 42 } }), 422, 'invalid', ['/email', '/name', '/answers/company', '/answers/colour', '/answers/days', '/answers/house-rules', '/answers/shoes']);
      expectProblem(await register({ name: 'x' }), 422, 'invalid', ['/email']);
      expectProblem(await register({ ...good('x@example.org'), answers: 'none' }), 422, 'invalid', ['/answers']);
      expectProblem(await register({ ...good('x@example.org'), admin: true }), 422, 'invalid', ['/admin']);
      expect(await rows('x@example.org')).toEqual([]);
    });

    it('is refused where there is no session, no registration page, or it is over', async () => {
      const open = await house.schedule(ada);
      const over = await house.schedule(ada, { registration: { fields: [] } });
      await house.http.post(`/api/sessions/${over.id}/cancel`).set(house.as(ada));
      await house.settled();
      expectProblem(await register(good('x@example.org'), 'nowhere'), 404, 'session-not-found');
      expectProblem(await register(good('x@example.org'), open.slug), 404, 'registration-page-not-found');
      expectProblem(await register({ email: 'x@example.org', name: 'X' }, over.slug), 409, 'registration-closed');
      expect((await house.http.get(`/api/public/sessions/${over.slug}`)).body).toMatchObject({ phase: 'cancelled', registration: { open: false } });
    });

    it('is refused once the hour has come that the organizer set, and the page says so', async () => {
      const hour = await house.schedule(ada, { timeZone: 'Europe/Berlin', registration: { fields: [], closing: { wallTime: '2035-06-30T18:00' } } });
      const open = await house.http.get(`/api/public/sessions/${hour.slug}`);
      expect(open.body.registration).toEqual({ fields: [], open: true, approval: false, closesAt: '2035-06-30T16:00:00.000Z' });
      expect((await house.http.get(`/s/${hour.slug}?lang=en`)).text).toMatch(/Registration is open until <time[^>]*>30 Jun 2035, 18:00<\/time>, Europe\/Berlin \(GMT\+2\)/);
      const edited = await house.http.patch(`/api/sessions/${hour.id}`).set({ ...house.as(ada), 'if-match': '"1"' }).send({ registration: { fields: [], closing: { wallTime: '2024-06-30T18:00' } } });
      expect(edited.status).toBe(200);
      await house.settled();
      expectProblem(await register({ email: 'late@example.org', name: 'Late' }, hour.slug), 409, 'registration-hour-passed');
      expect((await house.http.get(`/api/public/sessions/${hour.slug}`)).body).toMatchObject({ phase: 'upcoming', registration: { open: false } });
      const page = await house.http.get(`/s/${hour.slug}?lang=de`);
      expect(page.text).toContain('Die Anmeldung ist geschlossen');
      expect(page.text).not.toContain('<form id="register"');
    });

    it('works at once, before anybody has heard of the new session', async () => {
      const made = await house.http.post('/api/sessions').set(house.as(ada)).send({ ...draft(), registration: { fields: [] } });
      await house.database.query('delete from registration.session where session_id = $1', [made.body.id]);
      expect((await register({ email: 'first@example.org', name: 'First' }, made.body.slug)).status).toBe(202);
      await house.settled();
    });

    it('asks questions named like what every object has', async () => {
      const odd = await house.schedule(ada, { registration: { fields: ['constructor', 'toString', 'hasOwnProperty', 'valueOf'].map((label) => ({ label, kind: 'short-text', required: label === 'constructor' })) } });
      const keys = (odd['registration'] as { fields: { key: string }[] }).fields.map(({ key }) => key);
      expectProblem(await register({ email: 'odd@example.org', name: 'Odd', answers: {} }, odd.slug), 422, 'invalid', [`/answers/${keys[0]}`]);
      expect((await register({ email: 'odd@example.org', name: 'Odd', answers: Object.fromEntries(keys.map((key) => [key, 'built'])) }, odd.slug)).status).toBe(202);
      expect((await rows('odd@example.org'))[0].answers).toEqual(Object.fromEntries(keys.map((key) => [key, 'built'])));
    });
  });

  describe('its page, without script', () => {
    const send = (fields: [string, string][], slug = session.slug) => house.http.post(`/s/${slug}`).type('form').send(new URLSearchParams(fields).toString());
    const typed: [string, string][] = [['email', 'hedy@example.org'], ['name', 'Hedy <b>Lamarr</b>'], ['answers.company', 'MGM "Studios"'], ['answers.colour', 'Green'], ['answers.days', 'Mon'], ['answers.days', 'Wed'], ['answers.house-rules', 'on']];

    it('shows the form, and may be kept until the session changes', async () => {
      const page = await house.http.get(`/s/${session.slug}`);
      expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(page.text).toContain('name="answers.company"');
      expect((await house.http.get(`/s/${session.slug}`).set('if-none-match', page.headers['etag']!)).status).toBe(304);
    });

    it('registers by the form alone, and says so on a page', async () => {
      const page = await send(typed);
      expect([page.status, page.headers['content-type'], page.headers['cache-control'], page.headers['set-cookie']]).toEqual([202, 'text/html; charset=utf-8', 'no-store', undefined]);
      expect(page.text).toContain('Check your e-mail');
      expect((await rows('hedy@example.org'))[0]).toMatchObject({ name: 'Hedy <b>Lamarr</b>', answers: { company: 'MGM "Studios"', colour: 'Green', days: ['Mon', 'Wed'], 'house-rules': true } });
    });

    it('shows a mistake beside its field and keeps everything that was typed', async () => {
      const page = await send(typed.filter(([name]) => name !== 'answers.house-rules').map(([name, value]) => [name, name === 'email' ? 'hedy@' : value]));
      expect([page.status, page.headers['content-type']]).toEqual([422, 'text/html; charset=utf-8']);
      expect(page.text).toContain('value="hedy@"');
      expect(page.text).toContain('value="Hedy &lt;b>Lamarr&lt;/b>"');
      expect(page.text).toContain('value="MGM &quot;Studios&quot;"');
      expect(page.text).not.toContain('<b>Lamarr');
      expect(page.text).toMatch(/<input[^>]*name="email"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="email"/);
      expect(page.text).toMatch(/That does not look like an e-mail address/);
      expect(page.text).toMatch(/Please tick this to go on/);
      for (const chosen of ['Green', 'Mon', 'Wed']) expect(page.text).toMatch(new RegExp(`<(input|option)(?=[^>]*value="${chosen}")(?=[^>]*(checked|selected))[^>]*>`));
      expect(page.text).not.toMatch(/<(input|option)(?=[^>]*value="Tue")(?=[^>]*(checked|selected))[^>]*>/);
    });

    it('tells in words of whom a question is asked, and leaves out what was answered without being asked', async () => {
      const asking = await house.schedule(ada, { registration: { fields: [
        { key: 'diet', label: 'Diet', kind: 'choice', options: ['None', 'Other'] },
        { key: 'which', label: 'Which one?', kind: 'short-text', required: true, when: { key: 'diet', is: 'Other' } },
        { label: 'I agree', help: 'To https://example.org/rules.', kind: 'checkbox', required: true },
      ] } });
      const page = await house.http.get(`/s/${asking.slug}`);
      expect(page.text).toContain('Only if “Other” is your answer to “Diet”.');
      expect(page.text).toMatch(/<a href="https:\/\/example\.org\/rules" rel="[^"]*noopener/);
      expect(page.text).not.toMatch(/<input(?=[^>]*name="answers.which")(?=[^>]*\srequired)[^>]*>/);
      const form = (more: [string, string][]) => send([['email', 'diet@example.org'], ['name', 'Ada'], ['answers.i-agree', 'on'], ...more], asking.slug);
      const missing = await form([['answers.diet', 'Other'], ['answers.which', '']]);
      expect([missing.status, /class="field asked" data-pointer="\/answers\/which"/.test(missing.text)]).toEqual([422, true]);
      expect((await form([['answers.diet', 'None'], ['answers.which', 'Nuts']])).status).toBe(202);
      expect((await rows('diet@example.org'))[0].answers).toEqual({ diet: 'None', 'i-agree': true });
    });

    it('says what is too long where it stands', async () => {
      const long = 'x'.repeat(1_200);
      const page = await send([['email', 'long@example.org'], ['name', long], ['answers.company', 'c'], ['answers.house-rules', 'on']]);
      expect([page.status, page.text.includes(long)]).toEqual([422, true]);
      expect(page.text).toMatch(/href="#[^"]*name[^"]*"/);
    });

    it('takes nothing but its own fields, and no body at all is only a form left empty', async () => {
      expect((await send([['email', 'p@example.org'], ['name', 'P'], ['__proto__', 'x']])).status).toBe(400);
      const page = await send([['email', 'proto@example.org'], ['name', 'P'], ['answers.__proto__', 'x'], ['answers.constructor', 'y'], ['answers.company', 'c'], ['answers.house-rules', 'on']]);
      expect([page.status, ({} as { x?: unknown }).x]).toEqual([202, undefined]);
      expect((await send([])).status).toBe(422);
      expect((await house.http.post(`/s/${session.slug}`)).status).toBe(422);
    });

    it('is a page also where there is no such session, or it is over', async () => {
      const over = await house.schedule(ada, { title: '<script>alert(1)</script>', registration: { fields: [] } });
      await house.http.post(`/api/sessions/${over.id}/cancel`).set(house.as(ada));
      await house.settled();
      const pages = [await house.http.get('/s/nowhere'), await send(typed, 'nowhere'), await house.http.get(`/s/${over.slug}`), await send([['email', 'l@example.org'], ['name', 'L']], over.slug)];
      expect(pages.map(({ status, headers }) => [status, headers['content-type']])).toEqual([404, 404, 200, 409].map((status) => [status, 'text/html; charset=utf-8']));
      for (const { text } of pages) expect(text).not.toContain('<script>alert');
    });
  });

  it('nobody who is not asked for gives a cookie away', async () => {
    for (const path of [`/s/${session.slug}`, `/api/public/sessions/${session.slug}`, '/', '/desk', '/sign-in', `/room/${session.slug}`, '/j/some-token']) expect(cookiesOf(await house.http.get(path))).toBe('');
  });
});
