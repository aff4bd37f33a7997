import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import { randomUUID } from 'node:crypto';
import { AttendeeRegistered, LinkAskedAgain, RegistrationWithdrawn, type RegistrationFacts } from '../../../src/registration/events.js';
import { SessionCancelled, SessionDeleted, SessionEdited, SessionRescheduled, SessionScheduled, type SessionFacts } from '../../../src/scheduling/events.js';
import { Sealer } from '../../../src/platform/config/sealed.js';
import { startInbox, type ReceivedMail, type TestInbox } from '../../support/inbox.js';
import { startPostgres, type TestCluster } from '../../support/postgres.js';
import type { NotificationApp } from './notification-app.js';
import { invite, read, tree } from './received.js';

describe('letters', () => {
  let postgres: TestCluster;
  let inbox: TestInbox;
  let foyer: NotificationApp;
  beforeAll(async () => {
    const { startNotification } = await import('./notification-app.js');
    postgres = await startPostgres();
    inbox = await startInbox();
    foyer = await startNotification(await postgres.createDatabase('letters'), inbox.url);
  }, 120_000);
  afterAll(async () => {
    await foyer?.stop();
    await inbox?.stop();
    await postgres?.stop();
  });

  const subject = (mail: ReceivedMail): string => /^Subject: (.*)$/im.exec(mail.text)?.[1]?.trim() ?? '';
  const mailTo = (address: string, about: RegExp): Promise<ReceivedMail> => inbox.waitFor((mail) => mail.to.includes(address) && about.test(subject(mail)));
  const mailsTo = (address: string): ReceivedMail[] => inbox.messages.filter((mail) => mail.to.includes(address));
  const statuses = async (sessionId: string, email: string) =>
    (await foyer.ledger(sessionId)).filter((row) => row.email === email).map(({ kind, status }) => `${kind} ${status}`);

  it('confirm a registration with the personal link, whose token is nowhere in the database', async () => {
    const session = await foyer.schedule(24 * 60);
    await foyer.register(session, 'bo@example.org');
    const mail = await mailTo('bo@example.org', /You are registered/);
    const { method, event } = await invite(mail.raw);
    expect(method).toBe('REQUEST');
    expect(event.getFirstPropertyValue('sequence')).toBe(0);
    const url = String(event.getFirstPropertyValue('url'));
    expect(url).toMatch(/^http:\/\/foyer\.test\/j\/[\w-]{27}$/);
    expect((await read(mail.raw)).text).toContain(url);
    const everything = await foyer.database.query(`select (select string_agg(d::text, '') from notification.delivery d) || (select string_agg(r::text, '') from notification.recipient r) as rows`);
    expect(everything.rows[0].rows).not.toContain(url.slice(-27));
    const row = await foyer.until('the row booked', async () => (await foyer.ledger(session.id)).find(({ status }) => status === 'sent'));
    expect(row).toMatchObject({ kind: 'confirmation', attempts: 1, email: 'bo@example.org' });
    expect(row.last_answer).toMatch(/^250/);
    expect(tree(mail.text).headers.get('message-id')).toBe(`<${row.id}@foyer.test>`);
  });

  it('of a move: one to each, same UID, higher SEQUENCE, later DTSTAMP, answering to the confirmation; the host is told too', async () => {
    let session = await foyer.schedule(24 * 60);
    for (const name of ['cy', 'di']) await foyer.register(session, `${name}@example.org`);
    const first = await invite((await mailTo('cy@example.org', /You are registered/)).raw);
    await mailTo('di@example.org', /You are registered/);
    await foyer.settled();
    await foyer.until('both booked', async () => (await foyer.ledger(session.id)).filter(({ status }) => status === 'sent').length === 2);
    session = await foyer.edit(session, { durationMinutes: 90 });
    for (const address of ['cy@example.org', 'di@example.org', 'ada@example.org']) await mailTo(address, /New time/);
    const mail = await mailTo('cy@example.org', /New time/);
    const second = await invite(mail.raw);
    expect(second.method).toBe('REQUEST');
    expect(second.event.getFirstPropertyValue('uid')).toBe(first.event.getFirstPropertyValue('uid'));
    expect(Number(second.event.getFirstPropertyValue('sequence'))).toBeGreaterThan(Number(first.event.getFirstPropertyValue('sequence')));
    expect(String(second.event.getFirstPropertyValue('dtstamp')) > String(first.event.getFirstPropertyValue('dtstamp'))).toBe(true);
    expect(second.event.getFirstPropertyValue('url')).toBe(first.event.getFirstPropertyValue('url'));
    const confirmation = (await foyer.ledger(session.id)).find(({ kind, email }) => kind === 'confirmation' && email === 'cy@example.org')!;
    expect(tree(mail.text).headers.get('in-reply-to')).toBe(`<${confirmation.id}@foyer.test>`);
    await foyer.settled();
    expect(mailsTo('cy@example.org')).toHaveLength(2);
    const host = await invite((await mailTo('ada@example.org', /New time/)).raw);
    expect(host.event.getFirstPropertyValue('uid')).toBe(`seat-${session.id}@foyer.test`);
    expect(host.event.getFirstPropertyValue('url')).toBe(`http://foyer.test/room/${session.slug}`);
  });

  it('of a changed title alone: none', async () => {
    const session = await foyer.schedule(24 * 60);
    await foyer.register(session, 'title@example.org');
    await mailTo('title@example.org', /You are registered/);
    await foyer.edit(session, { title: 'Pottery for all' });
    await foyer.settled();
    expect((await foyer.ledger(session.id)).map(({ kind }) => kind)).toEqual(['confirmation']);
    expect((await foyer.database.query('select title from notification.session where id = $1', [session.id])).rows[0].title).toBe('Pottery for all');
  });

  it('of a cancellation: CANCEL with a higher SEQUENCE and no link', async () => {
    const session = await foyer.schedule(24 * 60);
    await foyer.register(session, 'em@example.org');
    const first = await invite((await mailTo('em@example.org', /You are registered/)).raw);
    await foyer.cancel(session);
    const mail = await mailTo('em@example.org', /^Cancelled/);
    const { method, event } = await invite(mail.raw);
    expect(method).toBe('CANCEL');
    expect(event.getFirstPropertyValue('uid')).toBe(first.event.getFirstPropertyValue('uid'));
    expect(Number(event.getFirstPropertyValue('sequence'))).toBeGreaterThan(Number(first.event.getFirstPropertyValue('sequence')));
    expect((await read(mail.raw)).text).not.toContain('/j/');
  });

  it('with the link again go to a mailbox that asks a minute later, three an hour, and never beside one that is on its way', async () => {
    const session = await foyer.schedule(24 * 60);
    await foyer.register(session, 'Fay@example.org');
    await mailTo('Fay@example.org', /You are registered/);
    const id = (await foyer.until('her row', async () => (await foyer.ledger(session.id)).find(({ status }) => status === 'sent')))!;
    const { rows: [{ recipient_id: registrationId }] } = await foyer.database.query('select recipient_id from notification.delivery where id = $1', [id.id]);
    const ask = async (): Promise<void> => {
      await foyer.publish(new LinkAskedAgain({ registrationId, sessionId: session.id, askedAt: new Date().toISOString() }));
      await foyer.settled();
    };
    const aMinutePasses = () => foyer.database.query(`update notification.delivery set sent_at = sent_at - interval '61 seconds' where session_id = $1`, [session.id]);
    const allSent = () => foyer.until('all sent', async () => (await foyer.ledger(session.id)).every(({ status }) => status === 'sent'));
    await ask();
    expect(await statuses(session.id, 'Fay@example.org')).toEqual(['confirmation sent']);
    for (let time = 0; time < 4; time++) {
      await allSent();
      await aMinutePasses();
      await ask();
    }
    await allSent();
    // the confirmation and two more: the third and fourth asking were too many
    expect(await statuses(session.id, 'Fay@example.org')).toEqual(['confirmation sent', 'link-again sent', 'link-again sent']);
    const mail = await mailTo('Fay@example.org', /Your link/);
    expect(Number((await invite(mail.raw)).event.getFirstPropertyValue('sequence'))).toBe(0);
  });

  describe('whatever the order in which facts arrive', () => {
    const sealed = new Sealer('a secret for tests, and for nothing else').seal('t0k3n');
    const plan = (changes: Partial<SessionFacts> = {}): SessionFacts => {
      const start = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 24 * 3_600_000);
      return {
        sessionId: randomUUID(), workspaceId: 'w', slug: `s-${randomUUID().slice(0, 6)}`, title: 'Pottery', description: '', theme: 'webinar', status: 'scheduled',
        when: { wallTime: start.toISOString().slice(0, 16), timeZone: 'UTC', durationMinutes: 60, startsAt: start.toISOString(), endsAt: new Date(start.getTime() + 3_600_000).toISOString() },
        host: { userId: 'h', name: 'Hal', email: 'hal@example.org' }, form: [], version: 1, scheduleVersion: 0, ...changes,
      };
    };
    const later = (facts: SessionFacts, hours: number): SessionFacts['when'] => {
      const moved = (at: string): string => new Date(Date.parse(at) + hours * 3_600_000).toISOString();
      return { ...facts.when, wallTime: moved(facts.when.startsAt).slice(0, 16), startsAt: moved(facts.when.startsAt), endsAt: moved(facts.when.endsAt) };
    };
    const someone = (sessionId: string, email: string): RegistrationFacts & { registeredAt: string } => ({
      registrationId: randomUUID(), sessionId, email, name: 'Someone', timeZone: 'UTC', locale: 'en', status: 'confirmed', sealedToken: sealed, revision: 0, version: 1, registeredAt: new Date().toISOString(),
    });
    const told = async (...events: Parameters<NotificationApp['publish']>): Promise<void> => {
      for (const event of events) {
        await foyer.publish(event);
        await foyer.settled();
      }
    };
    const stillUnsent = () => inbox.refuseWith({ at: 'recipient', code: 451, text: 'come back' });
    afterEach(() => inbox.refuseWith(null));

    it('a move that is heard of after a later edit still tells everyone', async () => {
      const first = plan();
      await told(new SessionScheduled(first), new AttendeeRegistered(someone(first.sessionId, 'late-move@example.org')));
      await mailTo('late-move@example.org', /You are registered/);
      const moved = { ...first, when: later(first, 2), version: 2, scheduleVersion: 1 };
      await told(new SessionEdited({ ...moved, title: 'Pots', version: 3 }), new SessionRescheduled({ ...moved, before: first.when }));
      await mailTo('late-move@example.org', /New time: Pots/);
    });

    it('two moves heard of in the wrong order tell of the last one only', async () => {
      const first = plan();
      await told(new SessionScheduled(first), new AttendeeRegistered(someone(first.sessionId, 'swap@example.org')));
      await mailTo('swap@example.org', /You are registered/);
      const second = { ...first, when: later(first, 2), version: 2, scheduleVersion: 1 };
      const third = { ...first, when: later(first, 5), version: 3, scheduleVersion: 2 };
      await told(new SessionRescheduled({ ...third, before: second.when }), new SessionRescheduled({ ...second, before: first.when }));
      const mail = await mailTo('swap@example.org', /New time/);
      expect(String((await invite(mail.raw)).event.getFirstPropertyValue('dtstart'))).toBe(third.when.startsAt.replace('.000', ''));
      expect(mailsTo('swap@example.org')).toHaveLength(2);
    });

    it('a fact that comes twice is told once', async () => {
      const first = plan();
      const who = someone(first.sessionId, 'twice@example.org');
      const moved = { ...first, when: later(first, 2), version: 2, scheduleVersion: 1, before: first.when };
      await told(new SessionScheduled(first), new AttendeeRegistered(who), new AttendeeRegistered(who), new SessionRescheduled(moved), new SessionRescheduled(moved));
      await mailTo('twice@example.org', /New time/);
      expect((await statuses(first.sessionId, 'twice@example.org')).map((row) => row.split(' ')[0])).toEqual(['confirmation', 'update']);
    });

    it('a move supersedes a confirmation that has not left: the person gets a confirmation of the new time', async () => {
      stillUnsent();
      const first = plan();
      await told(new SessionScheduled(first), new AttendeeRegistered(someone(first.sessionId, 'unsent@example.org')));
      await foyer.until('deferred', async () => (await statuses(first.sessionId, 'unsent@example.org')).includes('confirmation deferred'));
      await told(new SessionRescheduled({ ...first, when: later(first, 2), version: 2, scheduleVersion: 1, before: first.when }));
      inbox.refuseWith(null);
      await foyer.database.query(`update notification.delivery set next_try_at = now() where status = 'deferred'`);
      await foyer.until('sent', async () => (await statuses(first.sessionId, 'unsent@example.org')).join() === 'confirmation superseded,confirmation sent');
      expect(mailsTo('unsent@example.org').map(subject)).toEqual(['You are registered: Pottery']);
    });

    it('of two moves, the first of which nobody was told, the letter names the time that people knew', async () => {
      const first = plan();
      await told(new SessionScheduled(first), new AttendeeRegistered(someone(first.sessionId, 'knew@example.org')));
      await mailTo('knew@example.org', /You are registered/);
      await foyer.until('booked', async () => (await statuses(first.sessionId, 'knew@example.org')).includes('confirmation sent'));
      stillUnsent();
      const second = { ...first, when: later(first, 2), version: 2, scheduleVersion: 1 };
      const third = { ...first, when: later(first, 5), version: 3, scheduleVersion: 2 };
      const putOff = (updates: string) => foyer.until('put off', async () => (await statuses(first.sessionId, 'knew@example.org')).filter((one) => one.startsWith('update')).sort().join() === updates);
      await told(new SessionRescheduled({ ...second, before: first.when }));
      await putOff('update deferred'); // while it is on its way, it might arrive
      await told(new SessionRescheduled({ ...third, before: second.when }));
      await putOff('update deferred,update superseded');
      inbox.refuseWith(null);
      await foyer.database.query(`update notification.delivery set next_try_at = now() where status = 'deferred'`);
      const { text = '' } = await read((await mailTo('knew@example.org', /New time/)).raw);
      const clock = (at: string): string => at.slice(11, 16);
      expect(text).toMatch(new RegExp(`Before: .*${clock(first.when.startsAt)}`));
      expect(text).toMatch(new RegExp(`Now: .*${clock(third.when.startsAt)}`));
      await foyer.until('one update sent, the other not', async () =>
        (await statuses(first.sessionId, 'knew@example.org')).sort().join() === 'confirmation sent,update sent,update superseded');
    });

    it('who registered for what is cancelled by now is told that', async () => {
      const first = plan();
      await told(new SessionScheduled(first), new SessionCancelled({ ...first, status: 'cancelled', version: 2, scheduleVersion: 1, cancelledAt: new Date().toISOString() }),
        new AttendeeRegistered(someone(first.sessionId, 'too-late@example.org')));
      await mailTo('too-late@example.org', /^Cancelled/);
      expect(await foyer.until('settled', async () => { const all = await statuses(first.sessionId, 'too-late@example.org'); return all[0] === 'cancellation sent' && all; })).toHaveLength(1);
    });

    it('who has withdrawn gets a CANCEL, and nothing afterwards, even if the registration is heard of last', async () => {
      const first = plan();
      const [stays, reversed] = [someone(first.sessionId, 'gone@example.org'), someone(first.sessionId, 'reversed@example.org')];
      const gone = (who: RegistrationFacts) => new RegistrationWithdrawn({ ...who, status: 'withdrawn', revision: 1, version: 2, withdrawnAt: new Date().toISOString() });
      await told(new SessionScheduled(first), new AttendeeRegistered(stays));
      await mailTo('gone@example.org', /You are registered/);
      await told(gone(stays), gone(reversed), new AttendeeRegistered(reversed));
      const { method, event } = await invite((await mailTo('gone@example.org', /registration is cancelled/)).raw);
      expect([method, event.getFirstPropertyValue('sequence')]).toEqual(['CANCEL', 1]);
      await told(new SessionRescheduled({ ...first, when: later(first, 2), version: 2, scheduleVersion: 1, before: first.when }));
      await mailTo('hal@example.org', /New time/);
      expect((await statuses(first.sessionId, 'gone@example.org')).map((row) => row.split(' ')[0])).toEqual(['confirmation', 'cancellation']);
      expect((await statuses(first.sessionId, 'reversed@example.org')).map((row) => row.split(' ')[0])).toEqual(['cancellation']);
    });

    it('a crowd that registered at once is confirmed, each once and each their own: beside who withdrew and who was heard of before, and whose session is gone', async () => {
      const [first, over] = [plan(), plan()];
      const [known, reversed, lost] = [someone(first.sessionId, 'known@example.org'), someone(first.sessionId, 'crowd-reversed@example.org'), someone(over.sessionId, 'lost@example.org')];
      await told(new SessionScheduled(first), new SessionDeleted({ sessionId: over.sessionId, version: 5 }), new AttendeeRegistered(known),
        new RegistrationWithdrawn({ ...reversed, status: 'withdrawn', revision: 1, version: 2, withdrawnAt: new Date().toISOString() }));
      const crowd = Array.from({ length: 40 }, (_, n) => ({ ...someone(first.sessionId, `crowd-${n}@example.org`), name: `Name ${n}`, locale: n % 2 ? 'de' : 'en' }));
      await foyer.publish(...[...crowd, known, reversed, lost].map((facts) => new AttendeeRegistered(facts)));
      for (const { email, name, locale } of crowd) expect((await read((await mailTo(email, locale === 'de' ? /angemeldet/ : /You are registered/)).raw)).text).toContain(name);
      await foyer.settled();
      await foyer.until('all booked', async () => (await foyer.ledger(first.sessionId)).every(({ status }) => status === 'sent'));
      const rows = (await foyer.ledger(first.sessionId)).map(({ kind, email }) => `${kind} ${email}`);
      expect(rows.sort()).toEqual([...crowd.map(({ email }) => `confirmation ${email}`), 'cancellation crowd-reversed@example.org', 'confirmation known@example.org'].sort());
      expect(await foyer.ledger(over.sessionId)).toEqual([]);
    });

    it('a deleted session is not brought back by a fact that comes late', async () => {
      const first = plan();
      await told(new SessionDeleted({ sessionId: first.sessionId, version: 5 }), new SessionScheduled(first));
      const { rows } = await foyer.database.query('select status, title, host_email from notification.session where id = $1', [first.sessionId]);
      expect(rows).toEqual([{ status: 'deleted', title: '', host_email: '' }]);
      expect((await foyer.database.query('select 1 from notification.recipient where session_id = $1', [first.sessionId])).rowCount).toBe(0);
    });
  });
});
