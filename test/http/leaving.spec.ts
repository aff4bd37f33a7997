import { draft, expectProblem, openHouse, type House, type Organizer, type SessionAnswer } from './house.js';

/** Signed in by their cookies: a key cannot end an account. */
describe('somebody who deletes their account', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse('leaving');
  }, 120_000);
  afterAll(() => house?.close());

  const signedIn = ({ cookie }: Organizer) => ({ cookie, origin: 'http://foyer.test' });
  const foresee = async (by: Organizer) => (await house.http.get('/api/account/leaving').set(signedIn(by))).body.workspaces as object[];
  const leave = (by: Organizer, email: string, password?: string) => house.http.post('/api/account/leave').set(signedIn(by)).send({ email, ...(password && { password }) });
  const addressOf = async ({ userId }: Organizer): Promise<string> => (await house.database.query('select email from identity."user" where id = $1', [userId])).rows[0].email as string;
  /** Belongs to the workspace of another from now on, and to none of their own. */
  const joins = async ({ userId }: Organizer, { workspaceId }: Organizer, role: 'owner' | 'member') => {
    await house.database.query(`update identity.member set "organizationId" = $1, role = $3 where "userId" = $2`, [workspaceId, userId, role]);
  };
  const statusOf = async ({ id }: SessionAnswer) => (await house.database.query('select status, host_name from scheduling.session where id = $1', [id])).rows[0] as { status: string; host_name: string };
  const PASSWORD = 'correct horse';

  it('learns before what becomes of their sessions, and then it does: planned ones are cancelled, live ones end, and nobody signs in any more', async () => {
    const ann = await house.organizer('Ann');
    const [planned, live, over] = [await house.schedule(ann, { registration: { fields: [] } }), await house.schedule(ann), await house.schedule(ann)];
    await house.register(planned.slug, 'guest@example.org');
    await house.http.put('/api/identity/workspace/look').set(house.as(ann)).send({ accent: '#7a1f5c' });
    for (const { id } of [live, over]) await house.http.post(`/api/sessions/${id}/start`).set(house.as(ann));
    await house.http.post(`/api/sessions/${over.id}/end`).set(house.as(ann));
    expect(await foresee(ann)).toEqual([{ workspaceId: ann.workspaceId, name: 'Ann', fate: 'closes', successor: null, cancelled: 1, ended: 1, handedOver: 0 }]);

    const email = await addressOf(ann);
    expectProblem(await leave(ann, 'somebody.else@example.org', PASSWORD), 422, 'invalid', ['/email']);
    expectProblem(await leave(ann, email, 'a wrong one'), 422, 'invalid', ['/password']);
    expectProblem(await leave(ann, email), 422, 'invalid', ['/password']);
    expectProblem(await house.http.post('/api/account/leave').set(house.as(ann)).send({ email, password: PASSWORD }), 403, 'not-by-key');
    expect((await statusOf(planned)).status).toBe('scheduled');

    expect((await leave(ann, email.toUpperCase(), PASSWORD)).status).toBe(204);
    await house.settled();
    expect([await statusOf(planned), await statusOf(live), await statusOf(over)]).toMatchObject([{ status: 'cancelled' }, { status: 'ended' }, { status: 'ended' }]);
    expect((await house.database.query(`select kind from notification.delivery join notification.recipient on recipient.id = recipient_id where email = 'guest@example.org' and kind = 'cancellation'`)).rowCount).toBe(1);
    expect((await house.http.get('/api/identity/me').set(signedIn(ann))).status).toBe(401);
    expect((await house.http.get('/api/sessions').set(house.as(ann))).status).toBe(401);
    expect((await house.http.post('/api/identity/sign-in').send({ email, password: PASSWORD })).status).toBe(401);
    const { rows: [left] } = await house.database.query(`select (select count(*)::int from identity."user" where id::text = $1) + (select count(*)::int from identity.member where "userId"::text = $1)
      + (select count(*)::int from identity.session where "userId"::text = $1) + (select count(*)::int from identity.account where "userId"::text = $1) + (select count(*)::int from identity.apikey where "referenceId" = $1)
      + (select count(*)::int from identity.organization where id::text = $2) + (select count(*)::int from identity.workspace_look where workspace_id = $2) as rows`, [ann.userId, ann.workspaceId]);
    expect(left).toEqual({ rows: 0 });
  });

  it('hands their sessions to another owner where there is one', async () => {
    const [bea, cem] = [await house.organizer('Bea'), await house.organizer('Cem')];
    await joins(cem, bea, 'owner');
    const [hers, live] = [await house.schedule(bea), await house.schedule(bea)];
    const his = (await house.http.post('/api/sessions').set(signedIn(cem)).send(draft())).body as SessionAnswer;
    await house.http.post(`/api/sessions/${live.id}/start`).set(house.as(bea));
    expect(await foresee(bea)).toEqual([{ workspaceId: bea.workspaceId, name: 'Bea', fate: 'stays', successor: 'Cem', cancelled: 0, ended: 0, handedOver: 2 }]);
    expect((await leave(bea, await addressOf(bea), PASSWORD)).status).toBe(204);
    await house.settled();
    expect([await statusOf(hers), await statusOf(live)]).toEqual([{ status: 'scheduled', host_name: 'Cem' }, { status: 'live', host_name: 'Cem' }]);
    expect((await house.http.get(`/api/sessions/${his.id}`).set(signedIn(cem))).status).toBe(200);
    expect((await house.http.post(`/api/sessions/${live.id}/end`).set(signedIn(cem))).status).toBe(200);
  });

  it('cannot leave others in a workspace that nobody owns', async () => {
    const [dan, eli] = [await house.organizer('Dan'), await house.organizer('Eli')];
    await joins(eli, dan, 'member');
    const session = await house.schedule(dan);
    expect(await foresee(dan)).toMatchObject([{ fate: 'needs-owner', successor: null, cancelled: 0, handedOver: 1 }]);
    expectProblem(await leave(dan, await addressOf(dan), PASSWORD), 409, 'last-owner');
    expect((await statusOf(session)).status).toBe('scheduled');
    expect((await house.http.get('/api/identity/me').set(signedIn(dan))).status).toBe(200);
    // Who is no owner may go at any time.
    expect((await leave(eli, await addressOf(eli), PASSWORD)).status).toBe(204);
    expect(await foresee(dan)).toMatchObject([{ fate: 'closes', cancelled: 1 }]);
  });

  it('with no sessions leaves none behind', async () => {
    const fay = await house.organizer('Fay');
    expect(await foresee(fay)).toMatchObject([{ fate: 'closes', cancelled: 0, ended: 0 }]);
    expect((await leave(fay, await addressOf(fay), PASSWORD)).status).toBe(204);
    expect((await house.http.post('/api/sessions').set(signedIn(fay)).send(draft())).status).toBe(401);
  });
});
