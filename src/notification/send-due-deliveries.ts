import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { failpoint } from '../platform/config/failpoint.js';
import { Mailer, type Outcome } from '../platform/mail/mailer.js';
import { ComposeMail } from './compose-mail.js';
import { DueDeliveries, type Claim } from './due-deliveries.js';
import { Breaker } from './model/breaker.js';
import type { DueDelivery } from './model/due-delivery.js';
import { fateOf } from './model/fate.js';

/** Twice as many and more as connections, so that none of them waits for the database. */
const UNDER_WAY = 32;
/** Claiming one by one costs more than sending. */
const WORTH_A_CLAIM = 8;
const POLL_MS = 1_000;
const PATIENCE_AT_SHUTDOWN_MS = 15_000;

/** Sends what is due: claims, looks again, hands over, books. Woken after each commit here, and by a poll for what others wrote. */
@Injectable()
export class SendDueDeliveries implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Mail');
  private readonly breaker = new Breaker();
  private readonly underWay = new Set<Promise<void>>();
  private timer?: NodeJS.Timeout;
  private claiming = false;
  private again = false;
  private stopping = false;
  private serverIsWell = false;

  constructor(
    private readonly due: DueDeliveries,
    private readonly mails: ComposeMail,
    private readonly mailer: Mailer,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.poll(), POLL_MS);
    this.wake();
  }

  /** Claims nothing more, and lets what is under way finish. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    const enough = new AbortController();
    await Promise.race([Promise.all(this.underWay), pause(PATIENCE_AT_SHUTDOWN_MS, undefined, { signal: enough.signal }).catch(() => undefined)]);
    enough.abort();
  }

  wake(): void {
    if (this.claiming) {
      this.again = true;
      return;
    }
    this.claiming = true;
    void this.claimAndSend().finally(() => { this.claiming = false; });
  }

  private async claimAndSend(): Promise<void> {
    try {
      do {
        this.again = false;
        const room = this.room();
        if (room === 0) return;
        const claims = await this.due.claim(room);
        for (const claim of claims) this.start(claim);
        if (claims.length === room) this.again = true;
      } while (this.again && !this.stopping);
    } catch (error) {
      this.log.warn(`Nothing claimed: ${(error as Error).message}`); // the poll comes back
    }
  }

  private room(): number {
    const free = UNDER_WAY - this.underWay.size;
    if (this.stopping || (free < WORTH_A_CLAIM && this.underWay.size > 0)) return 0;
    if (this.breaker.open && this.underWay.size > 0) return 0; // one probe at a time
    return this.breaker.lets(free, Date.now());
  }

  private start(claim: Claim): void {
    const sending = this.sendOne(claim)
      .catch((error: Error) => this.log.error(`Delivery ${claim.id} was left to the next claim: ${error.message}`))
      .finally(() => {
        this.underWay.delete(sending);
        if (!this.stopping) this.wake();
      });
    this.underWay.add(sending);
  }

  private async sendOne(claim: Claim): Promise<void> {
    if (this.breaker.open && this.underWay.size > 1) return this.due.release([claim]);
    failpoint('delivery-claimed');
    const delivery = await this.due.look(claim);
    if (!delivery) return;
    const fate = fateOf(delivery);
    if (fate.is === 'settled') return;
    if (fate.is !== 'send') return this.due.settle(claim, fate.is, 'because' in fate ? fate.because : null);
    const outcome = await this.attempt(delivery);
    if (outcome.kind === 'transport') this.breaker.fault(Date.now());
    else if (outcome.kind !== 'unknown') this.breaker.answered();
    if (outcome.kind !== 'accepted') this.log.warn(`Delivery ${claim.id} (${delivery.kind}) ${outcome.kind}: ${outcome.answer}`);
    failpoint('mail-accepted');
    await this.booked(claim, outcome, delivery.attempts);
    failpoint('delivery-booked');
    if (outcome.kind === 'accepted') this.serverIsWell = true;
  }

  /** What cannot even be written (a link sealed under another secret) is put off and told, not lost. */
  private async attempt(delivery: DueDelivery): Promise<Outcome> {
    let mail;
    try {
      mail = this.mails.compose(delivery);
    } catch (error) {
      return { kind: 'deferred', answer: `The letter could not be written: ${(error as Error).message}` };
    }
    failpoint('letter-rendered');
    return this.mailer.send(mail);
  }

  /** A mail that has left must be booked, or it leaves a second time: a database that is away is waited for. */
  private async booked(claim: Claim, outcome: Outcome, attempts: number): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        return await this.due.book(claim, outcome, attempts);
      } catch (error) {
        if (tries >= 60 || (this.stopping && tries >= 5)) throw error;
        await pause(1_000);
      }
    }
  }

  /** At most once a poll, however much is accepted: what the server had put off need not wait for its hour. */
  private async poll(): Promise<void> {
    if (this.serverIsWell) {
      this.serverIsWell = false;
      await this.due.pullForward().catch((error: Error) => this.log.warn(`Nothing pulled forward: ${error.message}`));
    }
    this.wake();
  }
}
