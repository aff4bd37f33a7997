import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import fc from 'fast-check';
import type ICAL from 'ical.js';
import type { Session } from '../../../src/scheduling/model/session.js';
import { startInbox, type TestInbox } from '../../support/inbox.js';
import { startPostgres, type TestCluster } from '../../support/postgres.js';
import type { NotificationApp } from './notification-app.js';
import { invite } from './received.js';

/** One object as a calendar keeps it. */
interface Entry {
  uid: string;
  sequence: number;
  stamp: string;
  starts: string;
  ends: string;
  cancelled: boolean;
}

const entryOf = (event: ICAL.Component, method: string): Entry => {
  const value = (name: string): string => String(event.getFirstPropertyValue(name));
  return { uid: value('uid'), sequence: Number(value('sequence')), stamp: value('dtstamp'), starts: value('dtstart'), ends: value('dtend'), cancelled: method === 'CANCEL' };
};

/** RFC 5546, 2.1.5: the higher SEQUENCE counts, and of the same the later DTSTAMP. */
const calendarAfter = (objects: readonly Entry[]): Entry | null =>
  objects.reduce<Entry | null>((kept, next) =>
    !kept || next.sequence > kept.sequence || (next.sequence === kept.sequence && next.stamp > kept.stamp) ? next : kept, null);

type Step = { do: 'move'; to: number } | { do: 'ask' | 'pause' | 'outage' | 'over' };

describe('every calendar', () => {
  let postgres: TestCluster;
  let inbox: TestInbox;
  let foyer: NotificationApp;
  let wallTime: (inMinutes: number) => string;
  let Withdraw: typeof import('../../../src/registration/withdraw-registration.js').WithdrawRegistration;
  beforeAll(async () => {
    const { startNotification, ...app } = await import('./notification-app.js');
    ({ wallTime } = app);
    ({ WithdrawRegistration: Withdraw } = await import('../../../src/registration/withdraw-registration.js'));
    postgres = await startPostgres();
    inbox = await startInbox();
    foyer = await startNotification(await postgres.createDatabase('convergence'), inbox.url, { UPDATE_HOLD_SECONDS: '1' });
  }, 120_000);
  afterAll(async () => {
    await foyer?.stop();
    await inbox?.stop();
    await postgres?.stop();
  });
  afterEach(() => inbox.refuseWith(null));

  const allGone = async (session: Session): Promise<void> => {
    inbox.refuseWith(null);
    await foyer.settled();
    await foyer.until('all have gone', async () => {
      await foyer.database.query(`update notification.delivery set next_try_at = now() where session_id = $1 and status in ('queued', 'deferred') and next_try_at > now()`, [session.id]);
      return (await foyer.ledger(session.id)).every(({ status }) => status !== 'queued' && status !== 'deferred');
    }, 20_000);
  };
  const objectsOf = async (address: string): Promise<Entry[]> =>
    Promise.all(inbox.messages.filter(({ to }) => to.includes(address)).map(async ({ raw }) => {
      const { event, method } = await invite(raw);
      return entryOf(event, method);
    }));

  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 2 }).map((to): Step => ({ do: 'move', to })) },
    fc.constantFrom<Step>({ do: 'ask' }, { do: 'pause' }, { do: 'outage' }, { do: 'over' }),
  );
  let run = 0;

  it('ends in the server’s state, whatever became of the session, in whatever order and however often the mails are read', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), fc.constantFrom('stands', 'cancelled', 'withdrawn'), async (steps, ending) => {
      run += 1;
      const [early, late] = [`early${run}@example.org`, `late${run}@example.org`];
      const slots = [wallTime(2 * 1440), wallTime(3 * 1440), wallTime(4 * 1440)];
      let session = await foyer.schedule(1440, { wallTime: slots[0] });
      await foyer.register(session, early);
      for (const [at, { do: what, ...step }] of steps.entries()) {
        if (at === 1) await foyer.register(session, late);
        if (what === 'move' && slots[(step as { to: number }).to] !== session.wallTime) session = await foyer.edit(session, { wallTime: slots[(step as { to: number }).to] });
        if (what === 'pause') await allGone(session);
        if (what === 'outage') inbox.refuseWith({ at: 'recipient', code: 451, text: 'later' });
        if (what === 'over') inbox.refuseWith(null);
        if (what === 'ask') {
          await foyer.settled();
          await foyer.database.query(`update notification.delivery set sent_at = sent_at - interval '61 seconds' where session_id = $1`, [session.id]);
          await foyer.database.query(`update registration.registration set link_asked_at = link_asked_at - interval '61 seconds' where session_id = $1`, [session.id]);
          await foyer.register(session, early);
        }
      }
      await allGone(session);
      if (ending === 'cancelled') await foyer.cancel(session);
      if (ending === 'withdrawn') {
        const { event } = await invite(inbox.messages.find(({ to }) => to.includes(early))!.raw);
        await foyer.execute(new Withdraw(/\/j\/([\w-]+)$/.exec(String(event.getFirstPropertyValue('url')))![1]!));
      }
      await allGone(session);
      const whole = (at: Date): string => at.toISOString().replace('.000', '');
      for (const address of [early, late]) {
        const objects = await objectsOf(address);
        expect(objects.length).toBeGreaterThan(0);
        expect(new Set(objects.map(({ uid }) => uid)).size).toBe(1);
        const off = ending === 'cancelled' || (ending === 'withdrawn' && address === early);
        const starts = new Date(session.startsAt);
        const truth = { cancelled: off, ...(!off && { starts: whole(starts), ends: whole(new Date(starts.getTime() + session.durationMinutes * 60_000)) }) };
        // any order, any repetition, none left out
        fc.assert(fc.property(fc.shuffledSubarray(objects, { minLength: objects.length }), fc.array(fc.constantFrom(...objects), { maxLength: 5 }), fc.infiniteStream(fc.boolean()), (order, again, mix) => {
          const read = [...order];
          for (const repeated of again) read.splice(mix.next().value ? 0 : read.length, 0, repeated);
          expect(calendarAfter(read)).toMatchObject(truth);
        }), { numRuns: 50 });
        // two objects that a calendar could not tell apart would be the same
        for (const [at, one] of objects.entries()) {
          for (const other of objects.slice(at + 1)) if (one.sequence === other.sequence && one.stamp === other.stamp) expect(one).toEqual(other);
        }
      }
    }), { numRuns: 8, endOnFailure: true });
  }, 170_000);
});
