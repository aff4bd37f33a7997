import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import pg from 'pg';
import type { Session } from '../../../src/scheduling/model/session.js';
import { startInbox, type TestInbox } from '../../support/inbox.js';
import { startPostgres, type TestCluster } from '../../support/postgres.js';
import type { NotificationApp } from './notification-app.js';
import { read } from './received.js';

/** As `docs/operations.md` says under Backup: a whole copy of the database, and the same FOYER_SECRET. */
describe('a database that was restored from an older copy', () => {
  let postgres: TestCluster;
  let inbox: TestInbox;
  let foyer: NotificationApp;
  let session: Session;
  beforeAll(async () => {
    const { startNotification } = await import('./notification-app.js');
    [postgres, inbox] = await Promise.all([startPostgres(), startInbox()]);
    const lived = await postgres.createDatabase('lived');
    foyer = await startNotification(lived, inbox.url);
    session = await foyer.schedule(240);
    await foyer.register(session, 'gia@example.org');
    await sent('gia@example.org');
    inbox.refuseWith({ at: 'recipient', code: 451, text: 'later', only: (address) => address === 'hui@example.org' });
    await foyer.register(session, 'hui@example.org');
    await foyer.until('put off', async () => (await foyer.ledger()).some(({ email, status }) => email === 'hui@example.org' && status === 'deferred'));
    await foyer.settled();
    await foyer.stop();
    const copy = await copyOf(postgres.url, lived);
    // Life goes on after the copy, until the disk breaks.
    inbox.refuseWith(null);
    foyer = await startNotification(lived, inbox.url);
    await now('hui@example.org');
    await sent('hui@example.org');
    await foyer.register(session, 'late@example.org');
    await sent('late@example.org');
    await foyer.stop();
    foyer = await startNotification(copy, inbox.url);
  }, 180_000);
  afterAll(async () => {
    await foyer?.stop();
    await inbox?.stop();
    await postgres?.stop();
  });

  const sent = (email: string) => foyer.until(`${email} has it`, async () => (await foyer.ledger()).some((row) => row.email === email && row.status === 'sent'));
  const now = (email: string) => foyer.database.query('update notification.delivery d set next_try_at = now() from notification.recipient r where r.id = d.recipient_id and r.email = $1', [email]);
  const copies = (email: string) => inbox.messages.filter(({ to }) => to.includes(email));
  const messageId = (text: string): string => /^Message-ID: (.*)$/im.exec(text)![1]!;

  it('opens the links that are in mailboxes, and mails nothing again that had gone out before the copy', async () => {
    const { text = '' } = await read(copies('gia@example.org')[0]!.raw);
    const token = /\/j\/([\w-]{27})/.exec(text)![1]!;
    const { status, body } = await foyer.http.post('/api/registrant/read').send({ token });
    expect([status, body]).toMatchObject([200, { registration: { email: 'gia@example.org' } }]);
    expect(copies('gia@example.org')).toHaveLength(1);
  });

  it('sends what had still waited, a second time where it went out since, under the same Message-ID', async () => {
    await now('hui@example.org');
    await sent('hui@example.org');
    const ids = copies('hui@example.org').map((mail) => messageId(mail.text));
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });

  it('knows nobody who came after the copy; they can register again', async () => {
    expect((await foyer.ledger()).filter(({ email }) => email === 'late@example.org')).toEqual([]);
    await foyer.register(session, 'late@example.org');
    await sent('late@example.org');
    expect(new Set(copies('late@example.org').map((mail) => messageId(mail.text))).size).toBe(2);
  });

  it('reminds everybody once', async () => {
    const minutes = 240 - 12;
    await foyer.database.query(`update notification.delivery set sent_at = sent_at - make_interval(mins => $1), created_at = created_at - make_interval(mins => $1)`, [minutes]);
    await foyer.database.query(`update notification.session set starts_at = starts_at - make_interval(mins => $1), ends_at = ends_at - make_interval(mins => $1)`, [minutes]);
    await foyer.until('all reminded', async () => (await foyer.ledger()).filter(({ kind, status }) => kind === 'reminder' && status === 'sent').length === 4);
    const reminded = inbox.messages.filter(({ text }) => /^Subject: Starts in/m.test(text)).flatMap(({ to }) => to);
    expect(reminded.sort()).toEqual(['ada@example.org', 'gia@example.org', 'hui@example.org', 'late@example.org']);
  }, 60_000);
});

/** As a dump and its restoring make it: everything that stood in the database at one moment. */
async function copyOf(cluster: string, database: string): Promise<string> {
  const name = new URL(database).pathname.slice(1);
  const admin = new pg.Client({ connectionString: cluster });
  await admin.connect();
  try {
    // Nobody may be connected meanwhile; the last connections of who has stopped are just going.
    for (const end = Date.now() + 20_000; (await admin.query('select from pg_stat_activity where datname = $1', [name])).rowCount; ) {
      if (Date.now() > end) throw new Error('Somebody is still connected.');
      await new Promise((soon) => setTimeout(soon, 50));
    }
    await admin.query(`create database ${name}_copy template ${name}`);
  } finally {
    await admin.end();
  }
  return Object.assign(new URL(database), { pathname: `/${name}_copy` }).href;
}
