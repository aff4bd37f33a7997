import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const listens = (port: number, host: string): Promise<NodeJS.ErrnoException | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });

/** `localhost` may mean either loopback address: a port counts as free where nobody listens on either. */
const isFree = async (port: number): Promise<boolean> => {
  if (await listens(port, '127.0.0.1')) return false;
  const sixth = await listens(port, '::1');
  return sixth?.code !== 'EADDRINUSE';
};

/** One file for each port that was given away, with the process that asked for it. */
const GIVEN_AWAY = join(tmpdir(), `foyer-ports-${process.getuid?.() ?? 0}`);

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * Whether another, or this process itself, was given the port already; if not, it is given now. A part takes seconds until it listens, and
 * till then nobody who looks at the port itself could see that it is spoken for.
 */
function spokenFor(port: number): boolean {
  const note = join(GIVEN_AWAY, String(port));
  mkdirSync(GIVEN_AWAY, { recursive: true, mode: 0o700 });
  for (const last of [false, true]) {
    try {
      writeFileSync(note, String(process.pid), { flag: 'wx' });
      return false;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number(readFileSync(note, 'utf8')); // 0: it is being written
      if (last || owner === 0 || lives(owner)) return true;
      rmSync(note, { force: true }); // whoever asked for it is gone
    }
  }
  return true;
}

/**
 * A port for a part of ours. Below the range from which the system takes ports for outgoing connections,
 * or one of those could sit on it at the moment when the part is started again.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const port = 10_240 + Math.floor(Math.random() * 9_000);
    if (!spokenFor(port) && (await isFree(port))) return port;
  }
  throw new Error('No free port between 10240 and 19240.');
}

/** The wished port, or the next one that is free. */
export async function nextFreePort(wished: number, taken: readonly number[] = []): Promise<number> {
  for (let port = wished; port < Math.min(wished + 100, 65_536); port++) {
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
  throw new Error(`No free port between ${wished} and ${wished + 99}.`);
}

/** Whether someone accepts connections there. */
export const answers = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host });
    const done = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(1_000, () => done(false));
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });
