import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../embedded/folder.ts';
import { freePort } from '../../embedded/ports.ts';
import { startPostgres, type TestCluster } from '../support/postgres.ts';

/** `dist/server` and `dist/web-assets` at another place, where no packages, no sources and no compiled files lie. */
describe('the server as it is built', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bundle-'));
  const start = join(folder, 'server', 'start.js');
  const settings = { PATH: process.env['PATH'], NODE_ENV: 'production', SMTP_URL: 'smtp://127.0.0.1:9', FOYER_SECRET: 'a secret for tests, of more than 32 characters' };
  let cluster: TestCluster;

  beforeAll(async () => {
    for (const part of ['server', 'web-assets']) cpSync(join(root, 'dist', part), join(folder, part), { recursive: true });
    cluster = await startPostgres();
  });

  afterAll(async () => {
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('runs where it was put: lays out the database, has its pages, and the names of the document that programs are written against', async () => {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const child = spawn(process.execPath, [start], {
      cwd: folder, stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...settings, PORT: String(port), PUBLIC_URL: address, DATABASE_URL: await cluster.createDatabase('bundle'), SIGN_UP: 'open', NODE_DEBUG_NATIVE: 'COMPILE_CACHE' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise<number | null>((gone) => child.once('exit', gone));
    try {
      const isReady = () => fetch(`${address}/health/ready`).then(({ ok }) => ok, () => false);
      while (!(await isReady())) {
        if (child.exitCode !== null) throw new Error(`It ended:\n${said}`);
        await new Promise((next) => setTimeout(next, 50));
      }
      const desk = await fetch(`${address}/desk`);
      expect([desk.status, await desk.text()]).toEqual([200, expect.stringContaining('/assets/')]);
      expect(await (await fetch(`${address}/openapi.json`)).json()).toEqual(JSON.parse(readFileSync(join(root, 'client/openapi.json'), 'utf8')));
    } finally {
      child.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
    for (const file of ['packages.js', 'product.js']) expect(said).toMatch(new RegExp(`ESM \\S*/${file} because cache was the same`));
  });

  it('names the lines of the sources when it ends with an error', () => {
    const { status, stderr } = spawnSync(process.execPath, [start], { cwd: folder, env: settings, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Error: DATABASE_URL is not set/m);
    expect(stderr).toMatch(/at new Configuration \(.*src\/platform\/config\/configuration\.ts:\d+:\d+\)/);
  });
});
