import { seconds, sleep, together, type Fault, type Options, type Say, type Verdict } from './fault.ts';
import { MailFault, until } from './mail-fault.ts';
import type { Stage, Turn } from './scripted-mail-server.ts';

/** Where the product ends itself, and where the mail server ends it. */
const POINTS = [
  'registration-begun', 'registration-stored', 'registration-committed', 'confirmation-begun', 'confirmation-written', 'confirmation-committed',
  'delivery-claimed', 'letter-rendered', 'mail-accepted', 'delivery-booked',
] as const;
const STAGES: readonly Stage[] = ['connect', 'rcpt', 'dot', 'answered'];

/** A server's moods, and what becomes of mails in them. */
const MOODS: readonly { name: string; at: Stage; turn: Turn; refused?: true }[] = [
  { name: '421 at the greeting', at: 'connect', turn: '421 closing' },
  { name: '554 at the greeting', at: 'connect', turn: '554 no' },
  { name: 'silence at the greeting', at: 'connect', turn: 'hang' },
  { name: '450 at RCPT', at: 'rcpt', turn: '450 later' },
  { name: '451 at RCPT', at: 'rcpt', turn: '451 greylisted' },
  { name: '550 at RCPT', at: 'rcpt', turn: '550 5.1.1 nobody', refused: true },
  { name: '552 at RCPT', at: 'rcpt', turn: '552 full', refused: true },
  { name: 'cut before the dot', at: 'data', turn: 'drop' },
  { name: '554 after the dot', at: 'dot', turn: '554 spam', refused: true },
  { name: '451 after the dot', at: 'dot', turn: '451 later' },
  { name: 'cut after the dot', at: 'dot', turn: 'drop' },
];

const RECOVERED_WITHIN = 100;
const HEALED_WITHIN = 120;

/** `kill`: kill -9 at each named point between registering and the mail, then at random under load. */
export const kill: Fault = async (options, say) => together([await kills(options, say), await randomKills(options, say)], { lost: 0, doubled: 0, recoverySeconds: RECOVERED_WITHIN });

/**
 * One life after the other ends, each at another point; then one lives on and finds what all of them left. Their
 * leases run out meanwhile, so each round waits once.
 */
async function kills({ runs, short }: Options, say: Say): Promise<Verdict> {
  const fault = await MailFault.begin();
  let recoverySeconds = 0;
  try {
    for (let run = 0; run < runs; run++) {
      for (const point of [...POINTS, ...STAGES]) {
        if (short) await fault.forgetLeases();
        const people = Array.from({ length: 3 }, (_, at) => `${point}-${run}-${at}@example.org`);
        const atStage = STAGES.includes(point as Stage);
        // one that finds what an earlier one left may die of it before it is ready: a death at that point as any other
        const doomed = await fault.live(atStage ? undefined : point).catch(() => null);
        if (!doomed) {
          await fault.noteDeath();
          continue;
        }
        if (atStage) {
          fault.mails.script = (stage) => {
            if (stage !== point) return null;
            doomed.kill();
            return stage === 'answered' ? null : 'drop';
          };
        }
        await fault.register(doomed, people);
        await fault.death(doomed);
        fault.mails.script = () => null;
      }
      if (short) await fault.forgetLeases();
      const since = Date.now();
      const heir = await fault.live();
      await fault.untilAllHaveMail((RECOVERED_WITHIN + 60) * 1_000);
      recoverySeconds = Math.max(recoverySeconds, seconds(Date.now() - since));
      await fault.untilBooked((RECOVERED_WITHIN + 60) * 1_000);
      await fault.kill(heir);
      say(`killed at each of ${POINTS.length + STAGES.length} points: ${JSON.stringify(fault.judge())}, all there after ${recoverySeconds} s`);
    }
    return verdict(fault.judge(), recoverySeconds, RECOVERED_WITHIN);
  } finally {
    await fault.end();
  }
}

function verdict(judged: { tried: number; acknowledged: number; lost: number; doubled: number }, recoverySeconds: number, within: number): Verdict {
  return { ...judged, recoverySeconds, goal: { lost: 0, doubled: 0, recoverySeconds: within }, met: judged.lost === 0 && judged.doubled === 0 && recoverySeconds <= within };
}

async function randomKills({ short }: Options, say: Say): Promise<Verdict> {
  const fault = await MailFault.begin();
  try {
    for (let life = 0; life < (short ? 2 : 5); life++) {
      const product = await fault.live();
      const until = Date.now() + 1_500 + Math.random() * 4_000;
      for (let wave = 0; Date.now() < until; wave++) {
        await fault.register(product, Array.from({ length: 10 }, (_, at) => `life${life}-${wave}-${at}@example.org`));
      }
      await fault.kill(product);
    }
    if (short) await fault.forgetLeases();
    const since = Date.now();
    await fault.live();
    await fault.untilAllHaveMail(240_000);
    const recoverySeconds = seconds(Date.now() - since);
    await fault.untilBooked(240_000);
    say(`killed at random under load: ${JSON.stringify(fault.judge())}`);
    return verdict(fault.judge(), recoverySeconds, RECOVERED_WITHIN);
  } finally {
    await fault.end();
  }
}

