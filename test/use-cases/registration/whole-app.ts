import { MikroORM } from '@mikro-orm/postgresql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { Configuration } from '../../../src/platform/config/configuration.js';
import { layHttpSurface } from '../../../src/platform/http/surface.js';
import { SocketAdapter } from '../../../src/platform/realtime/socket-adapter.js';
import { startInbox, type ReceivedMail } from '../../support/inbox.js';
import { startPostgres } from '../../support/postgres.js';

interface Answer<Body> { status: number; body: Body; headers: Headers }

export interface Problem { code: string; errors?: { pointer: string; code: string }[] }
export type WholeApp = Awaited<ReturnType<typeof startWholeApp>>;

/** Everything but media, in this process: a real database, a real inbox, HTTP and sockets as the world sees them. */
export async function startWholeApp(name: string, settings: Record<string, string> = {}) {
  const [postgres, inbox] = await Promise.all([startPostgres(), startInbox()]);
  const databaseUrl = await postgres.createDatabase(name);
  const configuration = new Configuration({
    DATABASE_URL: databaseUrl, SMTP_URL: inbox.url, FOYER_SECRET: 'a secret for tests, and for nothing else',
    PUBLIC_URL: 'http://foyer.test', MAIL_FROM: 'invites@foyer.test', SIGN_UP: 'open', RATE_LIMIT_FACTOR: '1000', ...settings,
  });
  // Later than Nest itself: the mail module is CommonJS and requires it.
  const { AppModule } = await import('../../../src/app.module.js');
  const trouble: string[] = [];
  const logger = { log: () => undefined, warn: () => undefined, error: (...words: unknown[]) => trouble.push(words.join(' ')) };
  const testing = await Test.createTestingModule({ imports: [AppModule] }).overrideProvider(Configuration).useValue(configuration).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter({ onProtoPoisoning: 'error' }), { logger: process.env['LOG'] ? undefined : logger });
  app.useWebSocketAdapter(new SocketAdapter(app, configuration));
  layHttpSurface(app);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const database = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  database.on('error', () => undefined);

  const request = async <Body = Record<string, never>>(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer<Body>> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method, headers: { ...(body && { 'content-type': 'application/json' }), ...headers }, ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (/json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text) as Body, headers: answer.headers };
  };
  const until = async <Found>(what: string, look: () => Promise<Found | null | undefined | false>, within = 30_000): Promise<Found> => {
    const end = Date.now() + within;
    for (;;) {
      const found = await look();
      if (found) return found;
      if (Date.now() > end) throw new Error(`Not within ${within} ms: ${what}.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  /** An organizer, signed in. */
  const signedUp = await request('POST', '/api/identity/sign-up', { name: 'Ada Lovelace', email: 'ada@host.example', password: 'analytical engine' });
  const cookie = signedUp.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  const organizer = { cookie, origin: 'http://foyer.test' };

  return {
    app, port, inbox, database, request, until, configuration, em: app.get(MikroORM, { strict: false }).em,
    asOrganizer: <Body>(method: string, path: string, body?: object, headers: Record<string, string> = {}) => request<Body>(method, path, body, { ...organizer, ...headers }),
    /** Starts so many minutes from now. */
    schedule: async (fields: object[], inMinutes = 24 * 60): Promise<{ id: string; slug: string }> =>
      (await request<{ id: string; slug: string }>('POST', '/api/sessions', {
        title: 'Pottery', description: 'Bring clay.', theme: 'workshop', timeZone: 'UTC', durationMinutes: 60,
        wallTime: new Date(Date.now() + inMinutes * 60_000).toISOString().slice(0, 16), registration: { fields },
      }, organizer)).body,
    /** Registers, and reads the token out of the mail that comes: nobody gets it any other way. */
    register: async (slug: string, person: { email: string; name: string; answers?: object; timeZone?: string; locale?: string }): Promise<string> => {
      const { status, body } = await request('POST', `/api/public/sessions/${slug}/registrations`, person);
      if (status !== 202) throw new Error(`Not registered: ${JSON.stringify(body)}\n${trouble.join('\n')}`);
      return tokenIn(await inbox.waitFor((mail) => mail.to.includes(person.email) && tokenIn(mail) !== ''));
    },
    /** Until nothing waits in the queue of facts. */
    settled: () => until('the facts handled', async () =>
      (await database.query(`select 1 from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%' and name <> 'dead-letters' limit 1`)).rowCount === 0),
    stop: async () => {
      await app.close();
      await Promise.all([database.end(), inbox.stop(), postgres.stop()]);
    },
  };
}

export function tokenIn(mail: ReceivedMail): string {
  const unfolded = mail.text.replace(/=\r\n/g, '').replace(/=3D/g, '=');
  return /\/j\/([A-Za-z0-9_-]{20,40})/.exec(unfolded)?.[1] ?? '';
}
