import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findJanus, janus } from '../../embedded/janus.ts';
import { Part } from '../../embedded/part.ts';
import { freePort } from '../../embedded/ports.ts';

/** What we set that Janus by default does not, where packets go: without these lines it is as its own files have it. */
const OURS: Readonly<Record<string, readonly RegExp[]>> = {
  'janus.jcfg': [/^ {2}event_loops = .*\n/m, /^ {2}ice_enforce_list = .*\n/m, /^ {2}ipv6 = .*\n/m],
  'janus.transport.websockets.jcfg': [/json = "compact"; /],
};

export interface RunningJanus {
  readonly url: string;
  readonly apiSecret: string;
  readonly adminKey: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** A Janus as we configure it, or as it is by default. Either speaks to this machine alone, with one plug-in: that touches no packet. */
export async function startJanus(configured: 'by us' | 'by default'): Promise<RunningJanus> {
  const program = findJanus();
  if (!program) throw new Error('This needs Janus: apt-get install janus (see README.md; its own service must not run).');
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-janus-'));
  chmodSync(folder, 0o711);
  const secret = () => randomBytes(24).toString('base64url');
  const server = { folder: join(folder, 'configuration'), port: await freePort(), apiSecret: secret(), adminKey: secret(), log: join(folder, 'log') };
  const recipe = janus(program, server);
  if (configured === 'by default') for (const [name, lines] of Object.entries(OURS)) withoutOurs(join(recipe.args[1]!, name), lines);
  const part = new Part(recipe);
  await part.start();
  return { url: `ws://127.0.0.1:${server.port}`, apiSecret: server.apiSecret, adminKey: server.adminKey, pid: part.pid!, stop: async () => {
    await part.stop();
    rmSync(folder, { recursive: true, force: true });
  } };
}

function withoutOurs(file: string, lines: readonly RegExp[]): void {
  let text = readFileSync(file, 'utf8');
  for (const line of lines) {
    if (!line.test(text)) throw new Error(`${file} has no ${line.source}: this benchmark no longer knows what we configure.`);
    text = text.replace(line, '');
  }
  writeFileSync(file, text);
}
