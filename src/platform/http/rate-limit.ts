import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Configuration } from '../config/configuration.js';
import { DirectDatabase } from '../database/direct-database.js';
import { Refusal } from '../model/refusal.js';

/** A crowd is counted no more often than each so many ms. */
const APART_MS = 10;

/** Everyone who spent of one thing while the last count was on its way. */
interface Spending {
  readonly seconds: number;
  readonly counted: ((count: { spent: number; left: number }) => void)[];
  readonly failed: ((error: unknown) => void)[];
}

/**
 * So many of something in so many seconds, counted in PostgreSQL for all instances together. Whom it counts
 * is kept as a keyed hash only: no address stands in the table. What is spent while a count is on its way
 * is counted by the next statement, all at once: a thousand people behind one address share one row, and
 * one after the other they would wait for its lock.
 */
@Injectable()
export class RateLimit {
  private waiting = new Map<string, Spending>();
  private onItsWay = false;
  private readonly key: KeyObject;

  constructor(
    private readonly database: DirectDatabase,
    private readonly configuration: Configuration,
  ) {
    this.key = createSecretKey(Buffer.from(configuration.secret));
  }

  /** @throws Refusal 429 with `retryAfter` (s) once more than `most` were spent in the current window. */
  async spend(what: string, whom: string, { most, seconds }: { most: number; seconds: number }): Promise<void> {
    const allowed = most * this.configuration.rateLimitFactor;
    if (!Number.isFinite(allowed)) return;
    const { spent, left } = await this.count(this.keyOf(what, whom), seconds);
    if (spent > allowed) throw tooMany(left);
  }

  private keyOf(what: string, whom: string): string {
    return createHmac('sha256', this.key).update(`${what}\n${whom.split('\n').map(networkOf).join('\n')}`).digest('base64url').slice(0, 22);
  }

  /** The same refusal, and nothing is spent: for what only counts when it goes wrong. */
  async refuseWhenSpent(what: string, whom: string, { most }: { most: number }): Promise<void> {
    const allowed = most * this.configuration.rateLimitFactor;
    const [known] = await this.database.query<{ spent: number; left: number }>({
      name: 'look-at-spent', text: 'select spent, ceil(extract(epoch from ends_at - now()))::int as left from platform.rate_limit where key = $1 and ends_at > now()', values: [this.keyOf(what, whom)],
    });
    if (known && known.spent >= allowed) throw tooMany(known.left);
  }

  @Interval(60_000)
  async forget(): Promise<void> {
    await this.database.query({ name: 'forget-spent', text: 'delete from platform.rate_limit where ends_at < now()', values: [] }).catch(() => undefined);
  }

  private count(key: string, seconds: number): Promise<{ spent: number; left: number }> {
    return new Promise((counted, failed) => {
      const spending = this.waiting.get(key) ?? { seconds, counted: [], failed: [] };
      this.waiting.set(key, spending);
      spending.counted.push(counted);
      spending.failed.push(failed);
      if (!this.onItsWay) {
        this.onItsWay = true;
        // What arrives in the same turn of the event loop goes together.
        setImmediate(() => void this.countAll());
      }
    });
  }

  private async countAll(): Promise<void> {
    while (this.waiting.size > 0) {
      const spendings = this.waiting;
      const many = [...spendings.values()].some(({ counted }) => counted.length > 1);
      this.waiting = new Map();
      try {
        for (const { key, spent, left } of await this.store(spendings)) {
          const { counted } = spendings.get(key)!;
          counted.forEach((tell, index) => tell({ spent: spent - counted.length + index + 1, left }));
        }
      } catch (error) {
        // Who came meanwhile would fare the same, and has waited long enough for it.
        for (const { failed } of [...spendings.values(), ...this.waiting.values()]) for (const tell of failed) tell(error);
        this.waiting.clear();
      }
      // Where several came together others follow; who comes alone never waits.
      if (many) await new Promise((later) => setTimeout(later, APART_MS));
    }
    this.onItsWay = false;
  }

  /** In the order of the keys, so that two instances never wait for each other's rows. */
  private store(spendings: ReadonlyMap<string, Spending>): Promise<{ key: string; spent: number; left: number }[]> {
    const rows = [...spendings];
    return this.database.query({
      name: 'spend',
      text: `
        insert into platform.rate_limit as known (key, ends_at, spent)
        select key, now() + make_interval(secs => seconds), many
          from unnest($1::text[], $2::int[], $3::int[]) as row (key, seconds, many) order by key
        on conflict (key) do update set
          spent = case when known.ends_at < now() then excluded.spent else known.spent + excluded.spent end,
          ends_at = case when known.ends_at < now() then excluded.ends_at else known.ends_at end
        returning key, spent, ceil(extract(epoch from ends_at - now()))::int as left`,
      values: [rows.map(([key]) => key), rows.map(([, { seconds }]) => seconds), rows.map(([, { counted }]) => counted.length)],
    });
  }
}

const tooMany = (left: number): Refusal => new Refusal('too-many', 'That was a lot at once. Please wait a moment.', 429, [], { retryAfter: Math.max(1, left) });

/** Who has IPv6 has a network of 2^64 addresses: it counts as one. An IPv4 address in IPv6 clothes is the same address. */
export function networkOf(text: string): string {
  if (!isIPv6(text)) return text;
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(text) ?? [];
  if (mapped) return mapped;
  const [before, after] = text.split('::').map((half) => half.split(':').filter(Boolean)) as [string[], string[]?];
  const groups = [...before, ...Array<string>(8 - before.length - (after?.length ?? 0)).fill('0'), ...(after ?? [])];
  return groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