/** `smtp`: each mood of a mail server, and one that is away. */
export const smtp: Fault = async (_, say) => {
  const fault = await MailFault.begin();
  const [refused, repeatable] = [new Set<string>(), new Set<string>()];
  let recoverySeconds = 0;
  try {
    const product = await fault.live();
    const heal = async (name: string, people: readonly string[]): Promise<void> => {
      fault.mails.script = () => null;
      const since = Date.now();
      await until(`after ${name}, everyone’s mail`, () => people.every((address) => fault.mails.arrivals.some(({ to }) => to === address)), 180_000);
      await fault.untilBooked(180_000);
      recoverySeconds = Math.max(recoverySeconds, seconds(Date.now() - since));
      say(`${name}: all there ${((Date.now() - since) / 1_000).toFixed(1)} s after it was over`);
    };
    for (const [at, { name, at: where, turn, refused: forGood }] of MOODS.entries()) {
      const people = Array.from({ length: 5 }, (_, person) => `mood${at}-${person}@example.org`);
      fault.mails.script = (stage) => (stage === where ? turn : null);
      await fault.register(product, people);
      if (forGood) {
        for (const address of people) refused.add(address);
        await until(`${name}: failed at once, and to be seen`, async () => (await fault.database.query(
          `select from notification.delivery d join notification.recipient r on r.id = d.recipient_id where d.status = 'failed' and d.last_answer <> '' and r.email = any($1)`, [people])).rowCount === people.length, 10_000);
        say(`${name}: failed at once`);
      } else {
        if (where === 'dot' && turn === 'drop') for (const address of people) repeatable.add(address);
        await until(`${name}: tried`, async () => (await fault.database.query(
          `select from notification.delivery d join notification.recipient r on r.id = d.recipient_id where d.last_answer is not null and r.email = any($1)`, [people])).rowCount! > 0, 60_000);
        await heal(name, people);
      }
    }
    const people = Array.from({ length: 5 }, (_, person) => `away-${person}@example.org`);
    await fault.mails.stop();
    await fault.register(product, people);
    await sleep(5_000);
    await fault.mails.start();
    await heal('a server that was away', people);
    for (const address of refused) fault.acknowledged.delete(address);
    const judged = fault.judge((address) => (repeatable.has(address) ? Infinity : 0));
    return verdict({ ...judged, acknowledged: judged.acknowledged + refused.size }, recoverySeconds, HEALED_WITHIN);
  } finally {
    await fault.end();
  }
};

/** `two-instances`: very many due reminders for both at once, and *Start* pressed at both. */
export const twoInstances: Fault = async ({ due }, say) => {
  const fault = await MailFault.begin();
  try {
    const products = [await fault.live(), await fault.live()];
    await fault.register(products[0]!, ['model@example.org']);
    await fault.untilAllHaveMail(60_000);
    await fault.untilBooked(60_000);
    await fault.database.query(`update notification.delivery set sent_at = sent_at - interval '2 hours' where session_id = $1`, [fault.sessionId]);
    await fault.database.query(`
      insert into notification.recipient (id, session_id, role, email, name, time_zone, locale, status, sealed_token, revision, version, since)
      select gen_random_uuid(), session_id, 'attendee', 'due' || n || '@example.org', 'P ' || n, 'UTC', 'en', 'confirmed', sealed_token, 0, 1, now()
        from notification.recipient, generate_series(1, $1::int) n where email = 'model@example.org'`, [due]);
    const since = Date.now();
    await fault.database.query(`update notification.session set starts_at = now() + interval '29 minutes', ends_at = now() + interval '89 minutes' where id = $1`, [fault.sessionId]);
    await until(`${due} reminders sent`, async () => (await fault.database.query(`select from notification.delivery where kind = 'reminder' and status = 'sent'`)).rowCount! >= due + 2, 25 * 60_000);
    const recoverySeconds = seconds(Date.now() - since);
    const reminders = fault.mails.arrivals.filter(({ to }) => to.startsWith('due'));
    const distinct = new Set(reminders.map(({ messageId }) => messageId)).size;
    const people = new Set(reminders.map(({ to }) => to)).size;
    say(`two instances: ${reminders.length} mails, ${distinct} Message-IDs, ${people} people, in ${recoverySeconds.toFixed(1)} s`);
    const starts = await Promise.all([...products, ...products, ...products].map((product) => fault.presses('start', product)));
    // one fact for each subscriber, and no more than one for any
    const { rows: [started] } = await fault.database.query<{ times: number }>(`
      select coalesce(max(times), 0)::int as times from (select count(*) as times from pgboss.job where data ->> 'event' = 'scheduling.session-started' group by name) each`);
    const lost = due - people;
    const doubled = reminders.length - Math.min(distinct, people) + Math.max(0, started!.times - 1);
    return {
      tried: due + starts.length, acknowledged: due + starts.filter((status) => status === 200).length, lost, doubled, recoverySeconds,
      goal: { lost: 0, doubled: 0, starts: 1 }, met: lost === 0 && doubled === 0 && started!.times === 1, counts: { mails: reminders.length, messageIds: distinct, people, starts: started!.times },
    };
  } finally {
    await fault.end();
  }
};
