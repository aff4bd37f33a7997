import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../embedded/folder.ts';
import { answers, freePort } from '../../embedded/ports.ts';
import { identityOf } from '../../embedded/processes.ts';
import { startInbox } from '../support/inbox.ts';
import { startJanus } from '../support/janus.ts';
import { Launcher } from '../support/launcher.ts';
import { startPostgres } from '../support/postgres.ts';

const folders: string[] = [];
const launchers: Launcher[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-start-'));
  chmodSync(folder, 0o711);
  folders.push(folder);
  return folder;
};
const start = async (folder: string, env: NodeJS.ProcessEnv = {}) => {
  const launcher = new Launcher(folder, { PORT: String(await freePort()), INBOX_PORT: String(await freePort()), ...env });
  launchers.push(launcher);
  return launcher;
};
const until = async (what: () => Promise<boolean> | boolean, within = 30_000) => {
  for (const end = Date.now() + within; !(await what()); await new Promise((next) => setTimeout(next, 100))) {
    if (Date.now() > end) throw new Error(`Not within ${within} ms: ${what}`);
  }
};
const ready = (launcher: Launcher) => fetch(`${launcher.instance.api}/health/ready`).then((answer) => answer.ok, () => false);

/** The addresses on which a process listens, as the kernel has them (hex). */
const listening = (pid: number): string[] => {
  const sockets = new Set(readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return /socket:\[(\d+)\]/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
    } catch {
      return undefined;
    }
  }));
  return ['tcp', 'tcp6'].flatMap((kind) => readFileSync(`/proc/net/${kind}`, 'utf8').trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === '0A' && sockets.has(fields[9]))
    .map((fields) => fields[1]!.split(':')[0]!);
};
const loopback = '0100007F';

