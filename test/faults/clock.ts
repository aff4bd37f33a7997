import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Organizer } from '../../bench/organizer.ts';
import { startPostgres } from '../support/postgres.ts';
import { startProduct } from '../support/product.ts';
import { seconds, sleep, type Fault } from './fault.ts';
import { until } from './mail-fault.ts';
import { ScriptedMailServer } from './scripted-mail-server.ts';

const HOUR = 3_600_000;
const preload = new URL('./false-clock.mjs', import.meta.url).href;

/**
 * `clock`: the app's own clock jumps, the database's does not. One session is 50 minutes away, which is too early whatever
 * the app believes; the other comes into its last half hour: its people are reminded once, and nobody else.
 */
export const clock: Fault = async ({ short }, say) => {
  const cluster = await startPostgres();
  const mails = new ScriptedMailServer();
  await mails.start();
  const offset = join(mkdtempSync(join(tmpdir(), 'foyer-clock-')), 'offset');
  const jump = async (ms: number): Promise<void> => {
    writeFileSync(offset, String(ms));
    await sleep(500);
  };
  writeFileSync(offset, '0');
  const databaseUrl = await cluster.createDatabase('clock_faults');
  const product = await startProduct({ databaseUrl, smtpUrl: mails.url, env: { NODE_OPTIONS: `--import=${preload}`, FALSE_CLOCK: offset } });
  const database = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const organizer = await Organizer.signUp(product.url);
    const begins = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16);
    const plan = async (title: string, minutes: number): Promise<{ id: string; slug: string }> => organizer.post('/api/sessions', { title, theme: 'webinar', registration: { fields: [] }, wallTime: begins(minutes), timeZone: 'UTC', durationMinutes: 60 });
    const far = await plan('far', 180);
    const near = await plan('near', 180);
    const people = Array.from({ length: 20 }, (_, one) => one);
    const mailed = (to: string) => mails.arrivals.filter((one) => one.to === to).length;
    for (const { slug, kind } of [{ ...far, kind: 'far' }, { ...near, kind: 'near' }]) {
      await until(`${kind} is open`, async () => (await fetch(`${product.url}/s/${slug}`)).status === 200, 20_000);
      for (const one of people) await fetch(`${product.url}/api/public/sessions/${slug}/registrations`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: `${kind}${one}@example.org`, name: 'P', locale: 'en', timeZone: 'Europe/Berlin' }) });
    }
    const everyone = people.flatMap((one) => [`far${one}@example.org`, `near${one}@example.org`]);
    await until('everybody is confirmed', () => everyone.every((to) => mailed(to) === 1), 60_000);
    // By the database it is half an hour before the one, and 50 minutes before the other.
    await database.query(`update notification.delivery set sent_at = sent_at - interval '2 hours'`);
    await database.query(`update notification.session set starts_at = now() + interval '50 minutes', ends_at = now() + interval '110 minutes' where id = $1`, [far.id]);
    const reminded = async (): Promise<{ far: number; near: number; copies: number }> => {
      const { rows } = await database.query<{ title: string; n: number }>(`select s.title, count(*)::int as n from notification.delivery d join notification.session s on s.id = d.session_id join notification.recipient r on r.id = d.recipient_id where d.kind = 'reminder' and r.role = 'attendee' group by 1`);
      const of = (title: string): number => rows.find((row) => row.title === title)?.n ?? 0;
      return { far: of('far'), near: of('near'), copies: everyone.reduce((sum, to) => sum + Math.max(0, mailed(to) - (to.startsWith('near') && of('near') > 0 ? 2 : 1)), 0) };
    };
    const jumps: { name: string; ms: number }[] = [{ name: '+1 h', ms: HOUR }, { name: '−2 h', ms: -2 * HOUR }, ...(short ? [] : [{ name: 'across a change of clocks', ms: acrossDst() }])];
    let early = 0;
    for (const { name, ms } of jumps) {
      await jump(ms);
      await sleep(7_000); // two scans: what should not come must have its time to come
      const found = await reminded();
      early += found.far + found.near;
      say(`${name}: ${JSON.stringify(found)}`);
    }
    await jump(-2 * HOUR);
    const since = Date.now();
    await database.query(`update notification.session set starts_at = now() + interval '29 minutes', ends_at = now() + interval '89 minutes' where id = $1`, [near.id]);
    await until('who is due is reminded', () => people.every((one) => mailed(`near${one}@example.org`) >= 2), 60_000);
    const recoverySeconds = seconds(Date.now() - since);
    for (const { name, ms } of jumps) {
      await jump(ms);
      await sleep(7_000);
      say(`${name}, reminded: ${JSON.stringify(await reminded())}`);
    }
    const after = await reminded();
    const lost = people.filter((one) => mailed(`near${one}@example.org`) < 2).length;
    const doubled = after.copies;
    early += after.far;
    return { tried: everyone.length, acknowledged: people.length, lost, doubled, recoverySeconds, goal: { lost: 0, doubled: 0, early: 0 }, met: lost === 0 && doubled === 0 && early === 0, counts: { early, jumps: jumps.length * 2 + 1, reminded: after.near } };
  } finally {
    await database.end();
    product.kill();
    await product.stop();
    await mails.stop();
    await cluster.stop();
  }
};

/** How far it is to half an hour past the next change of clocks in Berlin. */
function acrossDst(): number {
  const offsetAt = (at: number): string => new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', timeZoneName: 'longOffset' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')!.value;
  const from = Date.now();
  let at = from;
  while (offsetAt(at) === offsetAt(from)) at += HOUR;
  return at - from + HOUR / 2;
}
