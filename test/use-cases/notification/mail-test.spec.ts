import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Configuration } from '../../../src/platform/config/configuration.js';
import { SenderIdentity, type SenderChecks } from '../../../src/platform/mail/sender-identity.js';
import { startInbox, type TestInbox } from '../../support/inbox.js';
import { startPostgres, type TestCluster } from '../../support/postgres.js';
import { startNameServer } from './name-server.js';
import type { NotificationApp } from './notification-app.js';
import { read } from './received.js';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const p = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

describe('a test mail to oneself', () => {
  let postgres: TestCluster;
  let inbox: TestInbox;
  let foyer: NotificationApp;
  beforeAll(async () => {
    const { startNotification } = await import('./notification-app.js');
    postgres = await startPostgres();
    inbox = await startInbox();
    foyer = await startNotification(await postgres.createDatabase('mail-test'), inbox.url);
  }, 120_000);
  afterAll(async () => {
    await foyer?.stop();
    await inbox?.stop();
    await postgres?.stop();
  });
  afterEach(() => inbox.refuseWith(null));

  it('goes to the caller’s own address, and says what the mail server said and that nothing was checked', async () => {
    const eve = await foyer.organizer('Eve');
    const ask = () => foyer.http.post('/api/mail-test').set('cookie', eve.cookie).set('origin', 'http://foyer.test');
    const { status, body } = await ask();
    const unchecked = { result: 'not-checked', detail: expect.stringContaining('DNS_SERVERS') };
    expect([status, body]).toEqual([200, { sentTo: eve.email, outcome: 'accepted', answer: expect.stringMatching(/^250/), checks: { spf: unchecked, dkim: unchecked, dmarc: unchecked } }]);
    const mail = await inbox.waitFor(({ to, text }) => to.includes(eve.email) && /^Subject: Your test mail/m.test(text));
    expect((await read(mail.raw)).text).toContain('mails from here reach you');
    inbox.refuseWith({ at: 'recipient', code: 550, text: '5.1.1 no such mailbox' });
    expect((await ask()).body).toMatchObject({ outcome: 'refused', answer: expect.stringMatching(/^550/) });
    for (let time = 0; time < 3; time++) await ask();
    const tooMany = await ask();
    expect([tooMany.status, Number(tooMany.headers['retry-after']) > 0]).toEqual([429, true]);
    expect((await foyer.http.post('/api/mail-test')).status).toBe(401);
  });
});

describe('what the DNS says of our sender', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-test-sender-'));
  const keyFile = join(folder, 'key.pem');
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  afterAll(() => rmSync(folder, { recursive: true }));

  const checked = async (records: Record<string, string[]>, settings: Record<string, string> = {}): Promise<SenderChecks> => {
    const dns = await startNameServer(records);
    try {
      return await new SenderIdentity(new Configuration({
        DATABASE_URL: 'x', SMTP_URL: 'smtp://smtp.foyer.example:25', FOYER_SECRET: 'a secret for tests, and for nothing else', PUBLIC_URL: 'https://foyer.example', MAIL_FROM: 'invites@mail.foyer.example',
        DNS_SERVERS: dns.address, DKIM_DOMAIN: 'foyer.example', DKIM_SELECTOR: 's1', DKIM_KEY_FILE: keyFile, ...settings,
      })).check();
    } finally {
      await dns.stop();
    }
  };
  const results = ({ spf, dkim, dmarc }: SenderChecks) => [spf.result, dkim.result, dmarc.result];
  const well = {
    'A smtp.foyer.example': ['192.0.2.25'],
    'TXT mail.foyer.example': ['some other text', 'v=spf1 include:spf.provider.example -all'],
    'TXT spf.provider.example': ['v=spf1 ip4:198.51.100.0/24 ip4:192.0.2.0/27 ~all'],
    'TXT s1._domainkey.foyer.example': [`v=DKIM1; k=rsa; p=${p}`],
    'TXT _dmarc.foyer.example': ['v=DMARC1; p=reject; adkim=r'],
  };

  it('passes where SPF names our mail server, the key is ours and a policy stands', async () => {
    const checks = await checked(well);
    expect(results(checks)).toEqual(['pass', 'pass', 'pass']);
    expect(checks.dmarc.detail).toContain('reject');
  });

  it.each<[string, Record<string, string[]>, string[], RegExp]>([
    ['SPF leaves our mail server out', { 'TXT spf.provider.example': ['v=spf1 ip4:198.51.100.0/24 ~all'] }, ['fail', 'pass', 'pass'], /“fail” of 192\.0\.2\.25/],
    ['there are two SPF records', { 'TXT mail.foyer.example': ['v=spf1 +all', 'v=spf1 -all'] }, ['fail', 'pass', 'pass'], /2 SPF records/],
    ['SPF sends on in a circle', { 'TXT mail.foyer.example': ['v=spf1 include:mail.foyer.example -all'] }, ['fail', 'pass', 'pass'], /“error”/],
    ['SPF names it by MX', { 'TXT mail.foyer.example': ['v=spf1 mx/28 -all'], 'MX mail.foyer.example': ['mx.foyer.example'], 'A mx.foyer.example': ['192.0.2.17'] }, ['pass', 'pass', 'pass'], /names 192\.0\.2\.25/],
    ['SPF redirects', { 'TXT mail.foyer.example': ['v=spf1 redirect=spf.provider.example'] }, ['pass', 'pass', 'pass'], /names/],
    ['the published key is another', { 'TXT s1._domainkey.foyer.example': ['v=DKIM1; p=AAAA'] }, ['pass', 'fail', 'pass'], /./],
    ['there is no key', { 'TXT s1._domainkey.foyer.example': [] }, ['pass', 'fail', 'pass'], /./],
    ['there is no policy', { 'TXT _dmarc.foyer.example': [] }, ['pass', 'pass', 'fail'], /./],
    ['nothing passes', { 'TXT mail.foyer.example': [], 'TXT s1._domainkey.foyer.example': [] }, ['fail', 'fail', 'fail'], /no SPF record/],
    ['only DKIM passes, strictly aligned elsewhere', { 'TXT mail.foyer.example': [], 'TXT _dmarc.foyer.example': ['v=DMARC1; p=none; adkim=s'] }, ['fail', 'pass', 'fail'], /./],
  ])('says so where %s', async (_, changes, expected, spf) => {
    const checks = await checked({ ...well, ...changes });
    expect(results(checks)).toEqual(expected);
    expect(checks.spf.detail).toMatch(spf);
  });

  it('says that it does not know where the mail server is on this machine, nothing is signed, or nobody answers', async () => {
    expect(results(await checked(well, { SMTP_URL: 'smtp://127.0.0.1:25' }))).toEqual(['not-checked', 'pass', 'pass']);
    expect(results(await checked(well, { DKIM_KEY_FILE: '' }))).toEqual(['pass', 'not-checked', 'pass']);
    expect(results(await checked(well, { DNS_SERVERS: '' }))).toEqual(['not-checked', 'not-checked', 'not-checked']);
    const silent = await checked(well, { DNS_SERVERS: '127.0.0.1:9' });
    expect(results(silent)).toEqual(['not-checked', 'not-checked', 'not-checked']);
    expect(silent.spf.detail).toMatch(/did not answer/);
  }, 30_000);
});
