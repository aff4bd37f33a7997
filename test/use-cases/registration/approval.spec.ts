import { Sealer } from '../../../src/platform/config/sealed.js';
import { read } from '../notification/received.js';
import { startWholeApp, type Problem, type WholeApp } from './whole-app.js';

interface Decided { items: { id: string; status: string }[] }
interface Listed { items: { id: string; email: string; status: string }[] }

describe('a session that approves each registration', () => {
  let whole: WholeApp;
  beforeAll(async () => {
    whole = await startWholeApp('approval');
  }, 120_000);
  afterAll(() => whole?.stop());

  const plan = async (changes: object = {}): Promise<{ id: string; slug: string }> =>
    (await whole.asOrganizer<{ id: string; slug: string }>('POST', '/api/sessions', {
      title: 'Glazing', theme: 'workshop', timeZone: 'UTC', durationMinutes: 60, wallTime: new Date(Date.now() + 86_400_000).toISOString().slice(0, 16), registration: { fields: [], approval: true }, ...changes,
    })).body;
  const post = (slug: string, email: string) => whole.request('POST', `/api/public/sessions/${slug}/registrations`, { email, name: email.split('@')[0]!, locale: 'en' });
  const list = async (id: string) => (await whole.asOrganizer<Listed>('GET', `/api/sessions/${id}/registrations`)).body.items;
  const idOf = async (id: string, email: string) => (await list(id)).find((one) => one.email === email)!.id;
  const decide = <Body = Decided>(verb: 'approve' | 'deny', id: string, ids: string[], message?: string) => whole.asOrganizer<Body>('POST', `/api/sessions/${id}/registrations/${verb}`, { ids, ...(message && { message }) });
  /** All that somebody was sent, as they read it. */
  const mailsTo = (email: string) => Promise.all(whole.inbox.messages.filter(({ to }) => to.includes(email)).map(async ({ raw }) => {
    const { subject = '', text = '' } = await read(raw);
    const source = raw.toString();
    return { subject, text, token: /\/j\/([\w-]{20,40})/.exec(text)?.[1] ?? '', method: /method=(REQUEST|CANCEL)/i.exec(source)?.[1] ?? (/text\/calendar/i.test(source) ? 'unknown' : null) };
  }));
  const mailTo = (email: string, subject: RegExp, saying = '') =>
    whole.until(`${String(subject)} to ${email}`, async () => (await mailsTo(email)).find((mail) => subject.test(mail.subject) && mail.text.includes(saying)));
  /** As only the organizer's database knows it: no mail has told it yet. */
  const tokenOf = async (email: string): Promise<string> =>
    new Sealer(whole.configuration.secret).open((await whole.database.query<{ sealed_token: string }>('select sealed_token from registration.registration where email = $1', [email])).rows[0]!.sealed_token);
  const enter = async (token: string) => whole.request<Problem>('POST', '/api/join/resolve', { token });

  it('takes everybody in as pending, says so to all alike, and tells them without a link', async () => {
    const { id, slug } = await plan();
    const answer = await post(slug, 'pia@example.org');
    expect([answer.status, answer.body]).toEqual([202, { outcome: 'check-your-email', standing: 'pending' }]);
    expect(await list(id)).toMatchObject([{ email: 'pia@example.org', status: 'pending' }]);
    const mail = await mailTo('pia@example.org', /We have your registration/);
    expect([mail.token, mail.method]).toEqual(['', null]);
    const token = await tokenOf('pia@example.org');
    expect(await enter(token)).toMatchObject({ status: 403, body: { code: 'registration-pending' } });
    expect((await whole.request<{ changeable: boolean }>('POST', '/api/registrant/read', { token })).body).toMatchObject({ registration: { status: 'pending' }, changeable: true });
  });

  it('gives who is approved their link and an invite, with the organizer’s words; said twice, it is done once', async () => {
    const { id, slug } = await plan();
    for (const name of ['ann', 'bob', 'eve']) await post(slug, `${name}@approved.example`);
    const waiting = await list(id);
    const [ann, bob] = waiting.map((one) => one.id) as [string, string];
    const answer = await decide('approve', id, [ann, bob, ann], 'Bring an apron.');
    expect([answer.status, answer.body.items]).toEqual([200, [{ id: ann, status: 'confirmed' }, { id: bob, status: 'confirmed' }]]);
    const mail = await mailTo('ann@approved.example', /You are registered/);
    expect([mail.method, mail.text]).toEqual(['REQUEST', expect.stringContaining('Bring an apron.')]);
    expect((await enter(mail.token)).status).toBe(200);
    expect((await decide('approve', id, [ann])).body.items).toEqual([{ id: ann, status: 'confirmed' }]);
    await whole.settled();
    expect((await list(id)).map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'pending']);
    expect((await whole.database.query(`select 1 from notification.delivery where recipient_id = $1 and kind = 'confirmation'`, [ann])).rowCount).toBe(1);
  });

  it('tells who is denied, once; registering again is answered the same, and no mail follows', async () => {
    const { id, slug } = await plan();
    await post(slug, 'dan@denied.example');
    await mailTo('dan@denied.example', /We have your registration/);
    await decide('deny', id, [await idOf(id, 'dan@denied.example')], 'Next month there is another.');
    const mail = await mailTo('dan@denied.example', /About your registration/);
    expect([mail.method, mail.text]).toEqual([null, expect.stringContaining('Next month there is another.')]);
    await whole.database.query(`update registration.registration set link_asked_at = now() - interval '1 hour' where email = 'dan@denied.example'`);
    await whole.settled();
    const before = (await mailsTo('dan@denied.example')).length;
    expect(await post(slug, 'DAN@denied.example')).toMatchObject({ status: 202, body: { outcome: 'check-your-email', standing: 'pending' } });
    await post(slug, 'later@denied.example');
    await mailTo('later@denied.example', /We have your registration/);
    await whole.settled();
    expect([(await mailsTo('dan@denied.example')).length, (await list(id)).filter(({ email }) => email === 'dan@denied.example')]).toEqual([before, [expect.objectContaining({ status: 'denied' })]]);
    const token = await tokenOf('dan@denied.example');
    expect(await enter(token)).toMatchObject({ status: 403, body: { code: 'registration-denied' } });
    for (const act of ['withdraw', 'change', 'send-again']) expect(await whole.request<Problem>('POST', `/api/registrant/${act}`, { token, ...(act === 'change' && { name: 'Dana' }) })).toMatchObject({ status: 409, body: { code: 'registration-denied' } });
    expect((await whole.request('POST', '/api/registrant/export', { token })).status).toBe(200);
  });

  it('takes the seat back from who was approved before, out of the calendar, too; and may give it again', async () => {
    const { id, slug } = await plan();
    const email = 'rue@again.example';
    await post(slug, email);
    const registration = await idOf(id, email);
    await decide('approve', id, [registration]);
    const { token } = await mailTo(email, /You are registered/);
    await decide('deny', id, [registration]);
    const off = await mailTo(email, /Your registration is cancelled/);
    expect([off.method, off.text]).toEqual(['CANCEL', expect.stringMatching(/cannot keep your seat/)]);
    expect(await enter(token)).toMatchObject({ status: 403, body: { code: 'registration-denied' } });
    await decide('approve', id, [registration], 'It was a mistake.');
    const back = await mailTo(email, /You are registered/, 'It was a mistake.');
    expect([back.token, back.method]).toEqual([token, 'REQUEST']);
    expect((await enter(token)).status).toBe(200);
    const sequences = (await whole.database.query<{ sequence: number }>(`select sequence from notification.delivery where recipient_id = $1 and kind in ('confirmation', 'cancellation') order by stamped_at`, [registration])).rows.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((one, other) => one - other));
  });

  it('leaves who waits out of updates and reminders, and cancels nobody’s entry that never was', async () => {
    const { id, slug } = await plan();
    const email = 'wait@moved.example';
    await post(slug, email);
    await mailTo(email, /We have your registration/);
    const read = await whole.asOrganizer<{ version: number }>('GET', `/api/sessions/${id}`);
    await whole.asOrganizer('PATCH', `/api/sessions/${id}`, { durationMinutes: 45 }, { 'if-match': `"${read.body.version}"` });
    await whole.settled();
    await whole.asOrganizer('POST', `/api/sessions/${id}/cancel`);
    const mail = await mailTo(email, /^Cancelled/);
    expect(mail.method).toBeNull();
    const kinds = (await whole.database.query<{ kind: string }>('select kind from notification.delivery d join notification.recipient r on r.id = d.recipient_id where r.email = $1 order by d.created_at', [email])).rows;
    expect(kinds.map(({ kind }) => kind)).toEqual(['pending', 'cancellation']);
  });

  it('a move of the session makes no letter about waiting untrue', async () => {
    const { id, slug } = await plan();
    const email = 'still@moved.example';
    await post(slug, email);
    const read = await whole.asOrganizer<{ version: number }>('GET', `/api/sessions/${id}`);
    await whole.asOrganizer('PATCH', `/api/sessions/${id}`, { durationMinutes: 45 }, { 'if-match': `"${read.body.version}"` });
    await mailTo(email, /We have your registration/);
    await whole.settled();
    const written = await whole.until('it is booked as sent', async () => {
      const { rows } = await whole.database.query<{ kind: string; status: string }>('select kind, d.status from notification.delivery d join notification.recipient r on r.id = d.recipient_id where r.email = $1', [email]);
      return rows.every(({ status }) => status !== 'queued') && rows;
    });
    expect(written).toEqual([{ kind: 'pending', status: 'sent' }]);
  });

  it('decides about its own registrations alone, at most 500 at once, and not once it is over', async () => {
    const [mine, other] = [await plan(), await plan()];
    await post(other.slug, 'elsewhere@example.org');
    const elsewhere = await idOf(other.id, 'elsewhere@example.org');
    expect(await decide<Problem>('approve', mine.id, [elsewhere])).toMatchObject({ status: 404, body: { code: 'registration-not-found' } });
    expect(await decide<Problem>('deny', mine.id, [])).toMatchObject({ status: 422, body: { errors: [{ pointer: '/ids' }] } });
    expect((await decide('approve', mine.id, Array<string>(501).fill(elsewhere))).status).toBe(422);
    await whole.asOrganizer('POST', `/api/sessions/${other.id}/cancel`);
    expect(await decide<Problem>('approve', other.id, [elsewhere])).toMatchObject({ status: 409, body: { code: 'session-over' } });
    expect((await list(other.id))[0]).toMatchObject({ status: 'pending' });
  });
});
