import { ORIGIN, draft, openHouse, type House, type Organizer } from './house.js';

interface Entry { at: Date; workspace_id: string; user_id: string; via: string; what: string; which: Record<string, string>; status: number }

describe('the audit log', () => {
  let house: House;
  let ada: Organizer;
  beforeAll(async () => {
    house = await openHouse('audit');
    ada = await house.organizer('Ada');
  }, 120_000);
  afterAll(() => house?.close());

  const entries = async (): Promise<Entry[]> => (await house.database.query<Entry>('select * from platform.audit order by id')).rows;
  const added = async (act: () => Promise<unknown>): Promise<Entry[]> => {
    const before = (await entries()).length;
    await act();
    return (await entries()).slice(before);
  };

  it('has each change that an organizer made: who, what, which, when, and by what', async () => {
    const session = await house.schedule(ada);
    const [started] = await added(() => house.http.post(`/api/sessions/${session.id}/start`).set(house.as(ada)));
    expect(started).toMatchObject({ workspace_id: ada.workspaceId, user_id: ada.userId, via: 'api-key', what: 'POST /api/sessions/:id/start', which: { id: session.id }, status: 200 });
    expect(Math.abs(Date.now() - started!.at.getTime())).toBeLessThan(600_000);
    const [ended] = await added(() => house.http.post(`/api/sessions/${session.id}/end`).set({ cookie: ada.cookie, origin: ORIGIN }));
    expect(ended).toMatchObject({ via: 'cookie', what: 'POST /api/sessions/:id/end' });
  });

  it('has it once, however often it is asked with one key', async () => {
    const body = draft();
    const ask = () => house.http.post('/api/sessions').set({ ...house.as(ada), 'idempotency-key': 'once' }).send(body);
    expect(await added(async () => (await ask(), await ask()))).toHaveLength(1);
  });

  it('has nothing of who only looks, of what was refused, and of who is nobody', async () => {
    const session = await house.schedule(ada, { registration: { fields: [] } });
    expect(await added(async () => {
      await house.http.get('/api/sessions').set(house.as(ada));
      await house.http.post('/api/sessions').set(house.as(ada)).send({});
      await house.http.post(`/api/sessions/${session.id}/end`).set(house.as(ada));
      await house.register(session.slug, 'grace@example.org');
    })).toEqual([]);
  });

  it('bears no address, name or text, whatever was sent', async () => {
    const session = await house.schedule(ada, { title: 'Unmistakable', registration: { fields: [] } });
    await house.nameTeammate(ada, session, 'speaker', 'lise@example.org');
    await house.http.post('/api/identity/invitations').set(house.as(ada)).send({ email: 'new@example.org' });
    expect(JSON.stringify(await entries())).not.toMatch(/example\.org|lise|Unmistakable/i);
  });

  it('is only added to', async () => {
    for (const change of ['update platform.audit set user_id = $$nobody$$', 'delete from platform.audit', 'truncate platform.audit']) {
      await expect(house.database.query(change)).rejects.toThrow('only added to');
    }
  });
});
