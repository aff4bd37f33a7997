import { createTransport } from 'nodemailer';
import { query } from '../../embedded/postgres.ts';
import { startInbox } from '../support/inbox.ts';
import { startJanus } from '../support/janus.ts';
import { startPostgres } from '../support/postgres.ts';

describe('the real parts of the tests', () => {
  it('give each file a PostgreSQL 18 database of its own', async () => {
    const cluster = await startPostgres();
    try {
      const [one, other] = [await cluster.createDatabase('same name'), await cluster.createDatabase('same name')];
      await query(one, 'create table only_here (id int)');
      expect(await query(other, `select to_regclass('only_here') as found, current_setting('server_version') like '18%' as eighteen`)).toEqual([{ found: null, eighteen: true }]);
    } finally {
      await cluster.stop();
    }
  });

  it('bring a PostgreSQL that was killed back with what it had', async () => {
    const cluster = await startPostgres({ own: true });
    try {
      const url = await cluster.createDatabase('kept');
      await query(url, 'create table kept as select 42 as answer');
      cluster.kill();
      await expect(query(url, 'select 1')).rejects.toThrow();
      await cluster.start();
      expect(await query(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    } finally {
      await cluster.stop();
    }
  });

  it('keep each mail with its envelope, and refuse when asked to', async () => {
    const inbox = await startInbox();
    const transport = createTransport(inbox.url);
    try {
      const mail = { from: 'us@example.org', to: 'ada@example.org', subject: 'Grüße', text: 'Hello' };
      await transport.sendMail({ ...mail, envelope: { from: 'bounce@example.org', to: 'ada@example.org' } });
      const received = await inbox.waitFor((one) => one.to.includes('ada@example.org'));
      expect(received).toMatchObject({ from: 'bounce@example.org', to: ['ada@example.org'] });
      expect(received.text).toContain('Hello');
      inbox.refuseWith({ at: 'recipient', code: 450, text: 'try later', times: 1 });
      await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 450 });
      await transport.sendMail(mail);
      inbox.refuseWith({ at: 'data', code: 550, text: 'no' });
      await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 550 });
      expect(inbox.messages).toHaveLength(2);
      await expect(inbox.waitFor((one) => one.to.includes('nobody@example.org'), 50)).rejects.toThrow(/to ada@example.org/);
    } finally {
      transport.close();
      await inbox.stop();
    }
  });

  it('bring a Janus that was killed back with its secrets', async () => {
    const janus = await startJanus();
    try {
      const before = janus.pid;
      janus.kill();
      await janus.start();
      expect(janus.pid).not.toBe(before);
      expect(janus.log()).toContain('JANUS VideoRoom plugin initialized');
      expect(janus.log()).not.toContain(janus.apiSecret);
      expect(janus.log()).not.toContain(janus.adminKey);
    } finally {
      await janus.stop();
    }
  });
});
