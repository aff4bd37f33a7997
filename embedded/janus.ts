import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, networkInterfaces } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { may, nobody, openPlaceFor } from './accounts.ts';
import type { Recipe } from './part.ts';

/** One Janus of ours, which only our app can talk to. */
export interface MediaServer {
  /** Its folder for generated configuration. */
  readonly folder: string;
  readonly port: number;
  readonly apiSecret: string;
  readonly adminKey: string;
  readonly log: string;
  readonly pidFile?: string;
}

/** The program, from PATH; null where it is not installed. */
export function findJanus(): string | null {
  for (const folder of [...(process.env['PATH'] ?? '').split(delimiter), '/opt/janus/bin']) {
    const program = join(folder, 'janus');
    try {
      accessSync(program, constants.X_OK);
      return program;
    } catch { /* not here */ }
  }
  return null;
}

/**
 * The address on which media flows: the machine's first IPv4 that is not loopback, first of all the one
 * that leads out (a container bridge may come earlier in the list). Null on a machine without a network.
 */
export function mediaAddress(interfaces = networkInterfaces(), routes = routeTable()): string | null {
  const usable = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? []).filter((one) => one.family === 'IPv4' && !one.internal && !one.address.startsWith('169.254.')).map((one) => ({ name, address: one.address })),
  );
  const outward = routes.split('\n').map((line) => line.trim().split(/\s+/)).find((fields) => fields[1] === '00000000')?.[0];
  return (usable.find((one) => one.name === outward) ?? usable[0])?.address ?? null;
}

const routeTable = () => (existsSync('/proc/net/route') ? readFileSync('/proc/net/route', 'utf8') : '');

/** How it is started, with a configuration written for this start alone. */
export function janus(program: string, server: MediaServer): Recipe {
  const account = nobody();
  let folder = server.folder;
  mkdirSync(folder, { recursive: true });
  if (account && !may(account, 'test', ['-x', dirname(folder)])) {
    rmSync(folder, { recursive: true });
    folder = join(openPlaceFor(folder), 'janus');
    mkdirSync(folder, { recursive: true });
  }
  const write = (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text, { mode: 0o640 });
    if (account) chownSync(file, 0, account.gid);
  };
  for (const [name, text] of Object.entries(configuration(program, folder, server))) write(name, text);
  // It may read its configuration, and write nothing.
  if (account) chownSync(folder, 0, account.gid);
  chmodSync(folder, account ? 0o750 : 0o700);
  return {
    name: 'Janus',
    command: program,
    args: ['-F', folder, '-C', join(folder, 'janus.jcfg'), '--disable-colors'],
    env: { PATH: process.env['PATH'] },
    cwd: '/',
    ...account,
    log: server.log,
    ...(server.pidFile ? { pidFile: server.pidFile } : {}),
    ready: () => takes(`ws://127.0.0.1:${server.port}`, server.apiSecret),
    readyWithin: 15_000,
    stopSignal: 'SIGTERM',
    stopWithin: 5_000,
  };
}

/** The files of its folder. Everything that is not needed is off, whatever this build of it brings along. */
export function configuration(program: string, folder: string, server: MediaServer): Record<string, string> {
  const library = libraryOf(program);
  const off = (kind: string, ...needed: string[]) =>
    readdirSync(join(library, kind)).filter((file) => file.endsWith('.so') && !needed.includes(file)).join(',');
  return {
    'janus.jcfg': `general: {
  configs_folder = "${folder}"
  plugins_folder = "${library}/plugins"
  transports_folder = "${library}/transports"
  events_folder = "${library}/events"
  loggers_folder = "${library}/loggers"
  log_to_stdout = true
  debug_level = 4
  debug_timestamps = true
  api_secret = "${server.apiSecret}"
  session_timeout = 60
  reclaim_session_timeout = 60     # default 0: a dropped socket would end the media
  event_loops = ${availableParallelism()}     # the machine's cores; default 0 loses packets under load
  hide_dependencies = true
}
nat: {
  ipv6 = false
  full_trickle = true
  ice_enforce_list = "${mediaAddress() ?? '127.0.0.1'}"
}
media: { rtp_port_range = "20000-29999" }
plugins: { disable = "${off('plugins', 'libjanus_videoroom.so')}" }
transports: { disable = "${off('transports', 'libjanus_websockets.so')}" }
events: { broadcast = false }
`,
    'janus.transport.websockets.jcfg': `general: { json = "compact"; ws = true; ws_ip = "127.0.0.1"; ws_port = ${server.port}; wss = false }
admin: { admin_ws = false }
`,
    'janus.plugin.videoroom.jcfg': `general: { admin_key = "${server.adminKey}"; string_ids = true; lock_rtp_forward = true }
`,
  };
}

function libraryOf(program: string): string {
  const prefix = dirname(dirname(realpathSync(program)));
  const beside = join(prefix, 'lib');
  const candidates = [beside, ...readdirSync(beside).map((name) => join(beside, name))].map((folder) => join(folder, 'janus'));
  const found = candidates.find((folder) => existsSync(join(folder, 'plugins', 'libjanus_videoroom.so')));
  if (!found) throw new Error(`${program} comes without the VideoRoom plug-in (none below ${beside}).`);
  return found;
}

/** Whether Janus answers on its WebSocket, and opens a session to who knows this secret (a mere `ping` asks for none). */
export function takes(url: string, apisecret: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, 'janus-protocol');
    const done = (result: boolean) => {
      clearTimeout(timer);
      resolve(result);
      socket.close();
    };
    const ask = (message: object) => socket.send(JSON.stringify({ ...message, transaction: 'ready', apisecret }));
    const timer = setTimeout(() => done(false), 2_000);
    socket.onerror = () => done(false);
    socket.onopen = () => ask({ janus: 'create' });
    socket.onmessage = (message) => {
      const answer = JSON.parse(String(message.data)) as { janus?: string; data?: { id: number } };
      if (answer.janus === 'success' && answer.data) ask({ janus: 'destroy', session_id: answer.data.id });
      done(answer.janus === 'success');
    };
  });
}
