import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import { readFileSync, readdirSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { startPostgres, type TestCluster } from '../../support/postgres.js';

const PROMISED_MS = 5_000;
/** Ours, for two busy cores: timers fire late. */
const SLACK_MS = 700;
const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Every process of the cluster: frozen alone, its parent would only refuse new connections. */
const signal = (cluster: TestCluster, which: 'SIGSTOP' | 'SIGCONT'): void => {
  const children = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === cluster.pid);
  for (const pid of [cluster.pid!, ...children.map(Number)]) process.kill(pid, which);
};
function parentOf(pid: string): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[1]);
  } catch {
    return null; // gone meanwhile
  }
}

describe('while the database is frozen', () => {
  let cluster: TestCluster;
  let app: NestFastifyApplication;
  let http: ReturnType<typeof supertest>;
  let slug: string;

  beforeAll(async () => {
    cluster = await startPostgres({ own: true });
    Object.assign(process.env, {
      DATABASE_URL: await cluster.createDatabase('frozen'), SMTP_URL: 'smtp://127.0.0.1:1', JANUS_URL: '', FOYER_SECRET: 'a secret for tests, and for nothing else',
      PUBLIC_URL: 'http://foyer.test', MAIL_FROM: 'invites@foyer.test', SIGN_UP: 'open', RATE_LIMIT_FACTOR: '1000',
    });
    const { start } = await import('../../../src/start.js');
    const { Logger } = await import('@nestjs/common');
    Logger.overrideLogger(false);
    ({ app } = await start());
    await app.listen(0, '127.0.0.1');
    http = supertest(await app.getUrl());
    const up = await http.post('/api/identity/sign-up').send({ name: 'Ada', email: 'ada@example.org', password: 'correct horse' });
    const cookie = (up.headers['set-cookie'] as unknown as string[]).map((line) => line.split(';')[0]).join('; ');
    const made = await http.post('/api/sessions').set({ cookie, origin: 'http://foyer.test' })
      .send({ title: 'Pottery', wallTime: '2035-07-01T15:00', timeZone: 'UTC', durationMinutes: 60, theme: 'meeting', registration: { fields: [] } });
    slug = made.body.slug as string;
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    await cluster?.stop();
  }, 120_000);

  const register = (name: string) => http.post(`/api/public/sessions/${slug}/registrations`).send({ email: `${name}@example.org`, name }).then(({ status }) => status);
  const asked = async (request: PromiseLike<number>): Promise<{ status: number; took: number }> => {
    const began = performance.now();
    const status = await request;
    return { status, took: Math.round(performance.now() - began) };
  };
  const crowd = (from: number, count: number) => Array.from({ length: count }, (_, index) => asked(register(`somebody-${from + index}`)));

  it('no request hangs, readiness says so, and all goes on when it thaws', async () => {
    expect((await Promise.all(crowd(0, 80))).every(({ status }) => status === 202)).toBe(true);
    signal(cluster, 'SIGSTOP');
    const answers: Promise<{ status: number; took: number }>[] = [];
    try {
      answers.push(asked(http.get('/health/ready').then(({ status }) => status)), ...crowd(100, 200));
      await after(1_000);
      answers.push(asked(http.post('/api/join/resolve').send({ slug }).then(({ status }) => status)), ...crowd(400, 100));
      await after(1_900);
      answers.push(asked(http.get('/health/ready').then(({ status }) => status)), ...crowd(600, 100));
      const all = await Promise.all(answers);
      expect(Math.max(...all.map(({ took }) => took))).toBeLessThan(PROMISED_MS + SLACK_MS);
      expect(all.filter(({ status }) => status !== 503)).toEqual([]); // try again, not: it is broken
    } finally {
      signal(cluster, 'SIGCONT');
    }
    const began = performance.now();
    while ((await register('afterwards')) !== 202) expect(performance.now() - began).toBeLessThan(PROMISED_MS + SLACK_MS);
    expect((await http.get('/health/ready')).status).toBe(200);
  }, 180_000);
});
