import { query } from '../../embedded/postgres.ts';
import type { TestProduct } from '../support/product.ts';
import { Balancer } from './balancer.ts';
import { Crowd, type PageLine } from './crowd.ts';
import { seconds, sleep, type Say, type Verdict } from './fault.ts';
import { LiveHouse } from './live-house.ts';
import { until } from './mail-fault.ts';

const BACK_WITHIN = 10;
const EXIT_WITHIN = 25;
const RESTART = 1012;
const AT_ONCE = 8;

/** `deploy`: two instances behind a balancer are replaced one after the other, while people register, read and wait. */
export async function rollingDeploy(Line: PageLine, { people, rounds }: { people: number; rounds: number }, say: Say): Promise<Verdict> {
  const house = await LiveHouse.begin(2);
  const balancer = await new Balancer().listens();
  try {
    let serving = [...house.products];
    for (const { url } of serving) await balancer.add(url);
    const open = await house.session('Deployed');
    const page = await house.organizer.schedule({ title: 'Registered', theme: 'webinar', registration: { fields: [] } });
    const crowd = new Crowd(Line, balancer.url);
    await crowd.arrive(open.slug, people);
    const load = new Load(balancer.url, page.slug);
    const exits: number[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const old of serving) {
        const fresh = await house.instance();
        await balancer.add(fresh.url);
        await sleep(1_000);
        const since = Date.now();
        await endedByDeploy(old);
        exits.push(seconds(Date.now() - since));
        balancer.remove(old.url);
        serving = [...serving.filter((one) => one !== old), fresh];
        await until('everybody is on the line again', () => crowd.onLine === people, 60_000, async () => `${crowd.onLine} of ${people}`);
        say(`replaced: ended ${exits.at(-1)} s after SIGTERM, ${crowd.onLine} of ${people} on the line; ${JSON.stringify(load.answers)}`);
      }
    }
    await load.stops();
    const rows = new Set((await query(house.databaseUrl, 'select email from registration.registration')).map(({ email }) => email));
    const gone = [...load.acknowledged].filter((email) => !rows.has(email)).length;
    const closes = crowd.seats.flatMap(({ closes: all }) => all);
    const others = closes.filter((code) => code !== RESTART).length;
    const recoverySeconds = seconds(Math.max(0, ...crowd.seats.flatMap(({ away }) => away)) * 1_000);
    const lost = load.failed.length + gone + (people - crowd.onLine);
    await crowd.leave();
    return {
      tried: load.tried, acknowledged: load.tried - load.failed.length, lost, doubled: 0, recoverySeconds,
      goal: { lost: 0, recoverySeconds: BACK_WITHIN, closedOtherwise: 0, exitSeconds: EXIT_WITHIN },
      met: lost === 0 && others === 0 && closes.length > 0 && recoverySeconds <= BACK_WITHIN && Math.max(...exits) <= EXIT_WITHIN,
      counts: { answers: load.answers, failed: load.failed.slice(0, 5), socketsClosed: closes.length, closedOtherwise: others, exitSeconds: exits },
    };
  } finally {
    await balancer.stop();
    await house.end();
  }
}

async function endedByDeploy(product: TestProduct): Promise<void> {
  const { pid } = product;
  product.kill('SIGTERM');
  await until('the old one has ended', () => { try { process.kill(pid!, 0); return false; } catch { return true; } }, 60_000);
}

/** People who register and read, by way of the balancer. */
class Load {
  tried = 0;
  readonly failed: string[] = [];
  readonly acknowledged = new Set<string>();
  readonly answers: Record<string, number> = {};
  private over = false;
  private readonly working: Promise<unknown>;

  constructor(url: string, slug: string) {
    this.working = Promise.all(Array.from({ length: AT_ONCE }, async (_, one) => {
      for (let number = 0; !this.over; number++, await sleep(20)) {
        const email = `p${one}-${number}@example.org`;
        const posted = await this.ask(`${url}/api/public/sessions/${slug}/registrations`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, name: 'Someone', locale: 'en', timeZone: 'UTC' }) });
        if (posted === 202) this.acknowledged.add(email);
        await this.ask(`${url}/s/${slug}`);
      }
    }));
  }

  async stops(): Promise<void> {
    this.over = true;
    await this.working;
  }

  private async ask(url: string, init: RequestInit = {}): Promise<number> {
    this.tried++;
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) }).catch((error: Error) => error);
    const status = answer instanceof Error ? 0 : answer.status;
    if (!(answer instanceof Error)) await answer.arrayBuffer().catch(() => undefined);
    if (status === 0 || status >= 400) this.failed.push(`${init.method ?? 'GET'} ${status} ${answer instanceof Error ? String(answer.cause ?? answer.message) : ''}`);
    this.answers[status] = (this.answers[status] ?? 0) + 1;
    return status;
  }
}
