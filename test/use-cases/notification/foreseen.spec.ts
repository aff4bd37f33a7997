import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import type { Session } from '../../../src/scheduling/model/session.js';
import { startInbox, type TestInbox } from '../../support/inbox.js';
import { startPostgres, type TestCluster } from '../../support/postgres.js';
import type { NotificationApp } from './notification-app.js';

describe('what a change would bring', () => {
  let postgres: TestCluster;
  let inbox: TestInbox;
  let foyer: NotificationApp;
  let eve: Awaited<ReturnType<NotificationApp['organizer']>>;
  let day: string;
  let ada: string;
  beforeAll(async () => {
    const { startNotification, wallTime, ADA } = await import('./notification-app.js');
    ada = ADA.workspaceId;
    postgres = await startPostgres();
    inbox = await startInbox();
    foyer = await startNotification(await postgres.createDatabase('foreseen'), inbox.url, { UPDATE_HOLD_SECONDS: '600' });
    eve = await foyer.organizer('Eve');
    day = wallTime(3 * 24 * 60).slice(0, 10);
  }, 120_000);
  afterAll(async () => {
    await foyer?.stop();
    await inbox?.stop();
    await postgres?.stop();
  });

  /** Ada plans, by commands; Eve asks, over HTTP: for the time of her question it is her session. */
  const foresee = async (session: Session, thought: object, mine = true) => {
    if (mine) await eve.adopt(session);
    const { status, body } = await foyer.http.post(`/api/sessions/${session.id}/foresee`).set('cookie', eve.cookie).set('origin', 'http://foyer.test').send(thought);
    await foyer.database.query('update scheduling.session set workspace_id = $2 where id = $1', [session.id, ada]);
    return { status, body: body as { when: Record<string, unknown>; tellsAt: string; counts: object; items: Record<string, unknown>[]; next: string | null; code?: string; errors?: { pointer: string }[] } };
  };
  const planned = async (...people: [name: string, timeZone: string][]): Promise<Session> => {
    const session = await foyer.schedule(0, { wallTime: `${day}T10:00`, timeZone: 'UTC' });
    for (const [name, timeZone] of people) await foyer.register(session, `${name}@example.org`, name, { timeZone });
    await foyer.until('all confirmed', async () => (await foyer.ledger(session.id)).filter(({ kind, status }) => kind === 'confirmation' && status === 'sent').length === people.length);
    return session;
  };

  it('names each person with their own local time, those whose night it would be first, and changes nothing', async () => {
    const session = await planned(['bo', 'America/New_York'], ['cy', 'Asia/Tokyo'], ['di', 'Europe/Berlin']);
    const everything = async () => (await foyer.database.query(`select (select json_agg(d order by id) from notification.delivery d)::text || (select json_agg(s)::text from scheduling.session s) as all`)).rows[0].all as string;
    const before = await everything();
    const { status, body } = await foresee(session, { wallTime: `${day}T15:00`, durationMinutes: 90 });
    expect(status).toBe(200);
    expect(body.when).toEqual({ wallTime: `${day}T15:00`, timeZone: 'UTC', durationMinutes: 90, startsAt: `${day}T15:00:00.000Z`, endsAt: `${day}T16:30:00.000Z` });
    expect(body.counts).toEqual({ told: 4, untouched: 0, night: 1 });
    expect(body.items.map(({ name, role, kind, local }) => [name, role, kind, (local as { startsAt: string }).startsAt.slice(11), (local as { night: boolean }).night])).toEqual([
      ['cy', 'attendee', 'update', '00:00', true],
      ['Ada Lovelace', 'host', 'update', '15:00', false],
      ['bo', 'attendee', 'update', expect.stringMatching(/^1[01]:00$/), false],
      ['di', 'attendee', 'update', expect.stringMatching(/^1[67]:00$/), false],
    ]);
    expect(body.items.map(({ registrationId }) => typeof registrationId)).toEqual(['string', 'object', 'string', 'string']);
    expect(Math.abs(Date.parse(body.tellsAt) - Date.now() - 600_000)).toBeLessThan(10_000);
    expect(await everything()).toBe(before);
  });

  it('is nothing for whoever knows that time: an undone change reaches only who registered in between', async () => {
    let session = await planned(['early', 'UTC']);
    session = await foyer.edit(session, { wallTime: `${day}T12:00` });
    await foyer.settled();
    await foyer.register(session, 'between@example.org', 'between', { timeZone: 'UTC' });
    await foyer.until('confirmed', async () => (await foyer.ledger(session.id)).some(({ email, status }) => email === 'between@example.org' && status === 'sent'));
    const { body } = await foresee(session, { wallTime: `${day}T10:00` });
    expect([body.counts, body.items.map(({ name }) => name)]).toEqual([{ told: 1, untouched: 2, night: 0 }, ['between']]);
  });

  it('of a cancellation is told to everyone, at once, and keeps nobody up', async () => {
    const session = await planned(['eli', 'Asia/Tokyo']);
    const { body } = await foresee(session, { cancel: true });
    expect(body.counts).toEqual({ told: 2, untouched: 0, night: 0 });
    expect(new Set(body.items.map(({ kind }) => kind))).toEqual(new Set(['cancellation']));
    expect(Math.abs(Date.parse(body.tellsAt) - Date.now())).toBeLessThan(10_000);
  });

  it('comes in pages', async () => {
    const session = await planned(['p1', 'UTC'], ['p2', 'UTC'], ['p3', 'UTC']);
    const first = await foresee(session, { wallTime: `${day}T11:00`, limit: 3 });
    const second = await foresee(session, { wallTime: `${day}T11:00`, limit: 3, after: first.body.next });
    expect([first.body.items.length, second.body.items.length, second.body.next]).toEqual([3, 1, null]);
    expect(new Set([...first.body.items, ...second.body.items].map(({ email }) => email)).size).toBe(4);
    expect(first.body.counts).toEqual(second.body.counts);
  });

  it('is refused as the change itself would be', async () => {
    const session = await planned();
    expect(await foresee(session, { wallTime: '2020-01-01T10:00' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/wallTime' }] } });
    expect(await foresee(session, { timeZone: 'Mars/Base' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/timeZone' }] } });
    expect(await foresee(session, { wallTime: '2027-03-28T02:30', timeZone: 'Europe/Berlin' })).toMatchObject({ status: 422, body: { code: 'wall-time-skipped', next: '2027-03-28T03:00' } });
    expect(await foresee(session, { durationMinutes: 0 })).toMatchObject({ status: 422 });
    expect(await foresee(session, { surprise: 1 })).toMatchObject({ status: 422 });
    expect((await foresee(await foyer.schedule(60), {}, false)).status).toBe(404);
    await foyer.cancel(session);
    expect(await foresee(session, { wallTime: `${day}T11:00` })).toMatchObject({ status: 409, body: { code: 'session-not-movable' } });
  });
});