describe('npm start', () => {
  const folder = newFolder();
  let first: Launcher;
  let firstSession: string;

  beforeAll(async () => {
    first = await start(folder);
    await first.running();
  }, 120_000);

  afterAll(async () => {
    await Promise.all(launchers.map((launcher) => launcher.signal('SIGTERM')));
    folders.forEach((one) => rmSync(one, { recursive: true, force: true }));
  }, 60_000);

  it('ends with where the product is, where the inbox is, how to sign in, and a session in ten minutes', async () => {
    const { url, inbox, demo, session } = first.instance;
    firstSession = session!.id;
    for (const part of [url, inbox!, demo!.email, demo!.password, session!.publicUrl]) expect(first.said).toContain(part);
    expect(first.said).toMatch(/starts in (9|10) minutes/);
    const page = await fetch(session!.publicUrl, { headers: { accept: 'text/html' } });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('A look around the foyer')]);
    expect((await fetch(inbox!, { headers: { accept: 'text/html' } })).status).toBe(200);
  });

  it('runs each part, for this machine alone, and none with more rights than it needs', async () => {
    const { product, janus, postgres, inbox } = first.processes;
    for (const pid of [product, janus, postgres, inbox]) expect([...new Set(listening(pid!))]).toEqual([loopback]);
    if (process.getuid?.() === 0) for (const pid of [janus, postgres]) expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
    expect(await Promise.all([8088, 8188].map((port) => answers(port)))).toEqual([false, false]);
  });

  it('keeps its secrets from other users, and out of its logs', () => {
    const secrets = ['secret', 'postgres.password', 'demo.password', 'run.json'];
    for (const name of secrets) expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
    const inJanus = /(?:api_secret|admin_key) = "(.+?)"/g;
    const configuration = readdirSync(join(folder, 'janus')).map((name) => readFileSync(join(folder, 'janus', name), 'utf8')).join('');
    const words = [...configuration.matchAll(inJanus)].map((match) => match[1]!).concat(secrets.slice(0, 3).map((name) => readFileSync(join(folder, name), 'utf8').trim()));
    expect(words).toHaveLength(5);
    const logs = readdirSync(folder).filter((name) => name.endsWith('.log')).map((name) => readFileSync(join(folder, name), 'utf8')).join('');
    for (const word of words) expect(logs.includes(word)).toBe(false);
  });

  it('gives scripts a key of the running instance', async () => {
    const { NODE_OPTIONS: _jest, ...env } = process.env;
    const key = execFileSync(process.execPath, ['embedded/demo-key.ts'], { cwd: root, env: { ...env, FOYER_DATA: folder }, encoding: 'utf8' }).trim();
    const me = await fetch(`${first.instance.api}/api/identity/me`, { headers: { authorization: `Bearer ${key}` } });
    expect(await me.json()).toMatchObject({ email: first.instance.demo!.email });
  });

  it('brings what it mails into the inbox', async () => {
    const slug = new URL(first.instance.session!.publicUrl).pathname.split('/').at(-1);
    const answer = await fetch(`${first.instance.api}/api/public/sessions/${slug}/registrations`, {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ada@example.org', name: 'Ada', answers: { topic: 'Curiosity' } }),
    });
    expect(answer.status).toBe(202);
    const mails = async () => (await (await fetch(`${first.instance.inbox}/api/email`)).text());
    await until(async () => (await mails()).includes('ada@example.org'));
  });

  it.each(['postgres', 'janus', 'inbox', 'product'])('starts %s again when it dies, and says so', async (name) => {
    const pid = first.processes[name]!;
    process.kill(pid, 'SIGKILL');
    await until(() => first.processes[name] !== undefined && first.processes[name] !== pid);
    await until(() => ready(first));
    const names: Record<string, string> = { postgres: 'PostgreSQL', janus: 'Janus', inbox: 'The inbox', product: 'The product' };
    await first.says(new RegExp(`${names[name]} ended \\(SIGKILL\\); starting it again[^]*${names[name]} runs again`));
  });

  it('refuses to be started a second time from the same folder', async () => {
    const second = await start(folder);
    await expect(second.running()).rejects.toThrow(/already running/);
    expect(await ready(first)).toBe(true);
  });

  it('ends everything that it started on Ctrl-C, though npm passes it on twice', async () => {
    const identities = Object.values(first.processes).map(identityOf);
    expect(identities).toHaveLength(5);
    void first.signal('SIGINT');
    expect(await first.signal('SIGINT')).toBe(0);
    expect(identities.map((identity) => identityOf(Number(identity!.split(' ')[0])) === identity)).toEqual(identities.map(() => false));
    expect(readdirSync(join(folder, 'run'))).toEqual([]);
  });

  it('is back with what it had, and with the same demo session, also after it was killed itself', async () => {
    const second = await start(folder);
    await second.running();
    expect(second.instance.session!.id).toBe(firstSession);
    const before = Object.values(second.processes).map(identityOf);
    await second.signal('SIGKILL');

    const third = await start(folder);
    await third.running();
    expect(third.instance.session!.id).toBe(firstSession);
    expect(before.filter((identity) => identityOf(Number(identity!.split(' ')[0])) === identity)).toEqual([]);
    expect(await third.signal('SIGTERM')).toBe(0);
  }, 180_000);

  it('takes the next port where the wished one is taken', async () => {
    const taken = await startInbox();
    const port = Number(new URL(taken.url).port);
    const launcher = await start(newFolder(), { PORT: String(port) });
    await launcher.running();
    expect(Number(new URL(launcher.instance.url).port)).toBeGreaterThan(port);
    await launcher.signal('SIGTERM');
    await taken.stop();
  }, 120_000);

  it('leaves out each part that the environment replaces', async () => {
    const [cluster, mail, janus] = [await startPostgres(), await startInbox(), await startJanus()];
    const launcher = await start(newFolder(), {
      DATABASE_URL: await cluster.createDatabase('replaced'), SMTP_URL: mail.url, PUBLIC_URL: 'https://foyer.example.org/',
      JANUS_URL: janus.url, JANUS_API_SECRET: janus.apiSecret, JANUS_ADMIN_KEY: janus.adminKey,
    });
    await launcher.running();
    expect(Object.keys(launcher.processes)).toEqual(['launcher', 'product']);
    expect(launcher.said).toContain('https://foyer.example.org/s/');
    expect(launcher.said).not.toContain('The inbox');
    expect(await (await fetch(`${launcher.instance.api}/health/ready`)).json()).toMatchObject({ parts: { database: true, media: true } });
    await launcher.signal('SIGTERM');
    await Promise.all([cluster.stop(), mail.stop(), janus.stop()]);
  }, 120_000);

  it('says in one sentence how to get Janus where it is missing, and runs all but the room', async () => {
    const bin = join(newFolder(), 'bin');
    mkdirSync(bin);
    for (const tool of ['id', 'test', 'cp', 'sh', 'chmod', 'setpriv', 'apt-get', 'useradd']) {
      const found = (process.env['PATH'] ?? '').split(':').map((one) => join(one, tool)).find((path) => statSync(path, { throwIfNoEntry: false }));
      if (found) symlinkSync(found, join(bin, tool));
    }
    const launcher = await start(newFolder(), { PATH: bin, FOYER_NO_INSTALL: '1' });
    await launcher.running();
    expect(launcher.said).toMatch(/janus is not installed.*To have it, as root, run: sh embedded\/debian-packages.sh janus/);
    expect(launcher.said).toContain('without sound and picture');
    expect(Object.keys(launcher.processes)).not.toContain('janus');
    expect((await fetch(launcher.instance.session!.publicUrl)).status).toBe(200);
    await launcher.signal('SIGTERM');
  }, 120_000);
});
