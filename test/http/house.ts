import '@nestjs/common'; // before the mailer, which requires it from CommonJS: Jest refuses that while it is still being linked
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import supertest, { type Response } from 'supertest';
import type { AddressInfo } from 'node:net';
import { startPostgres } from '../support/postgres.js';

export const ORIGIN = 'http://foyer.test';
const SECRET = 'a secret for tests, and for nothing else';

export interface Organizer {
  readonly cookie: string;
  readonly key: string;
  readonly userId: string;
  readonly workspaceId: string;
}

export interface SessionAnswer {
  id: string;
  slug: string;
  version: number;
  [key: string]: unknown;
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** The whole application as `main.ts` starts it, listening, on a real database; no mail server and no Janus. */
export async function openHouse(name: string, settings: Record<string, string> = {}) {
  const cluster = await startPostgres();
  const databaseUrl = await cluster.createDatabase(name);
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl, SMTP_URL: 'smtp://127.0.0.1:1', JANUS_URL: '', FOYER_SECRET: SECRET, PUBLIC_URL: ORIGIN,
    MAIL_FROM: 'invites@foyer.test', SIGN_UP: 'open', RATE_LIMIT_FACTOR: 'Infinity', ...settings,
  });
  const { start } = await import('../../src/start.js');
  const { Logger } = await import('@nestjs/common');
  Logger.overrideLogger(process.env['LOG'] ? ['error', 'warn'] : false);
  const { app } = await start(process.env['LOG'] ? undefined : false);
  try {
    await app.listen(0, '127.0.0.1');
  } catch (error) {
    // Nobody gets this house to close it: what has begun in it would go on after the file's end.
    await app.close().catch(() => undefined);
    await cluster.stop();
    throw error;
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const http = supertest(address);
  const database = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  database.on('error', () => undefined);

  const until = async <Answer>(what: string, look: () => Promise<Answer | null | undefined | false>, within = 30_000): Promise<Answer> => {
    for (const end = Date.now() + within; ; ) {
      const found = await look();
      if (found) return found;
      if (Date.now() > end) throw new Error(`Not within ${within} ms: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  /** Every fact that was stored has been heard by all its subscribers. */
  const settled = () => until('every fact is heard', async () => (await database.query(`select from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%'`)).rowCount === 0);
  /**
   * Nothing is under way any more: every fact is heard, and the mails, which find no server and would be tried again and
   * again, rest until tomorrow. From here on, whatever differs between two snapshots was done by who asked in between.
   */
  const atRest = async (): Promise<void> => {
    await settled();
    await until('no mail is under way', async () => {
      await database.query(`update notification.delivery set next_try_at = now() + interval '1 day' where leased_until is null`);
      return (await database.query(`select from notification.delivery where leased_until is not null or (status in ('queued', 'deferred') and next_try_at < now() + interval '1 hour')`)).rowCount === 0;
    });
  };

  const organizer = async (who: string): Promise<Organizer> => {
    const up = await http.post('/api/identity/sign-up').send({ name: who, email: `${who.toLowerCase()}@example.org`, password: 'correct horse' });
    const cookie = cookiesOf(up);
    const made = await http.post('/api/identity/api-keys').set({ cookie, origin: ORIGIN }).send({ name: 'tests' });
    return { cookie, key: made.body.key, userId: up.body.userId, workspaceId: up.body.workspaceId };
  };
  const schedule = async (by: Organizer, changes: object = {}): Promise<SessionAnswer> => {
    const answer = await http.post('/api/sessions').set('authorization', `Bearer ${by.key}`).send({ ...draft(), ...changes });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    await settled();
    return answer.body as SessionAnswer;
  };
  /** Registers by HTTP; the link is opened as only the mail would. */
  const register = async (slug: string, email: string): Promise<string> => {
    const answer = await http.post(`/api/public/sessions/${slug}/registrations`).send({ email, name: email.split('@')[0] });
    if (answer.status !== 202) throw new Error(JSON.stringify(answer.body));
    const { rows } = await database.query('select sealed_token from registration.registration join registration.session using (session_id) where slug = $1 and email = $2', [slug, email]);
    const { Sealer } = await import('../../src/platform/config/sealed.js');
    await settled();
    return new Sealer(SECRET).open((rows[0] as { sealed_token: string }).sealed_token);
  };
  /** Names a host or speaker; their link is opened as only the mail would. */
  const nameTeammate = async (by: Organizer, { id: sessionId }: { id: string }, role: 'host' | 'speaker', email = `${role}-${Math.random().toString(36).slice(2)}@example.org`): Promise<{ id: string; token: string; email: string }> => {
    const answer = await http.post(`/api/sessions/${sessionId}/team`).set('authorization', `Bearer ${by.key}`).send({ role, name: email.split('@')[0], email });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    await settled();
    return { id: answer.body.id, email, token: await teamLink(answer.body.id) };
  };
  const teamLink = async (teammateId: string): Promise<string> => {
    const { rows } = await database.query('select sealed_token from scheduling.teammate where id = $1', [teammateId]);
    const { Sealer } = await import('../../src/platform/config/sealed.js');
    return new Sealer(SECRET).open((rows[0] as { sealed_token: string }).sealed_token);
  };

  return {
    app: app as NestFastifyApplication, http, address, port, database, until, settled, atRest, organizer, schedule, register, nameTeammate, teamLink,
    as: (by: Organizer) => ({ authorization: `Bearer ${by.key}` }),
    snapshot: () => wholeDatabase(database),
    close: async () => {
      await app.close();
      await database.end();
      await cluster.stop();
    },
  };
}

/** A day from now, in UTC. */
export const draft = () => ({
  title: 'Pottery', description: 'Bring clay.', wallTime: new Date(Date.now() + 86_400_000).toISOString().slice(0, 16), timeZone: 'UTC', durationMinutes: 60, theme: 'meeting', registration: null as object | null,
});

export const cookiesOf = (answer: Response): string => ((answer.headers['set-cookie'] as unknown as string[] | undefined) ?? []).map((line) => line.split(';')[0]).join('; ');

/** Everything that stands in the database, table by table; without the queue's own bookkeeping and the instances' sign of life. */
async function wholeDatabase(database: pg.Pool): Promise<Record<string, string[]>> {
  const { rows: tables } = await database.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')
        and (n.nspname <> 'pgboss' or c.relname in ('job')) and (n.nspname, c.relname) <> ('conferencing', 'instance') order by 1`,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables) all[name] = (await database.query<{ row: string }>(`select t::text as row from ${name} t${name === 'pgboss.job' ? ` where name not like '\\_\\_%'` : ''} order by 1`)).rows.map(({ row }) => row);
  return all;
}

/** What every refusal looks like: RFC 9457, with nothing of the inside. */
export function expectProblem(answer: Response, status: number, code?: string, pointers?: string[]): void {
  const seen = { status: answer.status, type: answer.headers['content-type'], code: (answer.body as { code?: string }).code };
  expect(seen).toEqual({ status, type: expect.stringContaining('application/problem+json'), code: code ?? expect.stringMatching(/^[a-z0-9-]+$/) });
  const { title, detail, type, errors } = answer.body as { title: string; detail: string; type: string; errors?: { pointer: string; code: string; detail: string }[] };
  expect([typeof title, typeof detail, type, (answer.body as { status: number }).status]).toEqual(['string', 'string', `/problems/${seen.code}`, status]);
  expect(answer.text).not.toMatch(/\bat \S+ \(|node_modules|select |insert into|\.ts:\d/);
  if (pointers) expect((errors ?? []).map(({ pointer }) => pointer)).toEqual(pointers);
}
