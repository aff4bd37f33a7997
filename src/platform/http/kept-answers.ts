import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHmac, randomUUID } from 'node:crypto';
import { Configuration } from '../config/configuration.js';
import { Sealer } from '../config/sealed.js';
import { DirectDatabase } from '../database/direct-database.js';
import { Refusal } from '../model/refusal.js';

/** What a program may send as Idempotency-Key: it makes one up for each thing it wants done once. */
const KEY = /^[\x21-\x7e]{1,255}$/;
const KEPT_FOR = `interval '24 hours'`;
/** Nothing that an organizer asks takes so long: whoever began it is gone. */
const LOST_AFTER_SECONDS = 60;
/** Beside status and body, what belongs to an answer. */
const KEPT_HEADERS = ['content-type', 'location', 'etag', 'set-cookie'] as const;

interface Answer {
  status: number;
  headers: Partial<Record<(typeof KEPT_HEADERS)[number], string | string[]>>;
  body: string;
}

/** It was asked and answered before: thrown where it would be done again, and sent as it went out then. */
export class AnsweredBefore extends Error {
  constructor(private readonly answer: Answer) {
    super('Answered before.');
  }

  send(reply: FastifyReply): void {
    const { status, headers, body } = this.answer;
    void reply.status(status).headers({ ...headers, 'idempotent-replayed': 'true' }).send(body === '' ? undefined : body);
  }
}

interface Claim {
  key: string;
  claim: string;
}

/**
 * What was asked once under an Idempotency-Key is done once, and answered alike for a day. Never done twice is
 * preferred to always answered: where the server died between doing and answering, whoever asks again is told so.
 * Answers are sealed, for a new API key stands in one, and people's addresses in others.
 */
@Injectable()
export class KeptAnswers {
  private readonly log = new Logger('KeptAnswers');
  private readonly claims = new WeakMap<FastifyRequest, Claim>();

  constructor(
    private readonly database: DirectDatabase,
    private readonly configuration: Configuration,
    private readonly sealer: Sealer,
  ) {}

  /**
   * Before anything is done on behalf of someone; without the header, or for what changes nothing, it does nothing.
   *
   * @param whom whose keys these are: another one's equal key is another key
   * @throws AnsweredBefore with what was answered then
   * @throws Refusal for another request under the same key, or for one that has not been answered
   */
  async claim(request: FastifyRequest, whom: string): Promise<void> {
    const sent = request.headers['idempotency-key'];
    if (sent === undefined || request.method !== 'POST') return;
    if (typeof sent !== 'string' || !KEY.test(sent)) throw new Refusal('idempotency-key-malformed', 'An Idempotency-Key has 1 to 255 visible ASCII characters.', 400);
    const key = this.hash(`${whom}\n${sent}`);
    const asked = this.hash(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`);
    const claim = randomUUID();
    if (await this.isNew(key, asked, claim)) {
      this.claims.set(request, { key, claim });
      return;
    }
    const known = await this.known(key);
    if (!known) return this.claim(request, whom); // it failed in this moment, and is free again
    if (known.asked !== asked) throw new Refusal('idempotency-key-reused', 'This Idempotency-Key was used for something else. Make a new one for each request.', 422);
    if (known.answer) throw new AnsweredBefore(JSON.parse(this.sealer.open(known.answer)) as Answer);
    if (known.age < LOST_AFTER_SECONDS) throw new Refusal('idempotency-key-in-use', 'The first request with this Idempotency-Key is still being answered.', 409, [], { retryAfter: 1 });
    throw new Refusal('idempotency-key-unanswered', 'The first request with this Idempotency-Key was never answered. Look whether it was done, then use a new key.', 409);
  }

  /** Before it goes out. Whatever may go better another time is not kept. */
  async keep(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<void> {
    const held = this.claims.get(request);
    if (!held) return;
    const { key, claim } = held;
    const passing = reply.statusCode >= 500 || reply.statusCode === 429;
    const headers = Object.fromEntries(KEPT_HEADERS.flatMap((name) => (reply.hasHeader(name) ? [[name, reply.getHeader(name)]] : [])));
    const answer: Answer = { status: reply.statusCode, headers, body: typeof payload === 'string' ? payload : '' };
    await this.database
      .query(passing
        ? { name: 'forget-claimed-key', text: 'delete from platform.kept_answer where key = $1 and claim = $2', values: [key, claim] }
        : { name: 'keep-answer', text: 'update platform.kept_answer set answer = $3 where key = $1 and claim = $2', values: [key, claim, this.sealer.seal(JSON.stringify(answer))] })
      // It was done, and its asker is told; only who asks again will hear that nobody knows.
      .catch((error: Error) => this.log.warn(`An answer was not kept: ${error.message}`));
  }

  @Interval(600_000)
  async forget(): Promise<void> {
    await this.database.query({ name: 'forget-answers', text: `delete from platform.kept_answer where began_at < now() - ${KEPT_FOR}`, values: [] }).catch(() => undefined);
  }

  /** By the claim it is known again where the statement had to run twice. */
  private async isNew(key: string, asked: string, claim: string): Promise<boolean> {
    const rows = await this.database.query({
      name: 'claim-key',
      text: `
        insert into platform.kept_answer as known (key, asked, claim) values ($1, $2, $3)
        on conflict (key) do update set asked = excluded.asked, claim = excluded.claim, began_at = now(), answer = null
          where known.began_at < now() - ${KEPT_FOR} or known.claim = excluded.claim
        returning key`,
      values: [key, asked, claim],
    });
    return rows.length > 0;
  }

  private async known(key: string): Promise<{ asked: string; answer: string | null; age: number } | undefined> {
    const [row] = await this.database.query<{ asked: string; answer: string | null; age: number }>({
      name: 'known-key',
      text: 'select asked, answer, extract(epoch from now() - began_at)::int as age from platform.kept_answer where key = $1',
      values: [key],
    });
    return row;
  }

  private hash(text: string): string {
    return createHmac('sha256', this.configuration.secret).update(`answered once\n${text}`).digest('base64url');
  }
}
