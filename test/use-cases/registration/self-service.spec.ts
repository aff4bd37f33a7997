import { Retention } from '../../../src/platform/database/retention.js';
import { startWholeApp, tokenIn, type Problem, type WholeApp } from './whole-app.js';

const FORM = [
  { label: 'Company', help: '', kind: 'short-text', required: true, options: [] },
  { label: 'Size', help: '', kind: 'choice', required: false, options: ['S', 'M', 'L'] },
];

interface Own {
  session: { title: string; phase: string };
  registration: { email: string; name: string; answers: Record<string, unknown>; timeZone: string; locale: string; status: string };
  fields: { key: string; label: string }[];
  changeable: boolean;
}

describe('a registrant, with nothing but the link from a mail', () => {
  let whole: WholeApp;
  let session: { id: string; slug: string };
  let company: string;
  let size: string;
  let people = 0;

  beforeAll(async () => {
    whole = await startWholeApp('self service');
    session = await whole.schedule(FORM);
    [company, size] = (await whole.request<{ registration: { fields: { key: string }[] } }>('GET', `/api/public/sessions/${session.slug}`)).body.registration.fields.map(({ key }) => key) as [string, string];
  }, 120_000);
  afterAll(() => whole.stop());

  const ask = <Body = Own & Problem>(what: string, body: object) => whole.request<Body>('POST', `/api/registrant/${what}`, body);
  const mailsTo = (email: string) => whole.inbox.messages.filter((mail) => mail.to.includes(email));
  const someone = async (at = session): Promise<{ token: string; email: string }> => {
    const email = `nora${++people}@clay.example`;
    return { email, token: await whole.register(at.slug, { email, name: 'Nora Kiln', answers: at === session ? { [company]: 'Clay Ltd', [size]: 'M' } : {}, timeZone: 'Europe/Berlin', locale: 'en' }) };
  };

  it('reads what they once said, and what the form asks', async () => {
    const { token, email } = await someone();
    const { status, body, headers } = await ask('read', { token });
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({
      session: { title: 'Pottery', phase: 'upcoming' },
      registration: { email, name: 'Nora Kiln', answers: { [company]: 'Clay Ltd', [size]: 'M' }, timeZone: 'Europe/Berlin', locale: 'en', status: 'confirmed' },
      fields: [{ label: 'Company' }, { label: 'Size' }],
      changeable: true,
    });
  });

  it('finds nothing behind a link that is none', async () => {
    for (const what of ['read', 'change', 'withdraw', 'send-again', 'export', 'erase']) {
      expect(await ask(what, { token: 'x'.repeat(27) })).toMatchObject({ status: 404, body: { code: 'link-not-found' } });
    }
  });

  it('changes answers, and the next mail has the new name and zone', async () => {
    const { token, email } = await someone();
    const { status, body } = await ask('change', { token, name: 'Nora Glaze', answers: { [company]: 'Kiln Ltd' }, timeZone: 'Asia/Tokyo', locale: 'en-GB' });
    expect(status).toBe(200);
    expect(body.registration).toMatchObject({ name: 'Nora Glaze', answers: { [company]: 'Kiln Ltd', [size]: 'M' }, timeZone: 'Asia/Tokyo', locale: 'en-GB' });
    await whole.settled();
    expect((await whole.database.query('select name, time_zone, locale, revision from notification.recipient where email = $1', [email])).rows)
      .toEqual([{ name: 'Nora Glaze', time_zone: 'Asia/Tokyo', locale: 'en-GB', revision: 0 }]);
    expect(mailsTo(email)).toHaveLength(1);
  });

  it('is told of each mistake where it stands, and then nothing is changed', async () => {
    const { token } = await someone();
    const { status, body } = await ask('change', { token, name: ' ', answers: { [company]: '', [size]: 'XXL', nobody: 'asked' }, timeZone: 'Mars/Olympus', locale: '!' });
    expect(status).toBe(422);
    expect(body.errors!.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/answers/nobody unknown-question', `/answers/${company} required`, `/answers/${size} choice`, '/locale locale', '/name required', '/timeZone time-zone',
    ].sort());
    expect((await ask('read', { token })).body.registration).toMatchObject({ name: 'Nora Kiln', answers: { [company]: 'Clay Ltd' } });
  });

  it('stays valid when the form changes, and may change the rest without answering what is new', async () => {
    const other = await whole.schedule(FORM);
    const { body: { version, registration } } = await whole.asOrganizer<{ version: number; registration: { fields: { key: string }[] } }>('GET', `/api/sessions/${other.id}`);
    const [firm] = registration.fields.map(({ key }) => key) as [string];
    const token = await whole.register(other.slug, { email: 'early@clay.example', name: 'Early', answers: { [firm]: 'Clay Ltd' } });
    const edited = await whole.asOrganizer('PATCH', `/api/sessions/${other.id}`, { registration: { fields: [{ label: 'Badge name', help: '', kind: 'short-text', required: true, options: [] }] } }, { 'if-match': `"${version}"` });
    expect(edited.status).toBe(200);
    expect((await ask('read', { token })).body).toMatchObject({ registration: { status: 'confirmed', answers: { [firm]: 'Clay Ltd' } }, fields: [{ label: 'Badge name' }] });
    const { status, body } = await ask('change', { token, name: 'Earlier' });
    expect(status).toBe(200);
    expect(body.registration).toMatchObject({ name: 'Earlier', answers: { [firm]: 'Clay Ltd' } });
  });

  it('gives the seat up once, however often it is said, and gets one cancellation', async () => {
    const { token, email } = await someone();
    const answers = await Promise.all([ask('withdraw', { token }), ask('withdraw', { token }), ask('withdraw', { token })]);
    expect(answers.map(({ status, body }) => [status, body.registration.status, body.changeable])).toEqual(Array(3).fill([200, 'withdrawn', false]));
    const cancellation = await whole.inbox.waitFor((mail) => mail.to.includes(email) && /METHOD:CANCEL|method=CANCEL/.test(mail.text));
    expect(tokenIn(cancellation)).toBe('');
    // no way to the door any more, but still one to this page
    expect(cancellation.text.replace(/=\r\n/g, '')).toContain(`/me/${token}`);
    await whole.settled();
    expect(mailsTo(email)).toHaveLength(2);
    expect((await whole.request('POST', '/api/join/resolve', { token })).status).toBe(404);
    expect(await ask('change', { token, name: 'Again' })).toMatchObject({ status: 409, body: { code: 'registration-withdrawn' } });
    expect(await ask('send-again', { token })).toMatchObject({ status: 409, body: { code: 'registration-withdrawn' } });
  });

  it('comes back with a new registration and a new link', async () => {
    const { token, email } = await someone();
    await ask('withdraw', { token });
    await whole.request('POST', `/api/public/sessions/${session.slug}/registrations`, { email, name: 'Nora Kiln', answers: { [company]: 'Clay Ltd' } });
    const mail = await whole.inbox.waitFor((one) => one.to.includes(email) && !['', token].includes(tokenIn(one)));
    expect((await ask('read', { token: tokenIn(mail) })).body.registration.status).toBe('confirmed');
    expect((await ask('read', { token })).body.registration.status).toBe('withdrawn');
  });

  it('gets the link into the mailbox again, not twice in a minute', async () => {
    const { token, email } = await someone();
    const aged = () => whole.database.query(`update registration.registration set link_asked_at = now() - interval '61 seconds' where email = $1`, [email])
      .then(() => whole.database.query(`update notification.delivery set sent_at = now() - interval '61 seconds' where recipient_id = (select id from notification.recipient where email = $1)`, [email]));
    expect(await ask('send-again', { token })).toMatchObject({ status: 202, body: { outcome: 'check-your-email' } });
    await whole.settled();
    expect(mailsTo(email)).toHaveLength(1); // the confirmation just went
    await aged();
    expect((await ask('send-again', { token })).status).toBe(202);
    await whole.inbox.waitFor((mail) => mail.to.includes(email) && mail !== mailsTo(email)[0] && tokenIn(mail) === token);
  });

  it('gets the link again a minute after the last mail, also where it was asked for a little too early before', async () => {
    const { token, email } = await someone();
    const ago = (asked: number, sent: number) => whole.database.query(`update registration.registration set link_asked_at = now() - make_interval(secs => $2) where email = $1`, [email, asked])
      .then(() => whole.database.query(`update notification.delivery set sent_at = now() - make_interval(secs => $2) where recipient_id = (select id from notification.recipient where email = $1)`, [email, sent]));
    await ago(61, 50); // the mail went out some seconds after the registration
    await ask('send-again', { token });
    await whole.settled();
    expect(mailsTo(email)).toHaveLength(1);
    await ago(12, 62);
    await ask('send-again', { token });
    await whole.inbox.waitFor((mail) => mail.to.includes(email) && mail !== mailsTo(email)[0] && tokenIn(mail) === token);
  });

  it('takes everything along that is held about them', async () => {
    const { token, email } = await someone();
    const { status, body } = await ask<object>('export', { token });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      session: { title: 'Pottery', hostName: 'Ada Lovelace', address: `http://foyer.test/s/${session.slug}` },
      registration: { email, name: 'Nora Kiln', timeZone: 'Europe/Berlin', status: 'confirmed' },
      answers: [{ question: 'Company', answer: 'Clay Ltd' }, { question: 'Size', answer: 'M' }],
      erasedAfterDays: 90,
    });
  });

  it('may still read, take and erase after the session, but not change', async () => {
    const other = await whole.schedule([]);
    const { token } = await someone(other);
    await whole.asOrganizer('POST', `/api/sessions/${other.id}/cancel`);
    expect((await ask('read', { token })).body).toMatchObject({ session: { phase: 'cancelled' }, changeable: false });
    for (const what of ['change', 'withdraw', 'send-again']) expect(await ask(what, { token })).toMatchObject({ status: 409, body: { code: 'session-over' } });
    expect((await ask('export', { token })).status).toBe(200);
    expect((await ask('erase', { token })).status).toBe(204);
  });

  /** In every text and every document of every table in the database. */
  const whereInDatabase = async (text: string): Promise<string[]> => {
    const { rows } = await whole.database.query<{ place: string }>(`select format('%I.%I', schemaname, tablename) as place from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
    const found: string[] = [];
    for (const { place } of rows) {
      const held = await whole.database.query(`select row_to_json(t)::text as row from ${place} t where strpos(lower(row_to_json(t)::text), lower($1)) > 0 limit 1`, [text]);
      if (held.rowCount) found.push(`${place}: ${held.rows[0].row}`);
    }
    return found;
  };

  it('is forgotten everywhere: no table, job or text of the database names them any more', async () => {
    const email = 'Unforgettable.Person@oblivion.example';
    const name = 'Mnemosyne Lethe';
    const token = await whole.register(session.slug, { email, name, answers: { [company]: 'Styx & Sons' } });
    await ask('change', { token, name: `${name} II` });
    // a seat with the name on it, a mail server that quotes the address, a fact that could not be heard
    expect((await whole.request('POST', '/api/join', { token, name: `${name} in person` })).status).toBe(200);
    await whole.settled();
    await whole.database.query(`update notification.delivery set last_answer = '550 <' || $1 || '> unknown' where recipient_id = (select id from notification.recipient where email = $1)`, [email]);
    await whole.database.query(`insert into pgboss.job (name, data, output) select 'dead-letters', data, data from pgboss.job where data -> 'facts' ->> 'email' = $1 limit 1`, [email]);
    expect((await whereInDatabase('lethe')).map((row) => row.split(':')[0])).toEqual(expect.arrayContaining(['registration.registration', 'notification.recipient', 'conferencing.seat']));
    expect((await whereInDatabase(email)).map((row) => row.split(':')[0])).toEqual(expect.arrayContaining(['notification.delivery']));

    expect((await ask('erase', { token })).status).toBe(204);
    await whole.settled();
    for (const trace of [email, 'oblivion', 'lethe', 'Styx']) expect(await whereInDatabase(trace)).toEqual([]);
    expect((await ask('read', { token })).status).toBe(404);
    expect((await whole.request('POST', '/api/join/resolve', { token })).status).toBe(404);
    // what is left is counted: the registration, its mail, its seat
    const { rows: [left] } = await whole.database.query(`select count(*)::int as registrations, (select count(*)::int from notification.delivery where recipient_id = r.id) as mails,
      (select count(*)::int from conferencing.seat where occupant_id = r.id::text) as seats from registration.registration r where erased_at is not null and session_id = $1 group by r.id`, [session.id]);
    expect(left).toEqual({ registrations: 1, mails: 1, seats: 1 });
    const { items } = (await whole.asOrganizer<{ items: { email: string }[] }>('GET', `/api/sessions/${session.id}/registrations?limit=500`)).body;
    expect(items.filter((item) => !item.email)).toEqual([]);
  });

  it('gets no mail any more that was still to be sent', async () => {
    const { token, email } = await someone();
    whole.inbox.refuseWith({ at: 'recipient', code: 451, text: `4.7.1 <${email}> later`, only: (address) => address === email });
    await ask('withdraw', { token });
    await whole.until('put off', async () => (await whole.database.query(`select 1 from notification.delivery d join notification.recipient r on r.id = recipient_id where d.status = 'deferred' and r.email = $1`, [email])).rowCount);
    await ask('erase', { token });
    await whole.settled();
    whole.inbox.refuseWith(null);
    expect(await whereInDatabase(email)).toEqual([]);
    expect((await whole.database.query(`select status from notification.delivery where kind = 'cancellation' and status in ('queued', 'deferred')`)).rows).toEqual([]);
  });

  it('is forgotten by itself, ninety days after the session and not a day before', async () => {
    const retention = whole.app.get(Retention, { strict: false });
    const [old, young, live] = [await whole.schedule([]), await whole.schedule([]), await whole.schedule([])];
    const tokens = { old: (await someone(old)).token, young: (await someone(young)).token, live: (await someone(live)).token };
    await whole.settled();
    const age = (id: string, days: number, status = 'ended') => whole.database.query(
      `update registration.session set status = $3, ends_at = now() - make_interval(days => 200), over_at = now() - make_interval(days => $2) where session_id = $1`, [id, days, status]);
    await age(old.id, 91);
    await age(young.id, 89);
    await age(live.id, 91, 'live');
    await retention.look();
    expect([(await ask('read', { token: tokens.old })).status, (await ask('read', { token: tokens.young })).status, (await ask('read', { token: tokens.live })).status]).toEqual([404, 200, 200]);
    await whole.settled();
    expect((await whole.database.query(`select email, name from notification.recipient where session_id = $1 and role = 'attendee'`, [old.id])).rows).toEqual([{ email: '', name: '' }]);
  });
});
