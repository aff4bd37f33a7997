import { openHouse, type House } from './house.js';

/** 200 mailed links are tried from one network in a quarter of an hour; three of them here. */
const FACTOR = '0.015';
const MOST = 3;

describe('who asks, where a proxy may stand in between,', () => {
  let house: House;
  afterEach(() => house?.close());

  /** With a link that never was: 410, until it is 429. */
  const ask = async (forwarded: string): Promise<number> => (await house.http.post('/api/identity/sign-in-by-link').set('x-forwarded-for', forwarded).send({ token: 'x'.repeat(32) })).status;
  /** How often it was answered, of one more than is allowed. */
  const answered = async (forwarded: (n: number) => string): Promise<number> => {
    const statuses = [];
    for (let n = 1; n <= MOST + 1; n++) statuses.push(await ask(forwarded(n)));
    expect(statuses.filter((status) => status !== 410 && status !== 429)).toEqual([]);
    return statuses.filter((status) => status === 410).length;
  };

  it('is the connection’s address where no proxy is configured, whatever it says of itself', async () => {
    house = await openHouse('forwarded by nobody', { RATE_LIMIT_FACTOR: FACTOR, TRUSTED_PROXIES: '' });
    expect(await answered((n) => `198.51.100.${n}`)).toBe(MOST);
  }, 120_000);

  it('is what the configured proxy has seen, and not what was written in front of that', async () => {
    house = await openHouse('forwarded by a proxy', { RATE_LIMIT_FACTOR: FACTOR, TRUSTED_PROXIES: '127.0.0.1' });
    expect(await answered((n) => `203.0.113.${n}, 198.51.100.7`)).toBe(MOST);
    expect(await answered((n) => `198.51.100.${10 + n}`)).toBe(MOST + 1);
  }, 120_000);

  it('is the connection’s address again where another one than the proxy asks', async () => {
    house = await openHouse('forwarded by a stranger', { RATE_LIMIT_FACTOR: FACTOR, TRUSTED_PROXIES: '192.0.2.1' });
    expect(await answered((n) => `198.51.100.${n}`)).toBe(MOST);
  }, 120_000);
});
