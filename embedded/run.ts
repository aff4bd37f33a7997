/**
 * `npm start`, second step, under Node 24: builds what changed, starts the parts that the environment does not replace, the
 * product on top of them, keeps all of it running, and ends what it started when it is told to.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { may, nobody, openPlaceFor } from './accounts.ts';
import { app, hostToAsk } from './app.ts';
import { build } from './build.mjs';
import { havePackages } from './debian-packages.mjs';
import { DemoDesk, demoOrganizer, type DemoSession } from './demo.ts';
import { Folder } from './folder.ts';
import { inbox } from './inbox.ts';
import { tell } from './instance.ts';
import { findJanus, janus, mediaAddress } from './janus.ts';
import { endOrphans, processOf } from './orphans.ts';
import { Part, type Recipe } from './part.ts';
import { answers, freePort, nextFreePort } from './ports.ts';
import { createOwnedDatabase, postgres } from './postgres.ts';
import { identityOf } from './processes.ts';

const environment = process.env;
const folder = new Folder();
const began = Date.now();
const say = (line: string) => console.log(line);
const seconds = (since: number) => `${((Date.now() - since) / 1_000).toFixed(1)} s`;
const parts = new Map<string, Part>();

/** Thrown where the way ends because somebody said stop. */
class Stopped extends Error {}
let stopping: Promise<void> | null = null;
let stopAsked = 0;

