import { openHouse, type House } from './house.js';

/** What a browser is shown at addresses that people follow, and a program at the same ones. */
describe('an address', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse('pages');
  }, 120_000);
  afterAll(() => house?.close());
  const asPerson = (path: string) => house.http.get(path).set('accept', 'text/html,application/xhtml+xml,*/*;q=0.8');

  it('that leads nowhere is a page for a person and a problem for a program', async () => {
    const page = await asPerson('/no/such/page').expect(404).expect('content-type', /text\/html/);
    expect(page.text).toContain('Nothing behind this door');
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'/);
    await house.http.get('/no/such/page').expect(404).expect('content-type', /application\/problem\+json/);
  });

  it('of the API answers with a problem whoever asks', async () => {
    await asPerson('/api/nothing').expect(404).expect('content-type', /application\/problem\+json/);
    await asPerson('/api/sessions').expect(401).expect('content-type', /application\/problem\+json/);
  });

  it('that a problem document names as its type says what such an answer is', async () => {
    const { body } = await house.http.get('/api/nothing').expect(404);
    const page = await asPerson(body.type as string).expect(200).expect('content-type', /text\/html/);
    expect(page.text).toContain(body.code as string);
    for (const none of ['/problems/<b>', '/problems/A', '/problems/a--b', `/problems/${'a-'.repeat(50)}a`]) await asPerson(none).expect(404);
  });

  it('/docs is the document as a page, without script and with its tag', async () => {
    const page = await asPerson('/docs').expect(200).expect('content-type', /text\/html/);
    expect(page.text).toContain('id="scheduleSession"');
    expect(page.text).not.toContain('<script');
    await house.http.get('/docs').set('if-none-match', page.headers['etag']!).expect(304);
  });
});
