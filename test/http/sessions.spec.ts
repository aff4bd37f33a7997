import { readCsv } from '../../src/platform/http/read-csv.js';
import { draft, expectProblem, openHouse, type House, type Organizer } from './house.js';

const QUESTIONS = [{ label: 'Company', kind: 'short-text', required: true }, { label: 'Colour', kind: 'choice', options: ['Red', 'Green'] }];
const MISSING = '00000000-0000-4000-8000-000000000000';

const cursor = (place: string): string => Buffer.from(JSON.stringify([place, '00000000-0000-4000-8000-000000000000'])).toString('base64url');

describe('the sessions of an organizer, over HTTP', () => {
  let house: House;
  let ada: Organizer;
  let eve: Organizer;
  beforeAll(async () => {
    house = await openHouse('http sessions');
    [ada, eve] = [await house.organizer('Ada'), await house.organizer('Eve')];
  }, 120_000);
  afterAll(() => house?.close());

  const post = (path: string, body?: object, by = ada) => house.http.post(path).set(house.as(by)).send(body);
  const get = (path: string, by = ada) => house.http.get(path).set(house.as(by));
  const patch = (id: string, body: object, tag: string | null, by = ada) => house.http.patch(`/api/sessions/${id}`).set({ ...house.as(by), ...(tag !== null && { 'if-match': tag }) }).send(body);

  describe('scheduling', () => {
    it('answers with the whole session, where it is, and its version', async () => {
      const answer = await post('/api/sessions', { ...draft(), wallTime: '2035-07-01T15:00', timeZone: 'Europe/Berlin', registration: { fields: QUESTIONS } });
      expect(answer.status).toBe(201);
      expect([answer.headers['etag'], answer.headers['location'], answer.headers['cache-control']]).toEqual(['"1"', `/api/sessions/${answer.body.id}`, 'no-store']);
      expect(answer.body).toEqual({
        id: expect.any(String), slug: expect.stringMatching(/^pottery-/), title: 'Pottery', description: 'Bring clay.', theme: 'meeting', status: 'scheduled', phase: 'upcoming', hostName: 'Ada', picture: null,
        when: { wallTime: '2035-07-01T15:00', timeZone: 'Europe/Berlin', durationMinutes: 60, startsAt: '2035-07-01T13:00:00.000Z', endsAt: '2035-07-01T14:00:00.000Z' },
        registration: { fields: [
          { key: 'company', label: 'Company', help: '', kind: 'short-text', required: true, options: [] },
          { key: 'colour', label: 'Colour', help: '', kind: 'choice', required: false, options: ['Red', 'Green'] },
        ], askedBefore: [], approval: false, capacity: null, closing: null, waitlistOfferHours: null },
        publicUrl: `http://foyer.test/s/${answer.body.slug}`, roomUrl: `http://foyer.test/room/${answer.body.slug}`, version: 1, scheduleVersion: 0, farewell: null, countdown: false, opensAt: null, recording: 'off', passcode: false, roomLimit: null, startedAt: null, endedAt: null, createdAt: expect.stringMatching(/Z$/),
      });
      expect((await get(`/api/sessions/${answer.body.id}`)).body).toEqual(answer.body);
    });

    it.each<[string, object, string[]]>([
      ['nothing', { title: undefined, wallTime: undefined, timeZone: undefined, durationMinutes: undefined, theme: undefined, registration: undefined }, ['/title', '/wallTime', '/timeZone', '/durationMinutes', '/theme', '/registration']],
      ['a blank title', { title: '   ' }, ['/title']],
      ['a title too long', { title: 'x'.repeat(201) }, ['/title']],
      ['a theme that is none', { theme: 'party' }, ['/theme']],
      ['a zone that is none', { timeZone: 'Mars/Olympus' }, ['/timeZone']],
      ['a time that is none', { wallTime: '2035-02-30T15:00' }, ['/wallTime']],
      ['a time that is past', { wallTime: '2020-01-01T15:00' }, ['/wallTime']],
      ['no minute', { durationMinutes: 0 }, ['/durationMinutes']],
      ['text for a number', { durationMinutes: '60' }, ['/durationMinutes']],
      ['an occurrence that is none', { occurrence: 'both' }, ['/occurrence']],
      ['what nobody asked for', { workspaceId: 'mine' }, ['/workspaceId']],
      ['a question without its words', { registration: { fields: [{ kind: 'choice', options: ['a', 'b'] }] } }, ['/registration/fields/0/label']],
      ['a choice of one', { registration: { fields: [{ label: 'Tea?', kind: 'choice', options: ['Yes'] }] } }, ['/registration/fields/0/options']],
      ['questions that are no list', { registration: { fields: {} } }, ['/registration/fields']],
      ['a closing hour that is none', { registration: { fields: [], closing: { wallTime: 'at noon' } } }, ['/registration/closing/wallTime']],
      ['a closing hour on no day of the calendar', { registration: { fields: [], closing: { wallTime: '2035-02-30T12:00' } } }, ['/registration/closing/wallTime']],
      ['a description of null', { description: null }, ['/description']],
    ])('with %s is refused where it stands', async (_, changes, pointers) => {
      expectProblem(await post('/api/sessions', { ...draft(), ...changes }), 422, 'invalid', pointers);
    });

    it('at a time that the clocks jump over names the next valid one', async () => {
      const answer = await post('/api/sessions', { ...draft(), wallTime: '2027-03-28T02:30', timeZone: 'Europe/Berlin' });
      expectProblem(answer, 422, 'wall-time-skipped', ['/wallTime']);
      expect(answer.body.next).toBe('2027-03-28T03:00');
    });

    it('at a time that the clocks show twice takes the occurrence that is asked for', async () => {
      const twice = { ...draft(), wallTime: '2030-10-27T02:30', timeZone: 'Europe/Berlin' };
      const [unsaid, later] = [await post('/api/sessions', twice), await post('/api/sessions', { ...twice, occurrence: 'later' })];
      expect([unsaid.body.when.startsAt, later.body.when.startsAt]).toEqual(['2030-10-27T00:30:00.000Z', '2030-10-27T01:30:00.000Z']);
    });
  });

  describe('reading', () => {
    it('a list gives one’s own, by state', async () => {
      const mine = await house.schedule(eve, { title: 'Eve alone' });
      const listed = await get('/api/sessions?state=upcoming', eve);
      expect([listed.status, listed.body.items.map(({ id }: { id: string }) => id)]).toEqual([200, [mine.id]]);
      for (const state of ['ready', 'live', 'past', 'cancelled']) expect((await get(`/api/sessions?state=${state}`, eve)).body).toEqual({ items: [], next: null });
      expectProblem(await get('/api/sessions?state=someday', eve), 422, 'invalid', ['/state']);
      expectProblem(await get('/api/sessions?owner=ada', eve), 422, 'invalid', ['/owner']);
    });

    it.each(['no-id', MISSING, '------------------------------------', '..%2f..%2fetc'])('what is not there (%s) is not found, by any verb', async (id) => {
      for (const answer of [
        await get(`/api/sessions/${id}`), await get(`/api/sessions/${id}/registrations`), await get(`/api/sessions/${id}/deliveries`), await patch(id, { title: 'x' }, '"1"'), await house.http.delete(`/api/sessions/${id}`).set(house.as(ada)),
        await post(`/api/sessions/${id}/start`), await post(`/api/sessions/${id}/end`), await post(`/api/sessions/${id}/cancel`), await post(`/api/sessions/${id}/enter`, {}),
      ]) expectProblem(answer, 404, 'session-not-found');
    });
  });

  it('come a page at a time, none twice and none left out, also where several begin at the same moment', async () => {
    const pager = await house.organizer('Pager');
    const planned: string[] = [];
    for (const [n, hour] of [9, 9, 9, 10, 11].entries()) planned.push((await post('/api/sessions', { ...draft(), title: `Page ${n}`, wallTime: `2036-07-01T${String(hour).padStart(2, '0')}:00`, timeZone: 'UTC' }, pager)).body.id as string);
    const pages = async (query: string): Promise<string[][]> => {
      const read: string[][] = [];
      for (let after: string | null = ''; after !== null; ) {
        const { body } = await get(`/api/sessions?${query}&limit=2${after && `&after=${after}`}`, pager) as { body: { items: { id: string; title: string }[]; next: string | null } };
        read.push(body.items.map(({ id }) => id));
        after = body.next;
      }
      return read;
    };
    const read = await pages('state=upcoming');
    expect(read.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect([read.flat().slice(0, 3).sort(), read.flat().slice(3)]).toEqual([planned.slice(0, 3).sort(), planned.slice(3)]);
    expect((await pages('search=page&from=2036-07-01')).flat()).toEqual(read.flat());
    for (const id of planned) await post(`/api/sessions/${id}/cancel`, undefined, pager);
    expect((await pages('state=cancelled')).flat()).toEqual([...read.flat()].reverse());
    for (const after of ['nonsense', Buffer.from('["2036-02-30T00:00:00.000Z","x"]').toString('base64url')]) expectProblem(await get(`/api/sessions?after=${after}`, pager), 422, 'invalid', ['/after']);
    expectProblem(await get('/api/sessions?limit=201', pager), 422, 'invalid', ['/limit']);
  });

  it('are found by words of the title, wherever they stand, and by the day on their own clocks', async () => {
    const finder = await house.organizer('Finder');
    const plan = async (title: string, wallTime: string, timeZone = 'UTC') => post('/api/sessions', { ...draft(), title, wallTime, timeZone }, finder);
    await plan('Glazing: 50% faster', '2035-07-01T23:30', 'Pacific/Auckland');
    await plan('GLAZING_by hand', '2035-07-02T09:00');
    await plan('Übung am Rad', '2035-07-03T09:00');
    const titles = async (query: string) => ((await get(`/api/sessions?${query}`, finder)).body.items as { title: string }[]).map(({ title }) => title);
    expect(await titles('search=glaz')).toEqual(['Glazing: 50% faster', 'GLAZING_by hand']);
    expect(await titles('search=HAND%20glazing')).toEqual(['GLAZING_by hand']);
    expect(await titles('search=%25')).toEqual(['Glazing: 50% faster']);
    expect(await titles('search=_')).toEqual(['GLAZING_by hand']);
    expect(await titles('search=why%3F%3A%201')).toEqual([]);
    expect(await titles('search=%C3%BCbung&state=upcoming')).toEqual(['Übung am Rad']);
    expect(await titles('search=rad&state=past')).toEqual([]);
    expect(await titles('from=2035-07-02')).toEqual(['GLAZING_by hand', 'Übung am Rad']);
    expect(await titles('from=2035-07-01&to=2035-07-01')).toEqual(['Glazing: 50% faster']);
    expect(await titles('to=2035-07-02&search=glazing')).toEqual(['Glazing: 50% faster', 'GLAZING_by hand']);
    expectProblem(await get('/api/sessions?from=tomorrow', finder), 422, 'invalid', ['/from']);
    expect((await get('/api/sessions?search=glaz', ada)).body.items).toEqual([]);
  });

  describe('duplicating', () => {
    it('makes everything but the people anew: at an address and a time of its own, and registering closes as long before', async () => {
      const { body: original } = await post('/api/sessions', { ...draft(), wallTime: '2035-07-10T15:00', timeZone: 'Europe/Berlin', theme: 'webinar', countdown: true, registration: { fields: QUESTIONS, approval: true, capacity: 12, closing: { wallTime: '2035-07-09T12:00' } } });
      await post(`/api/sessions/${original.id}/registrations`, { name: 'Ben', email: 'ben@example.org', answers: {} });
      await post(`/api/sessions/${original.id}/team`, { role: 'speaker', name: 'Sue', email: 'sue@example.org' });
      await house.until('its reminders can be set', async () => (await house.http.put(`/api/sessions/${original.id}/reminders`).set(house.as(ada)).send({ minutesBefore: [1_440, 60] })).status === 200);
      const answer = await post(`/api/sessions/${original.id}/duplicate`, { wallTime: '2035-12-10T18:30' });
      const copy = answer.body;
      expect([answer.status, answer.headers['etag'], answer.headers['location']]).toEqual([201, '"1"', `/api/sessions/${copy.id}`]);
      const { title, description, theme, countdown, registration } = original;
      expect(copy).toMatchObject({ title, description, theme, countdown, status: 'scheduled', when: { wallTime: '2035-12-10T18:30', timeZone: 'Europe/Berlin', durationMinutes: 60 } });
      expect(copy.registration).toEqual({ ...registration, askedBefore: [], closing: { wallTime: '2035-12-09T15:30', at: '2035-12-09T14:30:00.000Z' } });
      expect(copy.slug).not.toBe(original.slug);
      expect((await get(`/api/sessions/${copy.id}/registrations`)).body.total).toBe(0);
      expect((await get(`/api/sessions/${copy.id}/team`)).body.items).toEqual([]);
      await house.until('it reminds as the original does', async () => JSON.stringify((await get(`/api/sessions/${copy.id}/reminders`)).body.minutesBefore) === '[1440,60]');
    });

    it('is possible of what was cancelled, and refused where the new time is none', async () => {
      const { body: original } = await post('/api/sessions', { ...draft(), registration: null });
      await post(`/api/sessions/${original.id}/cancel`);
      expect((await post(`/api/sessions/${original.id}/duplicate`, { wallTime: '2035-07-01T15:00', timeZone: 'Asia/Tokyo', durationMinutes: 15 })).body).toMatchObject({ status: 'scheduled', registration: null, when: { timeZone: 'Asia/Tokyo', durationMinutes: 15 } });
      expectProblem(await post(`/api/sessions/${original.id}/duplicate`, { wallTime: '2020-01-01T15:00' }), 422, 'invalid', ['/wallTime']);
      expectProblem(await post(`/api/sessions/${original.id}/duplicate`, { wallTime: '2035-07-01T15:00', timeZone: 'Mars/Olympus' }), 422, 'invalid', ['/timeZone']);
    });
  });

  describe('editing', () => {
    it('needs the version that was read', async () => {
      const { id } = await house.schedule(ada);
      expectProblem(await patch(id, { title: 'Blind' }, null), 428, 'if-match-required');
      for (const stale of ['"7"', 'W/"0"', 'nonsense', '"1', '']) expectProblem(await patch(id, { title: 'Stale' }, stale), stale === '' ? 428 : 412);
      const edited = await patch(id, { title: 'Fresh' }, '"1"');
      expect([edited.status, edited.headers['etag'], edited.body.title, edited.body.version]).toEqual([200, '"2"', 'Fresh', 2]);
      expectProblem(await patch(id, { title: 'Late' }, '"1"'), 412, 'changed-meanwhile');
      expect((await get(`/api/sessions/${id}`)).body.title).toBe('Fresh');
    });

    it('of one version by many at once is done by one of them; the others are told', async () => {
      const { id } = await house.schedule(ada);
      const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((title) => patch(id, { title }, '"1"')));
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect(statuses.filter((status) => status === 409 || status === 412)).toHaveLength(4);
      expect((await get(`/api/sessions/${id}`)).body).toMatchObject({ version: 2, title: answers.find(({ status }) => status === 200)!.body.title });
    });

    it.each(['title', 'description', 'wallTime', 'timeZone', 'durationMinutes', 'theme', 'occurrence'])('%s to null is a mistake of the sender', async (field) => {
      const { id } = await house.schedule(ada);
      expectProblem(await patch(id, { [field]: null }, '"1"'), 422, 'invalid', [`/${field}`]);
    });

    it('moves the time and counts it; takes the registration page away and gives it back', async () => {
      const { id } = await house.schedule(ada);
      const moved = await patch(id, { wallTime: '2035-07-01T15:00', timeZone: 'Asia/Tokyo' }, '"1"');
      expect([moved.status, moved.body.scheduleVersion, moved.body.when.startsAt]).toEqual([200, 1, '2035-07-01T06:00:00.000Z']);
      expect((await patch(id, { registration: { fields: [] } }, '"2"')).body.registration).toEqual({ fields: [], askedBefore: [], approval: false, capacity: null, closing: null, waitlistOfferHours: null });
      expect((await patch(id, { registration: null }, '"3"')).body.registration).toBeNull();
      expectProblem(await patch(id, { registration: null }, '"4"'), 422, 'nothing-changed');
    });
  });

  describe('the hour at which registering closes', () => {
    const closing = { wallTime: '2035-06-30T18:00' };
    const planned = () => house.schedule(ada, { wallTime: '2035-07-01T15:00', timeZone: 'Europe/Berlin', registration: { fields: [], closing } });

    it('is a wall time of the session’s zone, told with its instant; what an edit leaves out stays', async () => {
      const { id, registration } = await planned();
      expect(registration).toEqual({ fields: [], askedBefore: [], approval: false, capacity: null, waitlistOfferHours: null, closing: { ...closing, at: '2035-06-30T16:00:00.000Z' } });
      const asked = await patch(id, { registration: { fields: [{ label: 'Tea?', kind: 'checkbox' }] } }, '"1"');
      expect(asked.body.registration).toMatchObject({ fields: [{ key: 'tea' }], closing: { at: '2035-06-30T16:00:00.000Z' } });
      const moved = await patch(id, { timeZone: 'Asia/Tokyo' }, '"2"');
      expect(moved.body.registration.closing).toEqual({ ...closing, at: '2035-06-30T09:00:00.000Z' });
      expect((await patch(id, { registration: { fields: [], closing: null } }, '"3"')).body.registration).toEqual({ fields: [], askedBefore: [expect.objectContaining({ key: 'tea', label: 'Tea?' })], approval: false, capacity: null, closing: null, waitlistOfferHours: null });
    });

    it('that the clocks jump over is refused beside its field, also where the session’s zone makes it so', async () => {
      const { id } = await house.schedule(ada, { wallTime: '2035-07-01T15:00', timeZone: 'UTC', registration: { fields: [], closing: { wallTime: '2035-03-25T02:30' } } });
      const moved = await patch(id, { timeZone: 'Europe/Berlin' }, '"1"');
      expectProblem(moved, 422, 'wall-time-skipped', ['/registration/closing/wallTime']);
      expect(moved.body.next).toBe('2035-03-25T03:00');
    });

    it('stands fast to nobody: said again, it changes nothing', async () => {
      const { id } = await planned();
      expectProblem(await patch(id, { registration: { fields: [], closing } }, '"1"'), 422, 'nothing-changed');
    });
  });

  describe('its life', () => {
    it('start, start again, end, end again', async () => {
      const { id } = await house.schedule(ada);
      expectProblem(await post(`/api/sessions/${id}/end`), 409, 'session-not-live');
      const started = await post(`/api/sessions/${id}/start`);
      expect([started.status, started.body.status, started.headers['etag']]).toEqual([200, 'live', '"2"']);
      expect((await post(`/api/sessions/${id}/start`)).body).toEqual(started.body);
      expectProblem(await post(`/api/sessions/${id}/cancel`), 409, 'session-not-cancellable');
      expectProblem(await house.http.delete(`/api/sessions/${id}`).set(house.as(ada)), 409, 'session-live');
      const ended = await post(`/api/sessions/${id}/end`);
      expect([ended.body.status, ended.body.endedAt !== null]).toEqual(['ended', true]);
      expect((await post(`/api/sessions/${id}/end`)).body).toEqual(ended.body);
      expectProblem(await post(`/api/sessions/${id}/start`), 409, 'session-not-startable');
      expectProblem(await patch(id, { title: 'x' }, ended.headers['etag']!), 409, 'session-over');
    });

    it('pressed by two hosts at the same moment, it starts once and refuses neither', async () => {
      const { id } = await house.schedule(ada);
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post(`/api/sessions/${id}/start`)));
      expect(answers.map(({ status, body }) => [status, body.startedAt])).toEqual(Array(5).fill([200, answers[0]!.body.startedAt]));
    });

    it('is cancelled once', async () => {
      const { id } = await house.schedule(ada);
      expect((await post(`/api/sessions/${id}/cancel`)).body.status).toBe('cancelled');
      expect((await post(`/api/sessions/${id}/cancel`)).status).toBe(200);
      expectProblem(await post(`/api/sessions/${id}/start`), 409, 'session-not-startable');
    });

    it('is deleted only while nobody has registered', async () => {
      const { id, slug } = await house.schedule(ada, { registration: { fields: [] } });
      const other = await house.schedule(ada);
      await house.register(slug, 'guest@example.org');
      expectProblem(await house.http.delete(`/api/sessions/${id}`).set(house.as(ada)), 409, 'session-has-registrants');
      expect((await get(`/api/sessions/${id}`)).status).toBe(200);
      expect((await house.http.delete(`/api/sessions/${other.id}`).set(house.as(ada))).status).toBe(204);
      expectProblem(await get(`/api/sessions/${other.id}`), 404, 'session-not-found');
      expectProblem(await house.http.get(`/api/public/sessions/${other.slug}`), 404, 'session-not-found');
    });
  });

  it('what was mailed is listed a page at a time, to some people or in trouble, with how many there are', async () => {
    const { id, slug } = await house.schedule(ada, { registration: { fields: [] } });
    for (const n of [1, 2, 3, 4, 5]) await house.register(slug, `m${n}@example.org`);
    const { items: people } = (await get(`/api/sessions/${id}/registrations`)).body as { items: { id: string; email: string }[] };
    const list = async (query: string) => (await get(`/api/sessions/${id}/deliveries?${query}`)).body as { items: { recipient: string }[]; next: string | null; total: number };
    const recipients: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page = await list(`limit=2${next && `&after=${next}`}`);
      expect([page.total, page.items.length <= 2]).toEqual([5, true]);
      recipients.push(...page.items.map(({ recipient }) => recipient));
      next = page.next;
    }
    expect(recipients).toEqual([5, 4, 3, 2, 1].map((n) => `m${n}@example.org`));
    const found = async (query: string) => [...(await list(query)).items.map(({ recipient }) => recipient)].sort();
    expect(await found(`to=${people[1]!.id},${people[3]!.id}`)).toEqual(['m2@example.org', 'm4@example.org']);
    await house.database.query(`update notification.delivery set status = 'bounced' where recipient_id = $1`, [people[0]!.id]);
    await house.database.query(`update notification.delivery set status = 'deferred', next_try_at = now() + interval '1 hour' where recipient_id = $1`, [people[1]!.id]);
    expect([await found('trouble=lost'), (await list('trouble=lost&limit=1')).total]).toEqual([['m1@example.org'], 1]);
    expect(await found('trouble=late')).toContain('m2@example.org');
    expect(await found(`trouble=lost&to=${people[1]!.id}`)).toEqual([]);
    for (const wrong of ['limit=0', 'limit=1001', 'to=me', `to=${MISSING},`, 'trouble=deep', 'after=here', ...['2026-02-30T00:00:00.000000Z', '2026-01-01', '2026-99-99T00:00:00.000000Z'].map((place) => `after=${cursor(place)}`)]) {
      expectProblem(await get(`/api/sessions/${id}/deliveries?${wrong}`), 422, 'invalid');
    }
  });

  it('who registered is listed a page at a time, nobody twice and nobody left out', async () => {
    const { id, slug } = await house.schedule(ada, { registration: { fields: [] } });
    for (const n of [1, 2, 3, 4, 5]) await house.register(slug, `p${n}@example.org`);
    const emails: string[] = [];
    let next: string | null = '';
    do {
      const { body } = await get(`/api/sessions/${id}/registrations?limit=2${next && `&after=${encodeURIComponent(next)}`}`);
      expect(body.total).toBe(5);
      emails.push(...body.items.map(({ email }: { email: string }) => email));
      next = body.next;
    } while (next);
    expect(emails).toEqual([1, 2, 3, 4, 5].map((n) => `p${n}@example.org`));
    for (const wrong of ['limit=0', 'limit=501', 'limit=x', 'after=here', ...['2026-99-99T00:00:00Z', '2026-02-30T00:00:00Z', '0000-01-01T00:00:00Z', '2026-01-01T24:00:00Z'].map((place) => `after=${cursor(place)}`), 'status=gone', 'sort=email', 'search=a&search=b']) {
      expectProblem(await get(`/api/sessions/${id}/registrations?${wrong}`), 422);
    }
  });

  it('who registered is found by what they answered, also to what is asked no more; old answers keep their questions', async () => {
    const fields = [...QUESTIONS, { label: 'Days', kind: 'choices', options: ['Mon', 'Tue'] }, { label: 'Lunch', kind: 'checkbox' }, { label: 'How many?', kind: 'number' }];
    const { id, slug } = await house.schedule(ada, { registration: { fields } });
    const { registration, version } = (await get(`/api/sessions/${id}`)).body as { registration: { fields: { key: string }[] }; version: number };
    const keys = registration.fields.map(({ key }) => key);
    expect(keys).toEqual(['company', 'colour', 'days', 'lunch', 'how-many']);
    const comes = (name: string, answers: object) => house.http.post(`/api/public/sessions/${slug}/registrations`).send({ name, email: `${name}@example.org`, answers }).expect(202);
    await comes('ann', { company: 'Clay 100% Ltd', colour: 'Red', days: ['Mon', 'Tue'], lunch: true, 'how-many': 12 });
    await comes('bob', { company: 'CLAY works', colour: 'Green', days: ['Tue'], lunch: false });
    await comes('cyd', { company: 'ÖFEN, red' });
    const names = async (query: string) => {
      const { body } = await get(`/api/sessions/${id}/registrations?${query}`);
      return body.total === body.items.length ? body.items.map(({ name }: { name: string }) => name) : `${body.total} were promised`;
    };
    for (const [question, answer, found] of [
      ['company', 'clay', ['ann', 'bob']], ['company', '%', ['ann']], ['company', 'öfen', ['cyd']], ['colour', 'Red', ['ann']], ['colour', 'Re', []], ['days', 'Tue', ['ann', 'bob']], ['days', 'Mon', ['ann']], ['days', 'M', []],
      ['lunch', 'true', ['ann']], ['how-many', '12', ['ann']], ['how-many', '1', []], ['nothing', 'x', []],
    ] as const) expect([question, answer, await names(`question=${question}&answer=${encodeURIComponent(answer)}`)]).toEqual([question, answer, found]);
    expect(await names('question=colour')).toEqual(['ann', 'bob']);
    expect(await names('question=company&answer=clay&search=bo&status=confirmed')).toEqual(['bob']);
    for (const file of ['', '.csv']) {
      expectProblem(await get(`/api/sessions/${id}/registrations${file}?answer=x`), 422, 'invalid', ['/answer']);
      expectProblem(await get(`/api/sessions/${id}/registrations${file}?question=%00`), 400);
    }
    expect(await names('question=company&answer=%3F')).toEqual([]);

    const edited = (await patch(id, { registration: { fields: [{ key: 'company', label: 'Organisation', kind: 'short-text', required: true }, ...registration.fields.slice(2)] } }, `"${version}"`)).body;
    expect(edited.registration.askedBefore).toMatchObject([{ key: 'company', label: 'Company', until: expect.stringMatching(/Z$/) }, { key: 'colour', label: 'Colour', options: ['Red', 'Green'] }]);
    expect((await get(`/api/sessions/${id}`)).body.registration.askedBefore).toEqual(edited.registration.askedBefore);
    expect(await names('question=colour&answer=Red')).toEqual(['ann']);
    const { text } = await get(`/api/sessions/${id}/registrations.csv?question=colour&answer=Green`);
    const [heads, ...lines] = readCsv(text).map(({ cells }) => cells);
    expect(heads!.slice(-2)).toEqual(['How many?', 'Colour (colour, asked before)']);
    expect(lines.map((cells) => [cells[0], cells.at(-1)])).toEqual([['bob', 'Green']]);
  });

  it('who registered is found by parts of name and address, by status, and put in order by name or time', async () => {
    const { id, slug } = await house.schedule(ada, { registration: { fields: [] } });
    for (const [name, email] of [['Zoë Örn', 'zoe@Clay.example'], ['Ömer Ay', 'omer@kiln.example'], ['Otto Ay', 'otto@kiln.example'], ['abel', 'abel@kiln.example']]) {
      expect((await house.http.post(`/api/public/sessions/${slug}/registrations`).send({ name, email })).status).toBe(202);
    }
    await house.http.post('/api/registrant/withdraw').send({ token: await house.register(slug, 'gone@kiln.example') });
    const names = async (query: string): Promise<string[]> => {
      const found: string[] = [];
      for (let next = ''; ; ) {
        const { body } = await get(`/api/sessions/${id}/registrations?limit=2&${query}${next && `&after=${next}`}`);
        found.push(...body.items.map(({ name }: { name: string }) => name));
        if (!body.next) return body.total === found.length ? found : [`${body.total} were promised`, ...found];
        next = body.next;
      }
    };
    expect(await names('sort=name')).toEqual(['abel', 'gone', 'Ömer Ay', 'Otto Ay', 'Zoë Örn']);
    expect(await names('sort=-name')).toEqual(['Zoë Örn', 'Otto Ay', 'Ömer Ay', 'gone', 'abel']);
    expect(await names('sort=-registered')).toEqual(['gone', 'abel', 'Otto Ay', 'Ömer Ay', 'Zoë Örn']);
    expect(await names('search=KILN&sort=name&status=confirmed')).toEqual(['abel', 'Ömer Ay', 'Otto Ay']);
    expect(await names('status=withdrawn')).toEqual(['gone']);
    expect(await names(`search=${encodeURIComponent('ÖRN clay')}`)).toEqual(['Zoë Örn']);
    expect(await names('search=%25')).toEqual([]);
    expect(await names(`search=${encodeURIComponent("'; drop")}`)).toEqual([]);
    expect((await get(`/api/sessions/${id}/registrations?search=kiln`)).body.byStatus).toEqual({ confirmed: 3, withdrawn: 1 });
  });

  it('no answer to an organizer tells a join link, its hash or its ciphertext', async () => {
    const { id, slug } = await house.schedule(ada, { registration: { fields: [] } });
    const token = await house.register(slug, 'secret@example.org');
    const { rows } = await house.database.query('select token_hash, sealed_token from registration.registration where email = $1', ['secret@example.org']);
    for (const path of ['', '/registrations', '/deliveries']) {
      const { text } = await get(`/api/sessions/${id}${path}`);
      for (const secret of [token, rows[0].token_hash, rows[0].sealed_token]) expect(text).not.toContain(secret);
    }
  });
});
