import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { failpoint } from '../platform/config/failpoint.js';
import { Mailer, type Outcome } from '../platform/mail/mailer.js';
import { ComposeMail } from './compose-mail.js';
import { DueDeliveries } from './due-deliveries.js';
import { Breaker } from './model/breaker.js';
import type { DueDelivery } from './model/due-delivery.js';
import { fateOf } from './model/fate.js';
import { Permits, type Permit } from './model/permits.js';

/** Connections that are spoken on at one time. Each is free for the next mail as soon as the server has taken the last. */
export const CONNECTIONS = 20;
/** Mails that may have left and are not booked: what a process that dies can have sent once more. No more than connections. */
const UNBOOKED = CONNECTIONS;
/** While some are booked others are begun: they wait for their turn to leave when the server is ready for them. */
const UNDER_WAY = CONNECTIONS + UNBOOKED;
const CLAIMED_AT_ONCE = 200;
/** What was read longer ago is read again before it is sent: a session may have moved meanwhile. */
const STILL_TRUE_MS = 250;
const POLL_MS = 1_000;
const PATIENCE_AT_SHUTDOWN_MS = 15_000;

interface Claimed {
  delivery: DueDelivery;
  since: number;
}

/** Sends what is due: claims in batches, hands over, books. Woken after each commit here, and by a poll for what others wrote. */
@Injectable()
export class SendDueDeliveries implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Mail');
  private readonly breaker = new Breaker();
  private readonly underWay = new Set<Promise<void>>();
  private readonly unbooked = new Permits(UNBOOKED);
  private speaking = 0;
  private claimed: Claimed[] = [];
  private looking: Promise<void> | null = null;
  private timer?: NodeJS.Timeout;
  private claiming = false;
  private more = false;
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

  /** Claims nothing more, gives back what was not begun, and lets what is under way finish. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    const enough = new AbortController();
    const ending = this.giveBack().then(() => Promise.all([this.looking, ...this.underWay]));
    await Promise.race([ending, pause(PATIENCE_AT_SHUTDOWN_MS, undefined, { signal: enough.signal }).catch(() => undefined)]);
    enough.abort();
  }

  /** Something may be due. */
  wake(): void {
    this.more = true;
    this.claim();
  }

  private claim(): void {
    if (this.claiming || !this.more) return;
    this.claiming = true;
    void this.claimAll().finally(() => { this.claiming = false; });
  }

  /** The next batch is claimed while the last one leaves. */
  private async claimAll(): Promise<void> {
    try {
      for (let room = this.room(); this.more && room > 0; room = this.room()) {
        this.more = false;
        const found = await this.due.claim(room);
        if (found.length === room) this.more = true;
        const since = Date.now();
        this.claimed.push(...found.map((delivery) => ({ delivery, since })));
        if (this.stopping) return await this.giveBack();
        this.startAll();
      }
    } catch (error) {
      this.log.warn(`Nothing claimed: ${(error as Error).message}`); // the poll comes back
    }
  }

  private room(): number {
    if (this.stopping || this.looking) return 0;
    if (this.breaker.open) return this.underWay.size > 0 ? 0 : this.breaker.lets(1, Date.now()); // one probe at a time
    return this.claimed.length > CLAIMED_AT_ONCE / 2 ? 0 : CLAIMED_AT_ONCE - this.claimed.length;
  }

  private startAll(): void {
    while (this.speaking < CONNECTIONS && this.underWay.size < UNDER_WAY) {
      const [next] = this.claimed;
      if (!next) return;
      if (Date.now() - next.since > STILL_TRUE_MS) return this.lookAgain();
      this.claimed.shift();
      this.start(next.delivery);
    }
  }

  /** At all that waits, at once: one by one, a slow server would cost a statement for each mail, and be slower for it. */
  private lookAgain(): void {
    if (this.looking) return;
    const waiting = this.claimed.splice(0);
    const since = Date.now();
    this.looking = this.due.look(waiting.map(({ delivery }) => delivery))
      .then((found) => void this.claimed.push(...found.map((delivery) => ({ delivery, since }))))
      .catch((error: Error) => {
        this.log.warn(`Not looked at again, and given back: ${error.message}`);
        this.claimed.push(...waiting);
        return this.giveBack();
      })
      .then(() => (this.stopping ? this.giveBack() : undefined))
      .finally(() => {
        this.looking = null;
        if (this.stopping) return;
        this.startAll();
        this.claim();
      });
  }

  private start(delivery: DueDelivery): void {
    const sending = this.sendOne(delivery)
      .catch((error: Error) => this.log.error(`Delivery ${delivery.id} was left to the next claim: ${error.message}`))
      .finally(() => {
        this.underWay.delete(sending);
        if (this.stopping) return;
        if (this.breaker.open && this.claimed.length > 0) void this.giveBack();
        this.startAll();
        this.claim();
      });
    this.underWay.add(sending);
  }

  private async giveBack(): Promise<void> {
    const unsent = this.claimed.splice(0).map(({ delivery }) => delivery);
    await this.due.release(unsent).catch((error: Error) => this.log.warn(`${unsent.length} deliveries wait for the end of their lease: ${error.message}`));
  }

  private async sendOne(delivery: DueDelivery): Promise<void> {
    failpoint('delivery-claimed');
    const fate = fateOf(delivery);
    if (fate.is === 'settled') return;
    if (fate.is !== 'send') return this.due.settle(delivery, fate.is, 'because' in fate ? fate.because : null);
    const permit = this.unbooked.ask();
    try {
      await this.sendAndBook(delivery, permit);
    } finally {
      permit.giveBack();
    }
  }

  private async sendAndBook(delivery: DueDelivery, permit: Permit): Promise<void> {
    this.speaking += 1;
    const outcome = await this.attempt(delivery, permit).finally(() => { this.speaking -= 1; });
    // kept waiting by us, for bookings that do not end: the server has done nothing
    if (outcome.kind === 'transport' && !permit.isWaiting) this.breaker.fault(Date.now());
    else if (outcome.kind !== 'transport' && outcome.kind !== 'unknown') this.breaker.answered();
    if (!this.stopping && !this.breaker.open) this.startAll(); // its connection is free
    if (outcome.kind !== 'accepted') this.log.warn(`Delivery ${delivery.id} (${delivery.kind}) ${outcome.kind}: ${outcome.answer}`);
    failpoint('mail-accepted');
    await this.booked(delivery, outcome);
    failpoint('delivery-booked');
    if (outcome.kind === 'accepted') this.serverIsWell = true;
  }

  /** What cannot even be written (a link sealed under another secret) is put off and told, not lost. */
  private async attempt(delivery: DueDelivery, permit: Permit): Promise<Outcome> {
    let mail;
    try {
      mail = this.mails.finished(delivery);
    } catch (error) {
      return { kind: 'deferred', answer: `The letter could not be written: ${(error as Error).message}` };
    }
    failpoint('letter-rendered');
    return this.mailer.send(mail, () => permit.granted());
  }

  /** A mail that has left must be booked, or it leaves a second time: a database that is away is waited for. */
  private async booked(delivery: DueDelivery, outcome: Outcome): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        return await this.due.book(delivery, outcome, delivery.attempts);
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
