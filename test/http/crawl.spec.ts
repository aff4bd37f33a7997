import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHouse, type House, type Organizer } from './house.js';

const { paths } = JSON.parse(readFileSync(join(import.meta.dirname, '../../client/openapi.json'), 'utf8')) as { paths: Record<string, Record<string, unknown>> };
const SCANNERS = ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'GoogleImageProxy', 'BarracudaCentral', 'curl/8.0'];

/** A mail scanner opens every link, follows what it finds there, fills in what can be sent by GET, and presses no button. */
describe('a scanner that opens everything', () => {
  let house: House;
  let ada: Organizer;
  let starts: string[];
  let token: string;
  let speaker: string;
  let slug: string;
  beforeAll(async () => {
    house = await openHouse('crawl');
    ada = await house.organizer('Ada');
    const session = await house.schedule(ada, { registration: { fields: [{ label: 'Company', kind: 'short-text' }] } });
    const [open, cancelled] = [await house.schedule(ada), await house.schedule(ada, { registration: { fields: [] } })];
    slug = session.slug;
    token = await house.register(slug, 'grace@example.org');
    speaker = (await house.nameTeammate(ada, session, 'speaker')).token;
    await house.register(cancelled.slug, 'grace@example.org');
    await house.http.post(`/api/sessions/${cancelled.id}/cancel`).set(house.as(ada));
    await house.settled();
    const gets = Object.entries(paths).filter(([, methods]) => 'get' in methods).map(([path]) => path.replace('{id}', session.id).replace('{slug}', slug));
    const links = [token, speaker].flatMap((one) => [`/j/${one}`, `/me/${one}`, `/reminders-off/${one}`]);
    starts = [...gets, ...links, ...[session, open, cancelled].flatMap((one) => [`/s/${one.slug}`, `/room/${one.slug}`]), '/', '/desk', '/desk/new', '/sign-in', '/docs', '/openapi.json', '/problems/invalid', '/health/live', '/health/ready', '/metrics', '/robots.txt', '/favicon.ico', '/.well-known/security.txt'];
  }, 120_000);
  afterAll(() => house?.close());

  /** Addresses of this site that a page leads to: links, parts, and forms that are sent by GET, as they stand. */
  const found = (html: string, at: string): string[] => {
    const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\b${name}=["']?([^"'\\s>]*)`, 'i').exec(tag)?.[1]?.replaceAll('&amp;', '&');
    const linked = [...html.matchAll(/<(?:a|link|script|img|iframe|source)\b[^>]*>/gi)].flatMap(([tag]) => attribute(tag, 'href') ?? attribute(tag, 'src') ?? []);
    const sent = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].flatMap(([, form = '', inside = '']) => {
      if (/^post$/i.test(attribute(form, 'method') ?? 'get')) return [];
      const fields = [...inside.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/gi)].flatMap(([tag]) => (attribute(tag, 'name') ? [`${attribute(tag, 'name')}=${encodeURIComponent(attribute(tag, 'value') ?? 'x')}`] : []));
      return [`${attribute(form, 'action') || at.split('?')[0]}?${fields.join('&')}`];
    });
    return [...linked, ...sent].map((address) => new URL(address, `http://foyer.test${at}`)).filter(({ origin }) => origin === 'http://foyer.test').map(({ pathname, search }) => pathname + search);
  };

  it('changes nothing: the database is, row by row, as it was', async () => {
    await house.atRest();
    const before = await house.snapshot();
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['scheduling.session', 'registration.registration', 'conferencing.seat', 'notification.delivery', 'identity.session', 'platform.audit', 'platform.kept_answer', 'pgboss.job']));
    const opened = new Set<string>();
    const line = [...starts];
    for (let path = line.shift(); path !== undefined; path = line.shift()) {
      if (opened.has(path) || opened.size >= 500) continue;
      opened.add(path);
      for (const [turn, agent] of SCANNERS.entries()) {
        const headers = { 'user-agent': agent, accept: turn % 2 ? '*/*' : 'text/html', ...(turn === 2 && { cookie: ada.cookie }), ...(turn === 3 && house.as(ada)) } as Record<string, string>;
        if (turn === 0) await house.http.head(path).set(headers);
        const answer = await house.http.get(path).set(headers);
        expect([path, answer.status < 500]).toEqual([path, true]);
        if (/html/.test(answer.headers['content-type'] ?? '')) line.push(...found(answer.text, path));
      }
    }
    expect(opened.size).toBeGreaterThan(starts.length);
    // What a page's own script asks as soon as it is there.
    for (const one of [token, speaker, 'x'.repeat(27)]) {
      await house.http.post('/api/join/resolve').send({ token: one });
      await house.http.post('/api/registrant/read').send({ token: one });
      await house.http.post('/api/registrant/export').send({ token: one });
    }
    await house.http.post('/api/join/resolve').send({ slug });
    await house.settled();
    expect(await house.snapshot()).toEqual(before);
  }, 240_000);
});