const launcherFile = folder.file('run', 'launcher.pid');
const other = processOf(launcherFile);
if (other && other !== process.pid) {
  say(`Foyer is already running from this folder (process ${other}). To have a second one, give it a folder of its own: FOYER_DATA=… npm start`);
  process.exit(1);
}
rmSync(launcherFile, { force: true });
const orphans = await endOrphans(folder.file('run'));
if (orphans > 0) say(`The last run was ended hard; ${orphans} of its processes were still there and have been ended.`);
folder.write('run/launcher.pid', JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
process.on('disconnect', () => void stop());

try {
  const [databaseUrl, mail, media] = await Promise.all([database(), mailbox(), mediaServer(), build()]);
  const instance = await product(databaseUrl, mail.smtpUrl, media);
  const demo = await lookAround(instance.api, instance.url);
  tell(folder, {
    ...instance, inbox: mail.page, demo: demo && demo.organizer,
    session: demo && { id: demo.session.id, publicUrl: demo.session.publicUrl },
  });
  banner(instance, mail.page, demo, media !== null);
} catch (error) {
  if (!(error instanceof Stopped)) {
    if (!stopping) say(`\n${(error as Error).message}`);
    process.exitCode = 1;
    await stop();
  }
}

async function begin(name: string, recipe: Recipe): Promise<Part> {
  if (stopping) throw new Stopped();
  const since = Date.now();
  const part = new Part(recipe, say);
  parts.set(name, part);
  await part.start();
  if (stopping) throw new Stopped();
  part.keepRunning();
  say(`  ${recipe.name} is ready (${seconds(since)})`);
  return part;
}

async function database(): Promise<string> {
  if (environment['DATABASE_URL']) return environment['DATABASE_URL'];
  const cluster = {
    data: folder.file('postgres'), port: await freePort(), password: folder.secret('postgres.password'),
    log: folder.file('postgres.log'), pidFile: folder.file('run', 'postgres.pid'),
  };
  await begin('postgres', postgres(cluster));
  return createOwnedDatabase(cluster, 'foyer');
}

async function mailbox(): Promise<{ smtpUrl: string; page: string | null }> {
  if (environment['SMTP_URL']) return { smtpUrl: environment['SMTP_URL'], page: null };
  const webPort = await nextFreePort(Number(environment['INBOX_PORT'] || 1080));
  const smtpPort = await freePort();
  await begin('inbox', inbox({ folder: folder.file('inbox'), webPort, smtpPort, log: folder.file('inbox.log'), pidFile: folder.file('run', 'inbox.pid') }));
  return { smtpUrl: `smtp://127.0.0.1:${smtpPort}`, page: `http://localhost:${webPort}` };
}

async function mediaServer(): Promise<Record<string, string> | null> {
  if (environment['JANUS_URL']) return {};
  await havePackages(['janus'], 'so sessions can be planned, announced and waited for, but their room stays without sound and picture');
  const program = findJanus();
  if (!program) return null;
  if ((await answers(8088)) || (await answers(8188))) {
    say("  Something listens on port 8088 or 8188. If that is the Debian package's own Janus, it is open to everyone: systemctl mask --now janus");
  }
  if (!mediaAddress()) {
    say('  This machine has no network address but loopback: browsers find no way to the room\'s sound and picture. Connect it, and start again.');
  }
  const server = {
    folder: folder.file('janus'), port: await freePort(),
    apiSecret: randomBytes(24).toString('base64url'), adminKey: randomBytes(24).toString('base64url'),
    log: folder.file('janus.log'), pidFile: folder.file('run', 'janus.pid'),
  };
  try {
    await begin('janus', janus(program, server));
  } catch (error) {
    if (error instanceof Stopped) throw error;
    say(`${(error as Error).message}\nEverything but the room still runs.`);
    return null;
  }
  return { ...await recordingsPlace(), JANUS_URL: `ws://127.0.0.1:${server.port}`, JANUS_API_SECRET: server.apiSecret, JANUS_ADMIN_KEY: server.adminKey };
}

/** Where recordings lie: Janus, which is another user, has to reach it under the same path. */
async function recordingsPlace(): Promise<Record<string, string>> {
  if (environment['RECORDINGS_DIR']) return {};
  await havePackages(['janus-pp-rec'], 'so what is recorded waits to be made playable');
  let place = folder.file('recordings');
  if (nobody() && !may(nobody(), 'test', ['-x', folder.path])) place = join(openPlaceFor(place), 'recordings');
  mkdirSync(place, { recursive: true });
  chmodSync(place, 0o711);
  return { RECORDINGS_DIR: place };
}

async function product(databaseUrl: string, smtpUrl: string, media: Record<string, string> | null): Promise<{ url: string; api: string }> {
  const port = await nextFreePort(Number(environment['PORT'] || 3000));
  const url = (environment['PUBLIC_URL'] || `http://localhost:${port}`).replace(/\/+$/, '');
  await begin('product', app({
    port, log: folder.file('product.log'), pidFile: folder.file('run', 'product.pid'),
    env: { DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl, PUBLIC_URL: url, FOYER_SECRET: environment['FOYER_SECRET'] || folder.secret('secret'), ...media },
  }));
  return { url, api: `http://${hostToAsk(environment['HOST'] ?? '127.0.0.1')}:${port}` };
}

/** A demo is a courtesy: without it the product runs all the same. */
async function lookAround(api: string, url: string) {
  try {
    const organizer = demoOrganizer(folder);
    const desk = new DemoDesk(api, url);
    if (!(await desk.enter(organizer))) return null;
    const session = await desk.session(folder.read('demo.session')?.trim() ?? null);
    folder.write('demo.session', `${session.id}\n`);
    return { organizer, session };
  } catch (error) {
    if (!stopping) say(`The demo could not be set up: ${(error as Error).message}`);
    return null;
  }
}

function banner({ url, api }: { url: string; api: string }, page: string | null, demo: { organizer: { email: string; password: string }; session: DemoSession } | null, media: boolean): void {
  const minutes = demo ? Math.round((Date.parse(demo.session.when.startsAt) - Date.now()) / 60_000) : 0;
  const lines = [
    '',
    `  Foyer is running (ready after ${seconds(began)}).`,
    '',
    `  The product     ${url}${new URL(url).port === new URL(api).port ? '' : `  (listening on ${api})`}`,
    ...(page ? [`  The inbox       ${page}  (every mail it sends ends there)`] : []),
    ...(demo
      ? [
          `  Sign in         ${url}/sign-in  as ${demo.organizer.email}, password ${demo.organizer.password}`,
          `  A demo session  ${demo.session.publicUrl}  (${minutes > 0 ? `starts in ${minutes} minutes` : 'its time has come'})`,
        ]
      : [`  Sign in         ${url}/sign-in  with an account of this database`]),
    ...(media ? [] : ['  The room        without sound and picture: there is no Janus (see above)']),
    '',
    `  Logs and data: ${folder.path}    Ctrl-C ends it.`,
    '',
  ];
  say(lines.join('\n'));
}

/** The product first, so that it can finish and say goodbye while everything that it needs is there. */
function stop(): Promise<void> {
  if (stopping) {
    // npm passes Ctrl-C on a second time: only one that comes later means it.
    if (Date.now() - stopAsked > 1_500) parts.get('product')?.kill();
    return stopping;
  }
  stopAsked = Date.now();
  say('\nEnding …');
  stopping = (async () => {
    await parts.get('product')?.stop();
    await Promise.all([...parts.values()].map((part) => part.stop()));
    for (const file of ['run.json', 'run/launcher.pid']) rmSync(folder.file(file), { force: true });
    say('Everything that was started has been ended.');
    process.exit();
  })();
  return stopping;
}
