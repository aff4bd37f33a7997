import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { identityOf } from './processes.ts';

/** How one part is started, known to be ready, and ended. */
export interface Recipe {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** The user it runs as, where that is not us. */
  readonly uid?: number;
  readonly gid?: number;
  readonly log: string;
  readonly pidFile?: string;
  /** Asked again and again until it is true. */
  readonly ready: () => Promise<boolean>;
  readonly readyWithin: number;
  readonly stopSignal: NodeJS.Signals;
  readonly stopWithin: number;
  /** Asked when `stopWithin` is over, before it is forced. */
  readonly hurrySignal?: NodeJS.Signals;
  /** What must be put in order before each start. */
  readonly before?: () => Promise<void>;
}

const sleep = (ms: number) => new Promise<void>((next) => setTimeout(next, ms));
const firstPause = 500;
const longestPause = 15_000;
const logLimit = 10_000_000;

let deathSignal: boolean | undefined;
/** util-linux's setpriv can ask the kernel to end the part when we are gone, even by `kill -9`. */
const knowsDeathSignal = () =>
  (deathSignal ??= spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true'], { stdio: 'ignore' }).status === 0);

/**
 * A process of ours that is kept running: started, watched, started again with growing pauses when it
 * dies, and ended with us. It has a process group of its own, so that Ctrl-C reaches us alone and we
 * end things in their order.
 */
export class Part {
  readonly recipe: Recipe;
  private readonly say: (line: string) => void;
  private child: ChildProcess | null = null;
  private stopping = false;
  private failures = 0;
  private wake: (() => void) | null = null;
  private looking: Promise<void> | null = null;

  constructor(recipe: Recipe, say: (line: string) => void = () => undefined) {
    this.recipe = recipe;
    this.say = say;
  }

  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  /** Resolves when it is ready; throws when it ended before, with what its log says last. */
  async start(): Promise<void> {
    this.stopping = false;
    // One that was killed a moment ago still counts as running, for PostgreSQL's lock file, too, until it is reaped.
    if (this.child) await this.gone(this.child, 5_000);
    const child = await this.launch();
    await this.untilReady(child);
  }

  /** From now on it is started again whenever it dies. */
  keepRunning(): void {
    this.looking ??= this.watch();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake?.();
    const child = this.child;
    if (child && this.alive(child)) {
      const { stopSignal, stopWithin, hurrySignal } = this.recipe;
      child.kill(stopSignal);
      if (!(await this.gone(child, stopWithin)) && hurrySignal) child.kill(hurrySignal);
      if (!(await this.gone(child, hurrySignal ? 5_000 : 0))) child.kill('SIGKILL');
      await this.gone(child, 5_000);
    }
    await this.looking;
    if (this.recipe.pidFile) rmSync(this.recipe.pidFile, { force: true });
  }

  /** No more patience: whoever waits in `stop` gets on. */
  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    if (this.child && this.alive(this.child)) this.child.kill(signal);
  }

  private async launch(): Promise<ChildProcess> {
    const { command, args, env, cwd, uid, gid, log, pidFile, stopSignal } = this.recipe;
    await this.recipe.before?.();
    if (this.stopping) throw new Error(`${this.recipe.name} was told to stop.`);
    if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > logLimit) renameSync(log, `${log}.old`);
    const output = openSync(log, 'a', 0o600);
    const [program, ...rest] = knowsDeathSignal()
      ? ['setpriv', '--pdeathsig', stopSignal.slice(3), '--', command, ...args]
      : [command, ...args];
    const child = spawn(program!, rest, {
      cwd, env, detached: true, stdio: ['ignore', output, output],
      ...(uid === undefined ? {} : { uid, gid }),
    });
    closeSync(output);
    child.once('error', () => undefined);
    this.child = child;
    if (pidFile && child.pid) {
      writeFileSync(pidFile, JSON.stringify({ identity: identityOf(child.pid), pid: child.pid, signal: stopSignal }), { mode: 0o600 });
    }
    return child;
  }

  private async untilReady(child: ChildProcess): Promise<void> {
    const { name, ready, readyWithin, log } = this.recipe;
    const from = statSync(log).size;
    for (const until = Date.now() + readyWithin; ; await sleep(60)) {
      if (this.stopping) return;
      if (!this.alive(child)) throw new Error(`${name} ended at once (${this.ending(child)}). ${this.lastWords(from)}`);
      if (await ready().catch(() => false)) return;
      if (Date.now() > until) {
        child.kill('SIGKILL');
        await this.gone(child, 5_000);
        throw new Error(`${name} was not ready within ${readyWithin / 1_000} s. ${this.lastWords(from)}`);
      }
    }
  }

  private async watch(): Promise<void> {
    const { name, log } = this.recipe;
    for (;;) {
      const child = this.child;
      const since = Date.now();
      if (child && this.alive(child)) await new Promise<void>((gone) => child.once('exit', () => gone()));
      if (this.stopping) return;
      if (Date.now() - since > 60_000) this.failures = 0;
      const pause = Math.min(firstPause * 2 ** this.failures++, longestPause);
      this.say(`${name} ended (${child ? this.ending(child) : 'never began'}); starting it again in ${pause / 1_000} s. Its log: ${log}`);
      await Promise.race([sleep(pause), new Promise<void>((wake) => (this.wake = wake))]);
      if (this.stopping) return;
      try {
        await this.untilReady(await this.launch());
        if (!this.stopping) this.say(`${name} runs again.`);
      } catch { /* it ended again; the next round says so */ }
    }
  }

  private alive(child: ChildProcess): boolean {
    return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  }

  private ending(child: ChildProcess): string {
    return child.signalCode ?? (child.pid === undefined ? 'could not be run' : `code ${child.exitCode}`);
  }

  private gone(child: ChildProcess, within: number): Promise<boolean> {
    if (!this.alive(child)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), within);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }

  private lastWords(from: number): string {
    const words = readFileSync(this.recipe.log).subarray(from).toString('utf8').trim().split('\n').slice(-12).join('\n');
    return words ? `It said:\n${words}\n(${this.recipe.log})` : `Its log: ${this.recipe.log}`;
  }
}
