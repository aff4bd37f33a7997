import pg from 'pg';
import { startPostgres, type TestCluster } from '../support/postgres.ts';
import { startProduct, type TestProduct } from '../support/product.ts';
import { sleep } from './fault.ts';
import { ScriptedMailServer } from './scripted-mail-server.ts';

/** What a run of faults came to. */
export interface Judgement {
  tried: number;
  acknowledged: number;
  /** Acknowledged, and no mail. */
  lost: number;
  /** Copies beyond what a kill after the final dot allows, or any under another Message-ID. */
  doubled: number;
}

/** One database, one scripted mail server, the built product in as many lives as it takes, and a history of what was acknowledged. */
export class MailFault {
  readonly mails = new ScriptedMailServer();
  readonly acknowledged = new Set<string>();
  /** How often a mail may come once more: at a death the server had read its dot, and the ledger did not know. */
  private readonly repeatable = new Map<string, number>();
  tried = 0;
  readonly database: pg.Pool;
  private readonly cluster: TestCluster;
  private readonly databaseUrl: string;
  private readonly lives = new Set<TestProduct>();
  private key = '';
  private slug = '';
  sessionId = '';

  private constructor(cluster: TestCluster, databaseUrl: string) {
    this.cluster = cluster;
    this.databaseUrl = databaseUrl;
    this.database = new pg.Pool({ connectionString: databaseUrl, max: 2 });
    this.database.on('error', () => undefined);
  }

