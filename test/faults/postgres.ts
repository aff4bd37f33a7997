import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { Organizer } from '../../bench/organizer.ts';
import { startPostgres, type TestCluster } from '../support/postgres.ts';
import { startProduct, type TestProduct } from '../support/product.ts';
import { seconds, sleep, type Fault } from './fault.ts';
import { until } from './mail-fault.ts';
import { ScriptedMailServer } from './scripted-mail-server.ts';

const NO_REQUEST_LONGER_THAN = 5;
const UNREADY_WITHIN = 5;
const HEALTHY_WITHIN = 5;
/** Our clock's, where two cores run everything: what is measured is rounded, and timers are late. */
const SLACK = 0.7;
const AT_ONCE = 8;

interface Outage {
  readonly name: string;
  /** How long it is away. */
  readonly seconds: number;
  begin(cluster: TestCluster): Promise<void> | void;
  end(cluster: TestCluster): Promise<void> | void;
}

/** `postgres`: restarted, crashed, stopped for a while and frozen, while people register. */
export const postgres: Fault = async ({ short }, say) => {
  const outages: readonly Outage[] = [
    { name: 'fast restart', seconds: 0, begin: (cluster) => ended(cluster, 'SIGINT'), end: (cluster) => cluster.start() },
    { name: 'immediate restart', seconds: 0, begin: (cluster) => ended(cluster, 'SIGQUIT'), end: (cluster) => cluster.start() },
    { name: 'stopped', seconds: short ? 6 : 60, begin: (cluster) => ended(cluster, 'SIGINT'), end: (cluster) => cluster.start() },
    { name: 'frozen', seconds: short ? 7 : 30, begin: (cluster) => toAll(cluster, 'SIGSTOP'), end: (cluster) => toAll(cluster, 'SIGCONT') },
  ];
  const cluster = await startPostgres({ own: true });
  const mails = new ScriptedMailServer();
  await mails.start();
  let product: TestProduct | undefined;
  try {
    const databaseUrl = await cluster.createDatabase('postgres_faults');
    product = await startProduct({ databaseUrl, smtpUrl: mails.url });
    const { pid } = product;
    const organizer = await Organizer.signUp(product.url);
    const { slug } = await organizer.schedule({ title: 'Faults', theme: 'webinar', registration: { fields: [] } });
    const load = new Load(product, slug);
    const found: { name: string; unreadyAfter: number | null; healthyAfter: number }[] = [];
    await load.runs(1_500);
    for (const outage of outages) {
      const began = Date.now();
      const back = await cut(cluster, outage);
      await until('it is ready again', () => load.isReady, 60_000, async () => `${outage.name}: ${JSON.stringify(load.answers)} ${product!.log().slice(-4_000)}`);
      const firstUnready = load.readiness.find(({ at, ready }) => at >= began && !ready);
      const healthyAt = load.readiness.findLast(({ ready }, index, all) => ready && index > 0 && !all[index - 1]!.ready)?.at ?? back;
      found.push({ name: outage.name, unreadyAfter: firstUnready ? seconds(firstUnready.at - began) : null, healthyAfter: seconds(Math.max(0, healthyAt - back)) });
      say(JSON.stringify(found.at(-1)));
      await sleep(2_000);
    }
    await load.stops();
    const database = new pg.Pool({ connectionString: databaseUrl, max: 1 });
    const open = async () => (await database.query(`select 1 from notification.delivery where status in ('queued', 'deferred') limit 1`)).rowCount! > 0
      || (await database.query(`select 1 from pgboss.job where state < 'completed' and name not like '\\_\\_%' limit 1`)).rowCount! > 0;
    await until('every mail has left', async () => !(await open()), 180_000);
    const rows = new Map((await database.query<{ email: string; n: number }>('select email, count(*)::int as n from registration.registration group by 1')).rows.map(({ email, n }) => [email, n]));
    await database.end();
    const mailed = new Map<string, number>();
    for (const { to } of mails.arrivals) mailed.set(to, (mailed.get(to) ?? 0) + 1);
    const lost = [...load.acknowledged].filter((email) => !rows.has(email) || !mailed.has(email)).length;
    const doubled = [...rows].filter(([email, n]) => n > 1 || (mailed.get(email) ?? 0) > 1).length;
    const samePid = product.pid === pid && product.pid !== null;
    const recoverySeconds = Math.max(...found.map(({ healthyAfter }) => healthyAfter));
    const readinessHeld = found.every(({ name, unreadyAfter }) => (unreadyAfter === null ? /restart/.test(name) : unreadyAfter <= UNREADY_WITHIN + SLACK));
    return {
      tried: load.tried, acknowledged: load.acknowledged.size, lost, doubled, recoverySeconds,
      goal: { lost: 0, doubled: 0, recoverySeconds: HEALTHY_WITHIN, unreadySeconds: UNREADY_WITHIN, longestRequestSeconds: NO_REQUEST_LONGER_THAN, exits: 0 },
      met: lost === 0 && doubled === 0 && samePid && readinessHeld && recoverySeconds <= HEALTHY_WITHIN + SLACK && load.longest <= NO_REQUEST_LONGER_THAN + SLACK,
      counts: { outages: found, longestRequestSeconds: load.longest, answers: load.answers, exits: samePid ? 0 : 1 },
    };
  } finally {
    toAll(cluster, 'SIGCONT');
    product?.kill();
    await product?.stop();
    await mails.stop();
    await cluster.stop();
  }
};

