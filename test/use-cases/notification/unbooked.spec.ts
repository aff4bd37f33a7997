import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import type { ComposeMail } from '../../../src/notification/compose-mail.js';
import type { DueDeliveries } from '../../../src/notification/due-deliveries.js';
import type { DueDelivery } from '../../../src/notification/model/due-delivery.js';
import { CONNECTIONS, SendDueDeliveries } from '../../../src/notification/send-due-deliveries.js';
import { Mailer, type FinishedMail, type OutgoingMail, type Outcome } from '../../../src/platform/mail/mailer.js';

const due = (at: number): DueDelivery => ({
  id: `d${at}`, kind: 'confirmation', status: 'queued', slotVersion: 1, sequence: 1, createdAt: new Date(), before: null, fence: 1, attempts: 0, confirmationId: null, message: null, invited: true,
  toldAlready: false, addressStopped: false, now: new Date('2026-12-01T09:00:00Z'),
  session: { id: 's', slug: 's', title: 't', description: '', theme: 'webinar', status: 'scheduled', timeZone: 'UTC', startsAt: new Date('2026-12-01T14:00:00Z'), endsAt: new Date('2026-12-01T15:00:00Z'), hostName: 'Ada', hostEmail: 'ada@example.org', slotVersion: 1 },
  recipient: { id: `r${at}`, role: 'attendee', email: `bo${at}@example.org`, name: 'Bo', timeZone: 'UTC', locale: 'en', status: 'confirmed', sealedToken: 'x', since: new Date(), remindersOff: false },
});

/** A mail server that takes everything at once, and says how many it heard at one time and how many left unbooked. */
class Taker extends Mailer {
  left = 0;
  booked = 0;
  mostUnbooked = 0;
  speaking = 0;
  mostSpeaking = 0;

  async send(_: OutgoingMail | FinishedMail, mayLeave: () => Promise<void> = async () => undefined): Promise<Outcome> {
    this.speaking += 1;
    this.mostSpeaking = Math.max(this.mostSpeaking, this.speaking);
    await mayLeave();
    this.left += 1;
    this.mostUnbooked = Math.max(this.mostUnbooked, this.left - this.booked);
    await turns(1);
    this.speaking -= 1;
    return { kind: 'accepted', answer: '250 taken' };
  }
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise<void>((next) => setImmediate(next));
}

describe('mails that have left and are not booked', () => {
  it('are never more than connections, so that a death repeats no more; meanwhile others are begun', async () => {
    const taker = new Taker();
    const open: (() => void)[] = [];
    const toClaim = Array.from({ length: 150 }, (_, at) => due(at));
    const ledger = {
      claim: async (atMost: number) => toClaim.splice(0, atMost),
      look: async (claimed: readonly { id: string }[]) => claimed,
      release: async () => undefined,
      pullForward: async () => undefined,
      book: () => new Promise<void>((done) => open.push(() => { taker.booked += 1; done(); })),
    };
    const sender = new SendDueDeliveries(ledger as unknown as DueDeliveries, { finished: () => ({}) } as unknown as ComposeMail, taker);
    sender.wake();
    await turns(50);
    // the ledger books nothing: so many are on their way into it, and as many stand before the server and wait
    expect(taker).toMatchObject({ left: CONNECTIONS, speaking: CONNECTIONS, booked: 0 });
    while (taker.booked < 150) {
      open.shift()?.();
      await turns(3);
    }
    expect(taker).toMatchObject({ left: 150, speaking: 0, mostUnbooked: CONNECTIONS, mostSpeaking: CONNECTIONS });
    await sender.onModuleDestroy();
  });
});
