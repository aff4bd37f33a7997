import type { TestProduct } from '../../test/support/product.ts';
import { median, numberOf, pause, quantile, round, table, versionsOf, wordOf, type Measured } from '../measured.ts';
import { RATE_LIMIT_FACTOR, type Parts } from '../parts.ts';
import { BareCrowd, type Heard } from './bare-crowd.ts';
import { firstFrameOf, House, type Doors } from './house.ts';

const GOAL = { lastMs: 200, sooner: 3 };
/** By a bare client, so many within so long. */
const BARE = { people: 1_000, lastMs: 250 };

interface Opening {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly seen: number;
}

export const minutes = (options: readonly string[]): number => 10 + numberOf(options, 'rounds', 3) * 2;

/** From the host's click to the first frame that each waiting person's browser has decoded; the floor is the same with doors that open cold. */
export async function measure(options: readonly string[], parts: Parts): Promise<Measured> {
  const browsers = numberOf(options, 'browsers', 6);
  const rounds = numberOf(options, 'rounds', 3, 3);
  const databaseUrl = await (await parts.postgres()).createDatabase('doors');
  const { url: smtpUrl } = await parts.program('../mail-sink.ts', import.meta.url).ask<{ url: string }>({ do: 'listen' });
  const janus = await parts.janus();
  const people = numberOf(options, 'people', BARE.people, 0);
  const product: TestProduct = await parts.product({ databaseUrl, smtpUrl, janus, profile: wordOf(options, 'profile'), env: { WARM_DOORS: String(people + browsers) } });
  const house = await House.open(parts, product.url);

  const found: Record<Doors, Opening[]> = { warm: [], cold: [] };
  // The first round is for warming up: its code is compiled, nothing of it is counted.
  for (let number = 0; number <= rounds; number++) {
    for (const doors of number % 2 ? (['warm', 'cold'] as const) : (['cold', 'warm'] as const)) {
      const opening = await opened(house, doors, browsers);
      if (number > 0) found[doors].push(opening);
      process.stdout.write(`round ${number}, ${doors}: the last of ${opening.seen} after ${round(opening.max, 0)} ms\n`);
    }
  }
  await house.closes();
  const bare = people > 0 ? await byBareClients(await BareCrowd.gather(parts, product.url, people)) : null;
  return judged(found, bare, { people, browsers, rounds, chromium: house.version });
}

/** A whole connection each, and the first packet of sound on it. */
async function byBareClients(crowd: BareCrowd): Promise<Record<Doors, Heard>> {
  const heard = { warm: await crowd.hears('warm'), cold: await crowd.hears('cold') };
  for (const doors of ['warm', 'cold'] as const) process.stdout.write(`without browsers, ${doors}: the last of ${heard[doors].hearing} hears after ${round(heard[doors].max, 0)} ms\n`);
  return heard;
}

async function opened(house: House, doors: Doors, browsers: number): Promise<Opening> {
  const { id, slug } = await house.schedule(doors);
  await house.hostEnters(slug);
  const pages = [];
  for (let number = 1; number <= browsers; number++) pages.push(await house.waits(slug, number, doors));
  await pause(2_000); // what entering has left to do
  const clicked = await house.starts();
  const times = (await Promise.all(pages.map(firstFrameOf))).filter((at) => at !== null).map((at) => at - clicked);
  await house.ends(id);
  await Promise.all(pages.map((page) => page.context().close()));
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), max: quantile(times, 1), seen: times.length };
}

function judged(found: Record<Doors, Opening[]>, bare: Record<Doors, Heard> | null, { people, browsers, rounds, chromium }: { people: number; browsers: number; rounds: number; chromium: string }): Measured {
  const summary = (openings: readonly Opening[]) => {
    const of = (what: 'p50' | 'p99' | 'max') => round(median(openings.map((one) => one[what])));
    return { p50: of('p50'), p99: of('p99'), max: of('max'), rounds: openings.map(({ max }) => max) };
  };
  const [warm, cold] = [summary(found.warm), summary(found.cold)];
  const seen = (doors: Doors) => found[doors].reduce((sum, one) => sum + one.seen, 0);
  const sooner = round(cold.max / warm.max);
  const rounded = (heard: Heard) => Object.fromEntries(Object.entries(heard).map(([what, value]) => [what, round(value as number)]));
  const withoutBrowsers = bare && { people, warm: rounded(bare.warm), cold: rounded(bare.cold) };
  const counts = { browsers, rounds, rateLimitFactor: RATE_LIMIT_FACTOR, seenWarm: seen('warm'), seenCold: seen('cold'), sooner, withoutBrowsers };
  const complaints = (['warm', 'cold'] as const).flatMap((doors) => [
    ...(seen(doors) === browsers * rounds ? [] : [`${browsers * rounds - seen(doors)} saw nothing behind ${doors} doors.`]),
    ...(!bare || bare[doors].hearing === people ? [] : [`${people - bare[doors].hearing} of those without browsers heard nothing behind ${doors} doors.`]),
    ...(bare && bare[doors].early > 0 ? [`${bare[doors].early} packets came before Start.`] : []),
  ]);
  const bareMet = bare ? people >= BARE.people && bare.warm.max <= BARE.lastMs : false;
  return {
    result: {
      path: 'doors', ours: warm, floor: cold, ratio: round(warm.max / cold.max, 3), counts, goal: { ...GOAL, withoutBrowsers: BARE },
      met: complaints.length === 0 && warm.max <= GOAL.lastMs && sooner >= GOAL.sooner && bareMet,
      versions: { ...versionsOf('playwright-core'), chromium },
    },
    table: table([
      [`doors, ${browsers} browsers`, 'p50 ms', 'p99 ms', 'last ms'],
      ['warm', warm.p50, warm.p99, warm.max],
      ['cold', cold.p50, cold.p99, cold.max],
      ...(bare ? (['warm', 'cold'] as const).map((doors) => [`${people} without browsers, ${doors}`, bare[doors].p50, bare[doors].p99, bare[doors].max]) : []),
      ['browsers, cold / warm', cold.p50 / warm.p50, cold.p99 / warm.p99, sooner],
    ]),
    complaints,
  };
}