  /** With an organizer and a session that people can register for. */
  static async begin(): Promise<MailFault> {
    const cluster = await startPostgres();
    const fault = new MailFault(cluster, await cluster.createDatabase('mail_faults'));
    await fault.mails.start();
    const product = await fault.live();
    const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
      const response = await fetch(product.url + path, { method: 'POST', headers: { 'content-type': 'application/json', origin: product.url, ...headers }, body: JSON.stringify(body) });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return { cookie: response.headers.getSetCookie().map((one) => one.split(';')[0]).join('; '), body: (await response.json()) as Record<string, string> };
    };
    const { cookie } = await post('/api/identity/sign-up', { name: 'Olga', email: 'olga@example.org', password: 'a long enough password' });
    fault.key = (await post('/api/identity/api-keys', { name: 'faults' }, { cookie })).body['key']!;
    const wallTime = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
    const { body } = await post('/api/sessions', { title: 'Faults', wallTime, timeZone: 'UTC', durationMinutes: 60, theme: 'webinar', registration: { fields: [] } }, { authorization: `Bearer ${fault.key}` });
    [fault.sessionId, fault.slug] = [body['id']!, body['slug']!];
    await fault.kill(product);
    return fault;
  }

  /** Another life of the product; armed, it dies by itself at that point. */
  async live(failpoint?: string): Promise<TestProduct> {
    const product = await startProduct({
      databaseUrl: this.databaseUrl, smtpUrl: this.mails.url, env: failpoint ? { NODE_ENV: 'test', FOYER_FAILPOINT: failpoint } : {},
    });
    this.lives.add(product);
    return product;
  }

  async kill(product: TestProduct): Promise<void> {
    product.kill();
    await this.death(product);
  }

  /** Until it is dead, by whatever hand. */
  async death(product: TestProduct, within = 30_000): Promise<void> {
    const { pid } = product;
    await until('the product’s death', () => pid === null || !alive(pid), within);
    this.lives.delete(product);
    await product.stop();
    await this.noteDeath();
  }

  /** Which mails the server had read, and the ledger did not know. */
  async noteDeath(): Promise<void> {
    await sleep(200); // what it had written is still being read
    const { rows } = await this.database.query<{ id: string }>(`select id from notification.delivery where status <> 'sent'`);
    const unbooked = new Set(rows.map(({ id }) => id));
    const there = new Map(this.mails.arrivals.map(({ messageId, to }) => [messageId.slice(1, 37), to]));
    for (const [id, to] of there) if (unbooked.has(id)) this.repeatable.set(to, (this.repeatable.get(to) ?? 0) + 1);
  }

  /** All at once; what was answered with 202 is acknowledged, and nothing else. */
  async register(product: TestProduct, addresses: readonly string[]): Promise<void> {
    this.tried += addresses.length;
    await Promise.all(addresses.map(async (email) => {
      const response = await fetch(`${product.url}/api/public/sessions/${this.slug}/registrations`, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, name: 'Someone', locale: 'en', timeZone: 'UTC' }), signal: AbortSignal.timeout(15_000),
      }).catch(() => null);
      if (response?.status === 202) this.acknowledged.add(email);
      await response?.arrayBuffer().catch(() => undefined);
    }));
  }

  /** The organizer's word at the session's own address; the answer's status. */
  async presses(word: 'start' | 'end', product: TestProduct): Promise<number> {
    return (await fetch(`${product.url}/api/sessions/${this.sessionId}/${word}`, { method: 'POST', headers: { authorization: `Bearer ${this.key}`, origin: product.url } })).status;
  }

  /** Who has a seat by the database, acknowledged or not: each of them gets a mail. */
  async seated(): Promise<string[]> {
    return (await this.database.query<{ email: string }>('select email from registration.registration')).rows.map(({ email }) => email);
  }

  /** Spares a test the 90 seconds in which nobody touches what a dead instance had claimed. */
  async forgetLeases(): Promise<void> {
    await this.database.query('update notification.delivery set leased_until = now() where leased_until > now()');
  }

  /** @returns how long it took, in seconds */
  async untilAllHaveMail(within: number): Promise<number> {
    const since = Date.now();
    await until('a mail for everyone', async () => {
      const there = new Set(this.mails.arrivals.map(({ to }) => to));
      return [...this.acknowledged, ...(await this.seated())].every((address) => there.has(address));
    }, within, () => this.missing());
    return (Date.now() - since) / 1_000;
  }

  async untilBooked(within: number): Promise<void> {
    await until('every delivery booked', async () => (await this.database.query(`select from notification.delivery where status in ('queued', 'deferred')`)).rowCount === 0, within, () => this.missing());
  }

  /** @param also how often else one mail may come once more: cut off after the dot by the server, not by a death */
  judge(also: (address: string) => number = () => 0): Judgement {
    const copies = new Map<string, string[]>();
    for (const { to, messageId } of this.mails.arrivals) copies.set(to, [...(copies.get(to) ?? []), messageId]);
    const doubled = [...copies].filter(([to, ids]) => new Set(ids).size > 1 || ids.length > 1 + (this.repeatable.get(to) ?? 0) + also(to));
    return { tried: this.tried, acknowledged: this.acknowledged.size, lost: [...this.acknowledged].filter((address) => !copies.has(address)).length, doubled: doubled.length };
  }

  async end(): Promise<void> {
    for (const product of [...this.lives]) await this.kill(product).catch(() => undefined);
    await this.mails.stop();
    await this.database.end();
    await this.cluster.stop();
  }

  private async missing(): Promise<string> {
    const { rows } = await this.database.query(`select status, count(*)::int, min(last_answer) as answer from notification.delivery group by 1`);
    const jobs = await this.database.query(`select name, state, count(*)::int from pgboss.job where state <> 'completed' and name not like '\\_\\_%' group by 1, 2`);
    return `arrived: ${this.mails.arrivals.length}, acknowledged: ${this.acknowledged.size}; the ledger: ${JSON.stringify(rows)}; waiting facts: ${JSON.stringify(jobs.rows)}`;
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export async function until(what: string, look: () => boolean | Promise<boolean>, within: number, said: () => Promise<string> = async () => ''): Promise<void> {
  for (const end = Date.now() + within; ; await sleep(50)) {
    if (await look()) return;
    if (Date.now() > end) throw new Error(`Not within ${within / 1_000} s: ${what}. ${await said()}`);
  }
}
