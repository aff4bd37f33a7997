import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { query } from '../../../embedded/postgres.ts';
import { startPostgres, type TestCluster } from '../../support/postgres.js';

/** The way to the database, which can forget every connection there is: nothing more passes, and nobody is told. */
class ForgetfulWay {
  private readonly pairs = new Set<[Socket, Socket]>();
  private readonly server: Server;

  constructor(private readonly to: { host: string; port: number }) {
    this.server = createServer((near) => {
      const far = connect(this.to.port, this.to.host);
      const pair: [Socket, Socket] = [near, far];
      this.pairs.add(pair);
      near.on('data', (bytes) => this.pairs.has(pair) && far.write(bytes));
      far.on('data', (bytes) => this.pairs.has(pair) && near.write(bytes));
      for (const [one, other] of [[near, far], [far, near]] as const) one.on('error', () => other.destroy()).on('close', () => this.pairs.has(pair) && other.destroy());
    });
  }

  async open(): Promise<number> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    return (this.server.address() as AddressInfo).port;
  }

  forgetAll(): number {
    const many = this.pairs.size;
    this.pairs.clear();
    return many;
  }

  close(): void {
    this.server.close();
    for (const pair of this.pairs) for (const end of pair) end.destroy();
  }
}

describe('when the network forgets the connections to the database and says nothing', () => {
  let cluster: TestCluster;
  let way: ForgetfulWay;
  let app: NestFastifyApplication;
  let http: ReturnType<typeof supertest>;
  let databaseUrl: string;
  let key: string;
  beforeAll(async () => {
    cluster = await startPostgres();
    databaseUrl = await cluster.createDatabase('silent network');
    const { hostname, port } = new URL(databaseUrl);
    way = new ForgetfulWay({ host: hostname, port: Number(port) });
    Object.assign(process.env, {
      DATABASE_URL: Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: String(await way.open()) }).href,
      SMTP_URL: 'smtp://127.0.0.1:1', JANUS_URL: '', FOYER_SECRET: 'a secret for tests, and for nothing else', PUBLIC_URL: 'http://foyer.test', MAIL_FROM: 'invites@foyer.test', SIGN_UP: 'open', RATE_LIMIT_FACTOR: 'Infinity',
    });
    const { start } = await import('../../../src/start.js');
    const { Logger } = await import('@nestjs/common');
    Logger.overrideLogger(false);
    ({ app } = await start());
    await app.listen(0, '127.0.0.1');
    http = supertest(await app.getUrl());
    const up = await http.post('/api/identity/sign-up').send({ name: 'Ada', email: 'ada@example.org', password: 'correct horse' });
    const cookie = (up.headers['set-cookie'] as unknown as string[]).map((line) => line.split(';')[0]).join('; ');
    key = (await http.post('/api/identity/api-keys').set({ cookie, origin: 'http://foyer.test' }).send({ name: 'tests' })).body.key as string;
  }, 120_000);
  afterAll(async () => {
    way?.close();
    await app?.close();
    await cluster?.stop();
  }, 60_000);

  const until = async (what: string, look: () => Promise<boolean>, within = 60_000): Promise<void> => {
    for (const end = Date.now() + within; !(await look()); ) {
      if (Date.now() > end) throw new Error(`Not within ${within} ms: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const scheduled = async (): Promise<string> => {
    let id = '';
    await until('a session is scheduled', async () => {
      const answer = await http.post('/api/sessions').set('authorization', `Bearer ${key}`).send({ title: 'Pottery', description: '', wallTime: '2035-07-01T15:00', timeZone: 'UTC', durationMinutes: 60, theme: 'meeting', registration: null });
      id = answer.body.id as string;
      return answer.status === 201;
    });
    return id;
  };
  const heard = (id: string) => until('its subscribers have heard of it', async () => (await query(databaseUrl, 'select 1 from conferencing.room where session_id = $1', [id])).length === 1);

  it('facts are heard again soon, and announcements, too, after a look at what was missed', async () => {
    await heard(await scheduled());
    const { Announcements } = await import('../../../src/platform/realtime/announcements.js');
    const announcements = app.get(Announcements);
    let repaired = 0;
    const told: unknown[] = [];
    announcements.afterGap(() => (repaired += 1));
    announcements.hear('greeting', ({ word }) => told.push(word));
    expect(way.forgetAll()).toBeGreaterThan(3);
    await heard(await scheduled());
    await until('what was missed is looked for', async () => repaired > 0);
    await query(databaseUrl, `select pg_notify('foyer', '{"from":"elsewhere","topic":"greeting","payload":{"word":"hello"}}')`);
    await until('an announcement is heard', async () => told.includes('hello'));
  }, 180_000);

  it('a notice that is none of ours is let pass', async () => {
    const { Announcements } = await import('../../../src/platform/realtime/announcements.js');
    const told: unknown[] = [];
    app.get(Announcements).hear('after nonsense', ({ word }) => told.push(word));
    for (const text of ['', 'no json', 'null', '7', '[]', '{"from":1}', '{"from":"x","topic":"after nonsense"}', '{"from":"x","topic":"after nonsense","payload":null}']) await query(databaseUrl, 'select pg_notify($1, $2)', ['foyer', text]);
    await query(databaseUrl, `select pg_notify('foyer', '{"from":"elsewhere","topic":"after nonsense","payload":{"word":"still here"}}')`);
    await until('the next one is heard', async () => told.length > 0);
    expect(told).toEqual(['still here']);
  }, 60_000);
});
