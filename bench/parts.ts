import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startJanus, type TestJanus } from '../test/support/janus.ts';
import { startPostgres, type TestCluster } from '../test/support/postgres.ts';
import { startProduct, type TestProduct } from '../test/support/product.ts';

/** How often every rate limit of the product is multiplied in a benchmark; it stands in each result. */
export const RATE_LIMIT_FACTOR = 1_000_000;

const gcOnSignal = new URL('./gc-on-signal.mjs', import.meta.url).href;

/** A program of the benchmark in a process of its own: one question, one answer, in turn. */
export class Program {
  private readonly child: ChildProcess;
  private readonly name: string;

  constructor(file: string, base: string) {
    this.name = file;
    this.child = fork(fileURLToPath(new URL(file, base)), [], { serialization: 'advanced', execArgv: ['--import', gcOnSignal] });
  }

  get pid(): number {
    return this.child.pid!;
  }

  ask<Answer>(question: object): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error(`${this.name} ended.`));
      this.child.once('exit', ended);
      this.child.once('message', (answer: { error?: string } & Answer) => {
        this.child.off('exit', ended);
        if (answer.error) reject(new Error(`${this.name}: ${answer.error}`));
        else resolve(answer);
      });
      this.child.send(question);
    });
  }

  stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve();
    return new Promise((gone) => {
      this.child.once('exit', () => gone());
      this.child.kill('SIGKILL');
    });
  }
}

/** Everything that a benchmark has started, to be ended with it. */
export class Parts {
  private readonly running: { stop(): Promise<void> }[] = [];

  /** With `fsync` as in production: nothing here is less durable than what it is compared with. */
  async postgres(): Promise<TestCluster> {
    return this.keep(await startPostgres({ settings: { fsync: 'on', full_page_writes: 'on' } }));
  }

  /** As `npm start` configures it. */
  async janus(): Promise<TestJanus> {
    return this.keep(await startJanus());
  }

  /** The built product. `profile` names a folder for its CPU profiles. */
  async product(options: { databaseUrl: string; smtpUrl: string; janus?: TestJanus; profile?: string | undefined; env?: Record<string, string> }): Promise<TestProduct> {
    const { databaseUrl, smtpUrl, janus, profile, env } = options;
    const nodeOptions = [`--import=${gcOnSignal}`, ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])];
    return this.keep(await startProduct({ databaseUrl, smtpUrl, ...(janus && { janus }), env: { RATE_LIMIT_FACTOR: String(RATE_LIMIT_FACTOR), NODE_OPTIONS: nodeOptions.join(' '), ...env } }));
  }

  program(file: string, base: string): Program {
    return this.keep(new Program(file, base));
  }

  async stop(): Promise<void> {
    for (const part of this.running.splice(0).reverse()) await part.stop();
  }

  /** Ends with the benchmark, too. */
  keep<Part extends { stop(): Promise<void> }>(part: Part): Part {
    this.running.push(part);
    return part;
  }
}

/** Resident memory in KiB, after its garbage was collected. */
export async function memoryOf(pid: number): Promise<number> {
  for (let times = 0; times < 2; times++) {
    process.kill(pid, 'SIGWINCH');
    await new Promise((settled) => setTimeout(settled, 700));
  }
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);
}
