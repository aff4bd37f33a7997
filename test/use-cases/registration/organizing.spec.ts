import { Socket } from '../../http/socket.js';
import { readCsv } from '../../../src/platform/http/read-csv.js';
import { startWholeApp, tokenIn, type Problem, type WholeApp } from './whole-app.js';

const FORM = [
  { label: 'Company', help: '', kind: 'short-text', required: true, options: [] },
  { label: 'Size', help: '', kind: 'choice', required: false, options: ['S', 'M', 'L'] },
];

interface Registrant { id: string; email: string; name: string; status: string; answers: Record<string, unknown>; timeZone: string; locale: string; version: number }

describe('what the organizer does about registrants', () => {
  let whole: WholeApp;
  let session: { id: string; slug: string };
  let company: string;
  let people = 0;

  beforeAll(async () => {
    whole = await startWholeApp('organizing');
    session = await whole.schedule(FORM);
    company = (await whole.request<{ registration: { fields: { key: string }[] } }>('GET', `/api/public/sessions/${session.slug}`)).body.registration.fields[0]!.key;
  }, 120_000);
  afterAll(() => whole?.stop());

  const at = (id = '', act = '') => `/api/sessions/${session.id}/registrations${id && `/${id}`}${act && `/${act}`}`;
  const ask = <Body = Registrant & Problem>(method: string, path: string, body?: object, headers = {}) => whole.asOrganizer<Body>(method, path, body, headers);
  const someone = async (): Promise<Registrant & { token: string }> => {
    const email = `nora${++people}@clay.example`;
    const token = await whole.register(session.slug, { email, name: 'Nora Kiln', answers: { [company]: 'Clay Ltd' }, timeZone: 'Europe/Berlin', locale: 'en' });
    await whole.settled();
    const { items } = (await ask<{ items: Registrant[] }>('GET', `${at()}?search=${email}`)).body;
    return { ...items[0]!, token };
  };
  const mailsTo = (email: string) => whole.inbox.messages.filter((mail) => mail.to.includes(email));
  const aged = async ({ id }: Registrant) => {
    await whole.database.query(`update registration.registration set link_asked_at = now() - interval '61 seconds' where id = $1`, [id]);
    await whole.database.query(`update notification.delivery set sent_at = now() - interval '61 seconds' where recipient_id = $1`, [id]);
  };
  const sequenceIn = (text: string): number => Number(/SEQUENCE:(\d+)/.exec(calendarIn(text))?.[1]);
  const calendarIn = (text: string): string => {
    const [, encoded] = /text\/calendar[^]*?base64\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/i.exec(text) ?? [];
    return encoded ? Buffer.from(encoded, 'base64').toString() : text;
  };

  it('reads one, whole and with its version', async () => {
    const { id, email, version } = await someone();
    const { status, body, headers } = await ask('GET', at(id));
    expect([status, headers.get('etag')]).toEqual([200, `"${version}"`]);
    expect(body).toMatchObject({ id, email, name: 'Nora Kiln', status: 'confirmed', answers: { [company]: 'Clay Ltd' }, timeZone: 'Europe/Berlin', locale: 'en' });
    expect(Object.keys(body).filter((key) => /token|key/i.test(key))).toEqual([]);
  });

  it('finds nobody of another session, and nobody who is not there', async () => {
    const { id } = await someone();
    const other = await whole.schedule(FORM);
    for (const path of [`/api/sessions/${other.id}/registrations/${id}`, at('00000000-0000-4000-8000-000000000000'), at('nobody')]) {
      expect(await ask('GET', path)).toMatchObject({ status: 404, body: { code: 'registration-not-found' } });
      expect(await ask('PATCH', path, { name: 'x' }, { 'if-match': '"1"' })).toMatchObject({ status: 404 });
      expect(await ask('DELETE', path)).toMatchObject({ status: 404 });
      for (const act of ['send-again', 'rotate-link', 'revoke', 'restore']) expect(await ask('POST', `${path}/${act}`)).toMatchObject({ status: 404 });
    }
  });

  it('sends the same link once more, not twice in a minute', async () => {
    const person = await someone();
    expect((await ask('POST', at(person.id, 'send-again'))).status).toBe(200);
    await whole.settled();
    expect(mailsTo(person.email)).toHaveLength(1);
    await aged(person);
    expect((await ask('POST', at(person.id, 'send-again'))).status).toBe(200);
    await whole.inbox.waitFor((mail) => mail.to.includes(person.email) && mail !== mailsTo(person.email)[0] && tokenIn(mail) === person.token);
  });

  it('gives a new link: the old one is dead at once, the seat is closed, and the mailbox gets the new one with a later invite', async () => {
    const person = await someone();
    const joined = await whole.request('POST', '/api/join', { token: person.token, name: 'A stranger' });
    const cookie = joined.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    expect((await whole.request('POST', '/api/join/return', { slug: session.slug }, { cookie })).status).toBe(200);

    const { status, body } = await ask('POST', at(person.id, 'rotate-link'));
    expect([status, body.version > person.version]).toEqual([200, true]);
    expect(await whole.request('POST', '/api/join/resolve', { token: person.token })).toMatchObject({ status: 404, body: { code: 'link-not-found' } });
    expect((await whole.request('POST', '/api/registrant/read', { token: person.token })).status).toBe(404);

    const mail = await whole.inbox.waitFor((one) => one.to.includes(person.email) && !['', person.token].includes(tokenIn(one)));
    expect((await whole.request('POST', '/api/join/resolve', { token: tokenIn(mail) })).status).toBe(200);
    expect(calendarIn(mail.text)).toContain('METHOD:REQUEST');
    expect(sequenceIn(mail.text)).toBeGreaterThan(sequenceIn(mailsTo(person.email)[0]!.text));
    await whole.settled();
    expect((await whole.request('POST', '/api/join/return', { slug: session.slug }, { cookie })).status).toBe(401);
    expect((await whole.request('POST', '/api/join', { token: tokenIn(mail), name: 'Nora' })).status).toBe(200);
  });

  it('corrects what somebody said, for the version that was read', async () => {
    const { id, email, version } = await someone();
    const change = (body: object, headers: Record<string, string> = { 'if-match': `"${version}"` }) => ask('PATCH', at(id), body, headers);
    expect(await change({ name: 'Nora Glaze' }, {})).toMatchObject({ status: 428 });
    expect(await change({ name: ' ', answers: { [company]: '' } })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/name' }, { pointer: `/answers/${company}` }] } });
    expect(await change({ email: 'other@clay.example' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/email' }] } });
    const { status, body, headers } = await change({ name: 'Nora Glaze', answers: { [company]: 'Kiln Ltd' } });
    expect([status, headers.get('etag')]).toEqual([200, `"${version + 1}"`]);
    expect(body).toMatchObject({ email, name: 'Nora Glaze', answers: { [company]: 'Kiln Ltd' }, version: version + 1 });
    expect(await change({ name: 'Nora Late' })).toMatchObject({ status: 412, body: { code: 'changed-meanwhile' } });
    await whole.settled();
    expect((await whole.database.query('select name from notification.recipient where id = $1', [id])).rows).toEqual([{ name: 'Nora Glaze' }]);
  });

  it('registers somebody by hand: questions may stay open, the link goes to their mailbox, and to nobody else', async () => {
    const email = 'By.Hand@clay.example';
    const { status, body, headers } = await ask('POST', at(), { email, name: 'Hanna Hand', locale: 'de' });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(at(body.id));
    expect(body).toMatchObject({ email, name: 'Hanna Hand', status: 'confirmed', answers: {}, timeZone: 'UTC', locale: 'de' });
    const mail = await whole.inbox.waitFor((one) => one.to.includes(email) && tokenIn(one) !== '');
    expect(JSON.stringify(body)).not.toContain(tokenIn(mail));
    expect((await whole.request('POST', '/api/join/resolve', { token: tokenIn(mail) })).status).toBe(200);
    expect(await ask('POST', at(), { email: email.toLowerCase(), name: 'Again' })).toMatchObject({ status: 409, body: { code: 'already-registered', errors: [{ pointer: '/email' }] } });
    expect(await ask('POST', at(), { email: 'x', name: '', answers: { [company]: 7 } })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/email' }, { pointer: '/name' }, { pointer: `/answers/${company}` }] } });
  });

  it('registers somebody in the moment in which the session is scheduled', async () => {
    for (const n of [1, 2, 3]) {
      const { id } = await whole.schedule([]);
      expect((await ask('POST', `/api/sessions/${id}/registrations`, { email: `first${n}@clay.example`, name: 'First' })).status).toBe(201);
    }
  });

  it('gives everybody as a file for spreadsheets: first come first, found by the same words, and read back as it was', async () => {
    const other = await whole.schedule([...FORM, { label: 'Which days', help: '', kind: 'choices', required: false, options: ['Mon; morning', 'Tue'] }]);
    const { body: { registration: { fields: [firm, , days] } } } = await whole.request<{ registration: { fields: { key: string }[] } }>('GET', `/api/public/sessions/${other.slug}`);
    const answers = { [firm!.key]: '=HYPERLINK("http://evil.example","Clay")', [days!.key]: ['Mon; morning', 'Tue'] };
    await whole.register(other.slug, { email: 'first@sheet.example', name: '+Nora, "the" Kiln', answers, timeZone: 'Europe/Berlin', locale: 'de' });
    for (let n = 0; n < 3; n += 1) await ask('POST', `/api/sessions/${other.id}/registrations`, { email: `p${n}@sheet.example`, name: `Person ${n}` });
    const { status, body, headers } = await ask<string>('GET', `/api/sessions/${other.id}/registrations.csv`);
    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="registrants.csv"']);
    const records = readCsv(body).map(({ cells }) => cells);
    expect(records[0]).toEqual(['name', 'e-mail', 'status', 'time zone', 'language', 'registered at', 'Company', 'Size', 'Which days']);
    expect(records[1]).toEqual(['+Nora, "the" Kiln', 'first@sheet.example', 'confirmed', 'Europe/Berlin', 'de', expect.stringMatching(/Z$/), '=HYPERLINK("http://evil.example","Clay")', '', 'Mon\\; morning; Tue']);
    expect(records.slice(2).map(([name]) => name)).toEqual(['Person 0', 'Person 1', 'Person 2']);
    expect(body).not.toMatch(/(^|[,\n])"?[=+]/);
    expect(readCsv((await ask<string>('GET', `/api/sessions/${other.id}/registrations.csv?search=p1`)).body)).toHaveLength(2);
  });

  it('gives thousands as a file, nobody twice and nobody left out', async () => {
    const { id } = await whole.schedule([]);
    await whole.settled();
    await whole.database.query(`insert into registration.registration (id, session_id, email, email_key, name, answers, time_zone, locale, status, token_hash, sealed_token, revision, registered_at, link_asked_at)
      select gen_random_uuid(), $1::uuid, 'm' || n || '@many.example', 'm' || n || '@many.example', 'M ' || n, '{}', 'UTC', 'en', 'confirmed', 'hash of m' || n, 'sealed', 0, now() - (n % 7) * interval '1 day', now() from generate_series(1, 2500) n`, [id]);
    const records = readCsv((await ask<string>('GET', `/api/sessions/${id}/registrations.csv`)).body).slice(1);
    expect([records.length, new Set(records.map(({ cells }) => cells[1])).size]).toEqual([2_500, 2_500]);
  });

  it('imports a file: a dry run tells each line’s fate and changes nothing; the real one does just that, once', async () => {
    const other = await whole.schedule(FORM);
    await whole.settled();
    const path = `/api/sessions/${other.id}/registrations`;
    await whole.register(other.slug, { email: 'known@import.example', name: 'Known', answers: { [(await ask<{ registration: { fields: { key: string }[] } }>('GET', `/api/sessions/${other.id}`)).body.registration.fields[0]!.key]: 'x' } });
    const csv = 'Name;E-Mail;Size;Shoe\r\nNora;new@import.example;M;42\r\nKnown;KNOWN@import.example;;\r\nNora;New@import.example;;\r\n;nobody;XXL;\r\n';
    const bring = (dryRun: boolean, text = csv) => ask<{ dryRun: boolean; ignored: string[]; rows: { line: number; fate: string; mistakes: { pointer: string }[] }[] } & Problem>('POST', `${path}/import`, { csv: text, dryRun });
    const fates = [[2, 'new'], [3, 'registered-already'], [4, 'twice-in-the-file'], [5, 'mistaken']];
    const total = async () => (await ask<{ total: number }>('GET', path)).body.total;
    const dry = await bring(true);
    expect([dry.status, dry.body.dryRun, dry.body.ignored, dry.body.rows.map(({ line, fate }) => [line, fate])]).toEqual([200, true, ['Shoe'], fates]);
    expect(dry.body.rows[3]!.mistakes.map(({ pointer }) => pointer)).toEqual(['/email', '/name', expect.stringMatching('^/answers/')]);
    expect(await total()).toBe(1);
    expect((await bring(false)).body.rows.map(({ line, fate }) => [line, fate])).toEqual(fates);
    await whole.inbox.waitFor((mail) => mail.to.includes('new@import.example') && tokenIn(mail) !== '');
    expect((await bring(false)).body.rows[0]).toMatchObject({ fate: 'registered-already' });
    expect(await total()).toBe(2);
    await whole.settled();
    expect(mailsTo('new@import.example')).toHaveLength(1);
    for (const [text, code] of [['', 'empty'], ['name,e-mail', 'empty'], ['name,phone\nx,1', 'no-address'], ['name,e-mail\n"x,y', 'unreadable']]) {
      expect(await bring(true, text)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/csv', code }] } });
    }
  });

  it('takes a file of ten thousand people with their answers, and no more', async () => {
    const { id } = await whole.schedule(FORM);
    const fileOf = (people: number) => ['name,e-mail,Company,Size', ...Array.from({ length: people }, (_, n) => `Someone Called ${n},a-rather-long-address-of-number-${n}@import.example,A company with a long name in the town ${n},M`)].join('\r\n');
    const bring = (csv: string) => ask<{ rows: { fate: string }[] } & Problem>('POST', `/api/sessions/${id}/registrations/import`, { csv, dryRun: true });
    const { status, body } = await bring(fileOf(10_000));
    expect([status, body.rows.filter(({ fate }) => fate === 'new').length]).toEqual([200, 10_000]);
    expect(await bring(fileOf(10_001))).toMatchObject({ status: 422, body: { errors: [{ pointer: '/csv', code: 'too-long' }] } });
  });

  it('imports its own export: everybody with their answers', async () => {
    const [from, to] = [await whole.schedule(FORM), await whole.schedule(FORM)];
    const keysOf = async ({ id }: { id: string }) => (await ask<{ registration: { fields: { key: string }[] } }>('GET', `/api/sessions/${id}`)).body.registration.fields.map(({ key }) => key);
    const [firm, size] = await keysOf(from);
    await whole.register(from.slug, { email: 'wander@import.example', name: "='Wanda', \"W\"", answers: { [firm!]: '-1+1', [size!]: 'L' }, timeZone: 'Asia/Tokyo', locale: 'ja' });
    const csv = (await ask<string>('GET', `/api/sessions/${from.id}/registrations.csv`)).body;
    expect((await ask<{ rows: object[] }>('POST', `/api/sessions/${to.id}/registrations/import`, { csv, dryRun: false })).body.rows).toMatchObject([{ fate: 'new' }]);
    const [newFirm, newSize] = await keysOf(to);
    expect((await ask<{ items: Registrant[] }>('GET', `/api/sessions/${to.id}/registrations`)).body.items).toMatchObject([
      { email: 'wander@import.example', name: "='Wanda', \"W\"", answers: { [newFirm!]: '-1+1', [newSize!]: 'L' }, timeZone: 'Asia/Tokyo', locale: 'ja', status: 'confirmed' },
    ]);
  });

  it('takes a link back: it opens nothing, whoever is in by it is told why, registering again is no way in, and the calendar loses the entry', async () => {
    const person = await someone();
    const joined = await whole.request<{ ticket: string }>('POST', '/api/join', { token: person.token, name: 'Nora' });
    const cookie = joined.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    const socket = await Socket.with(`http://127.0.0.1:${whole.port}`, joined.body.ticket);
    expect(await ask('POST', at(person.id, 'revoke'))).toMatchObject({ status: 200, body: { status: 'revoked' } });
    expect((await ask('POST', at(person.id, 'revoke'))).status).toBe(200);
    expect([await socket.closed, socket.closedBecause]).toEqual([4403, 'revoked']);
    const refused = { status: 403, body: { code: 'registration-revoked' } };
    for (const path of ['/api/join/resolve', '/api/join']) expect(await whole.request('POST', path, { token: person.token, ...(path === '/api/join' && { name: 'Nora' }) })).toMatchObject(refused);
    expect(await whole.request('POST', '/api/join/return', { slug: session.slug }, { cookie })).toMatchObject({ status: 401 });
    expect((await whole.request('POST', '/api/registrant/read', { token: person.token })).body).toMatchObject({ registration: { status: 'revoked' }, changeable: false });
    for (const what of ['withdraw', 'change', 'send-again']) expect(await whole.request('POST', `/api/registrant/${what}`, { token: person.token })).toMatchObject(refused);
    for (const act of ['send-again', 'rotate-link']) expect(await ask('POST', at(person.id, act))).toMatchObject(refused);

    await whole.inbox.waitFor((mail) => mail.to.includes(person.email) && /METHOD:CANCEL/.test(calendarIn(mail.text)));
    const [confirmed, cancelled] = mailsTo(person.email);
    expect(cancelled!.text).toContain('Your link was taken back');
    expect(tokenIn(cancelled!)).toBe('');
    expect(sequenceIn(cancelled!.text)).toBeGreaterThan(sequenceIn(confirmed!.text));
    await aged(person);
    expect((await whole.request('POST', `/api/public/sessions/${session.slug}/registrations`, { email: person.email.toUpperCase(), name: 'Nora', answers: { [company]: 'x' } })).status).toBe(202);
    expect(await ask('POST', at(), { email: person.email, name: 'Nora' })).toMatchObject({ status: 409, body: { code: 'already-registered' } });
    await whole.settled();
    expect(mailsTo(person.email)).toHaveLength(2);
    expect((await ask<{ items: Registrant[] }>('GET', `${at()}?status=revoked&search=${person.email}`)).body.items).toHaveLength(1);
  });

  it('says nothing to whose link is taken back before anything was mailed to them', async () => {
    const person = await someone();
    await whole.database.query(`update notification.delivery set status = 'queued', sent_at = null, next_try_at = now() + interval '1 hour' where recipient_id = $1`, [person.id]);
    await ask('POST', at(person.id, 'revoke'));
    await whole.settled();
    expect((await whole.database.query('select kind, status, reason from notification.delivery where recipient_id = $1', [person.id])).rows).toEqual([{ kind: 'confirmation', status: 'superseded', reason: 'revoked' }]);
  });

  it('gives a link back: the same one opens the door again, and the entry returns to the calendar', async () => {
    const person = await someone();
    expect(await ask('POST', at(person.id, 'restore'))).toMatchObject({ status: 200, body: { status: 'confirmed', version: person.version } });
    await ask('POST', at(person.id, 'revoke'));
    const cancelled = await whole.inbox.waitFor((mail) => mail.to.includes(person.email) && /METHOD:CANCEL/.test(calendarIn(mail.text)));
    expect(await ask('POST', at(person.id, 'restore'))).toMatchObject({ status: 200, body: { status: 'confirmed' } });
    const again = await whole.inbox.waitFor((mail) => mail.to.includes(person.email) && mail !== mailsTo(person.email)[0] && tokenIn(mail) === person.token);
    expect(sequenceIn(again.text)).toBeGreaterThan(sequenceIn(cancelled.text));
    expect((await whole.request('POST', '/api/join', { token: person.token, name: 'Nora' })).status).toBe(200);
  });

  it('forgets one', async () => {
    const { id, email, token } = await someone();
    expect((await ask('DELETE', at(id))).status).toBe(204);
    expect(await ask('GET', at(id))).toMatchObject({ status: 404 });
    expect(await ask('DELETE', at(id))).toMatchObject({ status: 404 });
    expect((await whole.request('POST', '/api/join/resolve', { token })).status).toBe(404);
    await whole.settled();
    for (const table of ['registration.registration', 'notification.recipient', 'pgboss.job']) {
      expect((await whole.database.query(`select 1 from ${table} t where strpos(row_to_json(t)::text, $1) > 0`, [email])).rows).toEqual([]);
    }
  });

  it('after the session sends nothing and adds nobody, but corrects and forgets', async () => {
    const person = await someone();
    const other = await whole.schedule([]);
    await whole.register(other.slug, { email: 'late@clay.example', name: 'Late' });
    await whole.settled();
    const path = `/api/sessions/${other.id}/registrations`;
    const { id, version } = (await ask<{ items: Registrant[] }>('GET', path)).body.items[0]!;
    await ask('POST', `/api/sessions/${other.id}/cancel`);
    for (const act of ['send-again', 'rotate-link']) expect(await ask('POST', `${path}/${id}/${act}`)).toMatchObject({ status: 409, body: { code: 'session-over' } });
    expect(await ask('POST', path, { email: person.email, name: 'Too late' })).toMatchObject({ status: 409, body: { code: 'session-over' } });
    expect((await ask('PATCH', `${path}/${id}`, { name: 'Later' }, { 'if-match': `"${version}"` })).status).toBe(200);
    expect((await ask('DELETE', `${path}/${id}`)).status).toBe(204);
  });
});
