import fc from 'fast-check';
import { openHouse, type House, type Organizer } from '../http/house.js';
import { allActs, anEmptyHouse, answered, holdsClaim, isOver, lives, type Expected, type Real } from './lives.js';

/** More by `FOYER_FUZZ_LIVES`; another run by `FOYER_FUZZ_SEED`, which every failure names. */
const LIVES = Number(process.env['FOYER_FUZZ_LIVES'] ?? 25);
const SEED = Number(process.env['FOYER_FUZZ_SEED'] ?? Date.now() % 1_000_000_000);

describe(`whole lives of sessions and registrations, in any order (seed ${SEED})`, () => {
  let house: House;
  let organizer: Organizer;
  let sealer: Real['sealer'];
  let runs = 0;
  const onlyErased = new Set<string>();
  const tried = new Map<string, number>();

  beforeAll(async () => {
    house = await openHouse('lives');
    organizer = await house.organizer('Ada');
    const { Sealer } = await import('../../src/platform/config/sealed.js');
    sealer = new Sealer(process.env['FOYER_SECRET']!);
  }, 120_000);
  afterAll(() => house?.close());

  /** What the database has of each session is what the acts should have made of it. */
  async function rulesHold({ events, everErased }: Expected): Promise<void> {
    for (const event of events) {
      const { rows } = await house.database.query<{ id: string; email: string | null; name: string | null; token_hash: string | null; status: string; erased_at: Date | null }>(
        'select id, email_key as email, name, token_hash, status, erased_at from registration.registration where session_id = $1 order by registered_at, id', [event.id]);
      expect(rows.map(({ id, status, erased_at: erased }) => [id, erased ? 'erased' : status])).toEqual(event.people.map(({ id, standing }) => [id, standing]));
      for (const { email, name, token_hash: hash } of rows.filter(({ erased_at: erased }) => erased)) expect([email, name, hash]).toEqual([null, null, null]);
      const claims = event.people.filter(holdsClaim).map(({ email }) => email);
      expect(new Set(claims).size).toBe(claims.length);
      if (event.capacity === null) continue;
      const confirmed = event.people.filter(({ standing }) => standing === 'confirmed').length;
      expect(confirmed).toBeLessThanOrEqual(event.capacity);
      // nobody stands in line before a free seat
      if (!isOver(event) && confirmed < event.capacity) expect(event.people.map(({ standing }) => standing)).not.toContain('waitlisted');
    }
    const living = new Set(events.flatMap(({ people }) => people.filter(({ standing }) => standing !== 'erased').map(({ email }) => email)));
    for (const email of everErased) if (!living.has(email)) onlyErased.add(email);
  }

  it(`are answered as they stand, and what is dead stays dead: ${LIVES} lives`, async () => {
    await fc.assert(
      fc.asyncProperty(lives, async (acts) => {
        const real: Real = { house, organizer, sealer, run: ++runs };
        const expected = anEmptyHouse();
        await fc.asyncModelRun(() => ({ model: expected, real }), acts);
        for (const act of String(acts).match(/[a-z][a-z ]+(?=\()/g) ?? []) tried.set(act, (tried.get(act) ?? 0) + 1);
        await house.settled();
        await rulesHold(expected);
        for (const token of expected.dead) {
          for (const act of ['read', 'change', 'withdraw', 'send-again', 'export', 'erase']) expect([act, ...(await answered(real, 'post', `/api/registrant/${act}`, { token })).answer]).toEqual([act, 404, 'link-not-found']);
          expect((await answered(real, 'post', '/api/join/resolve', { token })).answer).toEqual([404, 'link-not-found']);
          expect((await answered(real, 'post', '/api/join', { token, name: 'Ghost' })).answer).toEqual([404, 'link-not-found']);
        }
      }),
      { numRuns: LIVES, seed: SEED, interruptAfterTimeLimit: 240_000, markInterruptAsFailure: false, endOnFailure: true, verbose: 1 },
    );
    // Nothing was left out by chance: each act was tried.
    expect([...tried.keys()].sort()).toEqual(allActs);
  }, 300_000);

  it('and whoever was erased stands nowhere in the database', async () => {
    await house.settled();
    const everything = Object.values(await house.snapshot()).flat().join('\n').toLowerCase();
    expect(onlyErased.size).toBeGreaterThan(0);
    expect([...onlyErased].filter((email) => everything.includes(email))).toEqual([]);
  });
});
