import { connect, createServer } from 'node:net';

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

/**
 * A port for a part of ours. Below the range from which the system takes ports for outgoing connections,
 * or one of those could sit on it at the moment when the part is started again.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const port = 10_240 + Math.floor(Math.random() * 9_000);
    if (await isFree(port)) return port;
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
