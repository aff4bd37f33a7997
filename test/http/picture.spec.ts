import { ForgetPicturesAfterRetention } from '../../src/scheduling/picture/forget-pictures-after-retention.js';
import { PICTURES, turned, withParts } from '../support/pictures.js';
import { expectProblem, openHouse, type House, type Organizer, type SessionAnswer } from './house.js';

interface Shown { path: string; width: number; height: number; alt: string | null }

describe('the picture of a session', () => {
  let house: House;
  let ada: Organizer;
  beforeAll(async () => {
    house = await openHouse('http picture');
    ada = await house.organizer('Ada');
  }, 120_000);
  afterAll(() => house?.close());

  const show = ({ id, version }: { id: string; version: number }, body: object) => house.http.put(`/api/sessions/${id}/picture`).set({ ...house.as(ada), 'if-match': `"${version}"` }).send(body);
  const remove = ({ id, version }: { id: string; version: number }) => house.http.delete(`/api/sessions/${id}/picture`).set({ ...house.as(ada), 'if-match': `"${version}"` });
  const base64 = (file: Buffer): string => file.toString('base64');
  const pictured = async (file: Buffer = PICTURES.jpeg, alt: string | null = 'Bowls on a shelf'): Promise<SessionAnswer & { picture: Shown }> => {
    const answer = await show(await house.schedule(ada), { image: base64(file), alt });
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const bytesKept = async (): Promise<number> => (await house.database.query('select from scheduling.picture')).rowCount!;

  it('is told with the session to its organizer and to anybody with the address, and can be fetched without a cookie', async () => {
    for (const [name, type] of [['jpeg', 'image/jpeg'], ['png', 'image/png'], ['webp', 'image/webp']] as const) {
      const made = await pictured(PICTURES[name], '  Bowls\n on a shelf ');
      expect(made.picture).toEqual({ path: expect.stringMatching(new RegExp(`^/api/public/sessions/${made.slug}/picture/[\\w-]{43}$`)), width: 24, height: 16, alt: 'Bowls on a shelf' });
      expect((await house.http.get(`/api/public/sessions/${made.slug}`)).body.picture).toEqual(made.picture);
      const seen = await house.http.get(made.picture.path).buffer(true);
      expect([seen.status, seen.body.equals(PICTURES[name])]).toEqual([200, true]);
      expect(seen.headers).toMatchObject({ 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'public, max-age=31536000, immutable', 'content-security-policy': "default-src 'none'; sandbox" });
      expect(seen.headers['set-cookie']).toBeUndefined();
      expect((await house.http.get(made.picture.path).set('if-none-match', seen.headers['etag']!)).status).toBe(304);
    }
  });

  it('is kept without where, when and by whom it was taken, and stands as it was held', async () => {
    const secret = 'N 52.5163 E 13.3777';
    const made = await pictured(turned('jpeg', 6, secret));
    expect(made.picture).toMatchObject({ width: 16, height: 24 });
    const { body } = await house.http.get(made.picture.path).buffer(true);
    expect((body as Buffer).includes(secret)).toBe(false);
    const { rows } = await house.database.query('select picture::text as row from scheduling.picture where session_id = $1', [made.id]);
    expect((rows as { row: string }[])[0]!.row).not.toContain(Buffer.from(secret).toString('hex'));
  });

  it('is replaced at another address, and described in other words without being sent again', async () => {
    const made = await pictured();
    const other = (await show(made, { image: base64(PICTURES.webp), alt: null })).body;
    expect(other.picture).toMatchObject({ alt: null });
    expect(other.picture.path).not.toBe(made.picture.path);
    expectProblem(await house.http.get(made.picture.path), 404, 'picture-not-found');
    const told = (await show(other, { alt: 'A kiln' })).body;
    expect(told.picture).toEqual({ ...other.picture, alt: 'A kiln' });
    // The same once more is nothing new.
    expect((await show(told, { image: base64(PICTURES.webp), alt: 'A kiln' })).body).toMatchObject({ version: told.version, picture: told.picture });
  });

  it('is removed with its bytes, also when the session is long over, and another address never had it', async () => {
    const made = await pictured();
    const [other] = [await house.schedule(ada)];
    expectProblem(await house.http.get(made.picture.path.replace(made.slug, other.slug)), 404, 'picture-not-found');
    await house.http.post(`/api/sessions/${made.id}/start`).set(house.as(ada));
    const ended = (await house.http.post(`/api/sessions/${made.id}/end`).set(house.as(ada))).body;
    expectProblem(await show(ended, { image: base64(PICTURES.png), alt: null }), 409, 'session-over');
    const [before, removed] = [await bytesKept(), await remove(ended)];
    expect([removed.status, removed.body.picture]).toEqual([200, null]);
    expect(await bytesKept()).toBe(before - 1);
    expectProblem(await house.http.get(made.picture.path), 404, 'picture-not-found');
    // Where there is none, nothing happens.
    expect((await remove(removed.body)).body.version).toBe(removed.body.version);
  });

  it('goes with the session that is deleted, and stays with its duplicate', async () => {
    const made = await pictured();
    const copy = (await house.http.post(`/api/sessions/${made.id}/duplicate`).set(house.as(ada)).send({ wallTime: '2040-01-01T10:00' })).body;
    expect(copy.picture).toEqual({ ...made.picture, path: made.picture.path.replace(made.slug, copy.slug) });
    await house.settled();
    const before = await bytesKept();
    expect((await house.http.delete(`/api/sessions/${made.id}`).set(house.as(ada))).status).toBe(204);
    expect(await bytesKept()).toBe(before - 1);
    expect((await house.http.get(copy.picture.path)).status).toBe(200);
  });

  it('is forgotten with the people, so many days after the session', async () => {
    const [old, young] = [await pictured(), await pictured()];
    for (const [{ id }, days] of [[old, 91], [young, 89]] as const) await house.database.query(`update scheduling.session set status = 'ended', ended_at = now() - make_interval(days => $2) where id = $1`, [id, days]);
    await house.app.get(ForgetPicturesAfterRetention).scan();
    expectProblem(await house.http.get(old.picture.path), 404, 'picture-not-found');
    expect((await house.http.get(`/api/public/sessions/${old.slug}`)).body.picture).toBeNull();
    expect((await house.http.get(young.picture.path)).status).toBe(200);
  });

  it('is refused where it is none, in a sentence beside the field, and what is there stays', async () => {
    const made = await pictured();
    const refused = async (body: object, status: number, code: string) => {
      const answer = await show(made, body);
      expectProblem(answer, status, status === 413 ? code : 'invalid', ['image' in body ? '/image' : '/alt']);
      if (status !== 413) expect(answer.body.errors[0].code).toBe(code);
    };
    await refused({ image: base64(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), alt: null }, 422, 'picture-type');
    await refused({ image: base64(PICTURES.jpeg.subarray(0, 500)), alt: null }, 422, 'picture-broken');
    await refused({ image: base64(withParts('jpeg', [], Buffer.alloc(2 * 1_048_576))), alt: null }, 413, 'picture-too-large');
    expect((await show(made, { image: 'no base64!', alt: null })).status).toBe(422);
    for (const alt of ['', '  ', 'x'.repeat(301), 7]) expect([alt, (await show(made, { alt })).status]).toEqual([alt, 422]);
    expect((await show(made, { image: base64(PICTURES.png) })).status).toBe(422);
    expectProblem(await show(await house.schedule(ada), { alt: 'Nothing there' }), 422, 'invalid', ['/image']);
    expectProblem(await show({ ...made, version: 1 }, { alt: 'Late' }), 412, 'changed-meanwhile');
    expectProblem(await remove({ ...made, version: 1 }), 412, 'changed-meanwhile');
    expect((await house.http.get(`/api/sessions/${made.id}`).set(house.as(ada))).body).toMatchObject({ version: made.version, picture: made.picture });
  });

  it('is shown once where two show one at the same moment, and what is told of it is what is there', async () => {
    const made = await house.schedule(ada);
    const answers = await Promise.all([PICTURES.jpeg, PICTURES.png, PICTURES.webp, PICTURES.lossless].map((file) => show(made, { image: base64(file), alt: null })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of answers) expect([200, 409, 412]).toContain(status);
    const { picture } = (await house.http.get(`/api/public/sessions/${made.slug}`)).body;
    expect((await house.http.get(picture.path)).status).toBe(200);
  });
});