/** @returns when it was there again */
async function cut(cluster: TestCluster, outage: Outage): Promise<number> {
  await outage.begin(cluster);
  await sleep(outage.seconds * 1_000);
  await outage.end(cluster);
  return Date.now();
}

async function ended(cluster: TestCluster, signal: NodeJS.Signals): Promise<void> {
  const { pid } = cluster;
  cluster.kill(signal);
  await until('PostgreSQL has ended', () => pid === null || !readdirSync('/proc').includes(String(pid)), 20_000);
}

/** Every process of the cluster: frozen alone, its parent would only refuse new connections. */
function toAll(cluster: TestCluster, signal: NodeJS.Signals): void {
  if (cluster.pid === null) return;
  for (const pid of [cluster.pid, ...childrenOf(cluster.pid)]) {
    try {
      process.kill(pid, signal);
    } catch { /* gone meanwhile */ }
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && Number(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[1]) === parent;
    } catch {
      return false;
    }
  }).map(Number);
}

/** People who register, some at once, and a balancer that asks how the product is. They write down what they were told. */
class Load {
  tried = 0;
  longest = 0;
  readonly acknowledged = new Set<string>();
  readonly answers: Record<string, number> = {};
  readonly readiness: { at: number; ready: boolean }[] = [];
  private over = false;
  private readonly working: Promise<unknown>;
  private readonly url: string;
  private readonly slug: string;

  constructor({ url }: TestProduct, slug: string) {
    [this.url, this.slug] = [url, slug];
    this.working = Promise.all([this.watches(), ...Array.from({ length: AT_ONCE }, (_, one) => this.registers(one))]);
  }

  get isReady(): boolean {
    return this.readiness.at(-1)?.ready ?? false;
  }

  runs(ms: number): Promise<void> {
    return sleep(ms);
  }

  async stops(): Promise<void> {
    this.over = true;
    await this.working;
  }

  private async registers(one: number): Promise<void> {
    for (let number = 0; !this.over; number++) {
      const email = `p${one}-${number}@example.org`;
      this.tried++;
      const status = await this.ask(`/api/public/sessions/${this.slug}/registrations`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, name: 'Someone', locale: 'en', timeZone: 'UTC' }) });
      if (status === 202) this.acknowledged.add(email);
      this.answers[status] = (this.answers[status] ?? 0) + 1;
      await sleep(100);
    }
  }

  private async watches(): Promise<void> {
    for (; !this.over; await sleep(200)) this.readiness.push({ ready: (await this.ask('/health/ready')) === 200, at: Date.now() });
  }

  /** The status; 0 where there was no answer. */
  private async ask(path: string, init: RequestInit = {}): Promise<number> {
    const began = performance.now();
    const response = await fetch(this.url + path, { ...init, signal: AbortSignal.timeout(20_000) }).catch(() => null);
    await response?.arrayBuffer().catch(() => undefined);
    this.longest = Math.max(this.longest, seconds(performance.now() - began));
    return response?.status ?? 0;
  }
}
