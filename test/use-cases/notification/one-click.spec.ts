import { openHouse, type House } from '../../http/house.js';

describe('a mail program’s unsubscribe button, at the whole server', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse('one-click');
  }, 120_000);
  afterAll(() => house?.close());

  it('acts by POST in either form of RFC 8058, with no cookie, from any site; nothing else takes such bodies', async () => {
    const { PersonalPages } = await import('../../../src/notification/personal-pages.js');
    const links = house.app.get(PersonalPages, { strict: false });
    const ada = await house.organizer('Ada');
    const session = await house.schedule(ada, { registration: { fields: [] } });
    const off = async (address: string) => (await house.database.query('select reminders_off_at is not null as off from notification.recipient where email = $1', [address])).rows[0].off as boolean;
    const bodies = [
      ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
      ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'],
    ] as const;
    for (const [at, [type, body]] of bodies.entries()) {
      const address = `one${at}@example.org`;
      await house.register(session.slug, address);
      const { rows: [{ id }] } = await house.database.query('select id from notification.recipient where email = $1', [address]);
      const path = new URL(links.remindersOff(id as string)).pathname;
      expect((await house.http.get(path)).status).toBe(200);
      expect(await off(address)).toBe(false);
      const answer = await house.http.post(path).set({ 'content-type': type, origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' }).send(body);
      expect([answer.status, await off(address)]).toEqual([200, true]);
      expect((await house.http.post('/api/sessions').set({ 'content-type': type }).send(body)).status).toBe(415);
    }
    expect((await house.http.post(`/s/${session.slug}`).set('content-type', bodies[1][0]).send(bodies[1][1])).status).toBe(415);
  });
});
