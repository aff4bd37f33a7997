import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { createHmac } from 'node:crypto';
import { Configuration } from '../config/configuration.js';
import { Refusal } from '../model/refusal.js';

/**
 * So many of something in so many seconds, counted in PostgreSQL for all instances together. Whom it counts
 * is kept as a keyed hash only: no address stands in the table.
 */
@Injectable()
export class RateLimit {
  constructor(
    private readonly em: EntityManager,
    private readonly configuration: Configuration,
  ) {}

  /** @throws Refusal 429 with `retryAfter` (s) once more than `most` were spent in the current window. */
  async spend(what: string, whom: string, { most, seconds }: { most: number; seconds: number }): Promise<void> {
    const allowed = most * this.configuration.rateLimitFactor;
    if (!Number.isFinite(allowed)) return;
    const key = createHmac('sha256', this.configuration.secret).update(`${what}\n${whom}`).digest('base64url').slice(0, 22);
    const [row] = await this.em.getConnection().execute<[{ spent: number; left: number }]>(
      `insert into platform.rate_limit as known (key, ends_at, spent) values (?, now() + make_interval(secs => ?), 1)
       on conflict (key) do update set
         spent = case when known.ends_at < now() then 1 else known.spent + 1 end,
         ends_at = case when known.ends_at < now() then excluded.ends_at else known.ends_at end
       returning spent, ceil(extract(epoch from ends_at - now()))::int as left`,
      [key, seconds],
    );
    if (row.spent > allowed) throw new Refusal('too-many', 'That was a lot at once. Please wait a moment.', 429, [], { retryAfter: Math.max(1, row.left) });
  }

  @Interval(60_000)
  async forget(): Promise<void> {
    await this.em.getConnection().execute('delete from platform.rate_limit where ends_at < now()').catch(() => undefined);
  }
}
