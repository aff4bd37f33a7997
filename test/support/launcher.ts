import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { processOf } from '../../embedded/orphans.ts';
import { root } from '../../embedded/folder.ts';
import type { RunningInstance } from '../../embedded/instance.ts';

/** `npm start` as a person runs it, in a data folder of the test's own. */
export class Launcher {
  readonly folder: string;
  private readonly child: ChildProcess;
  private output = '';
  private readonly ended: Promise<number | string>;

  constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.folder = folder;
    const { NODE_OPTIONS: _jest, ...inherited } = process.env;
    this.child = spawn(process.execPath, ['embedded/start.mjs'], {
      cwd: root, env: { ...inherited, ...env, FOYER_DATA: folder }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString('utf8')));
    this.ended = new Promise((resolve) => this.child.on('close', (code, signal) => resolve(signal ?? code ?? 1)));
  }

  get said(): string {
    return this.output;
  }

  /** Waits until it has said that, and fails with what it said instead. */
  async says(what: RegExp, within = 90_000): Promise<void> {
    for (const until = Date.now() + within; !what.test(this.output); await new Promise((next) => setTimeout(next, 50))) {
      if (this.child.exitCode !== null) throw new Error(`It ended (${this.child.exitCode}) and had not said ${what}:\n${this.output}`);
      if (Date.now() > until) throw new Error(`It has not said ${what}:\n${this.output}`);
    }
  }

  running(): Promise<void> {
    return this.says(/Foyer is running[\s\S]*Ctrl-C ends it/);
  }

  signal(signal: NodeJS.Signals): Promise<number | string> {
    this.child.kill(signal);
    return this.ended;
  }

  get instance(): RunningInstance {
    return JSON.parse(readFileSync(join(this.folder, 'run.json'), 'utf8')) as RunningInstance;
  }

  /** The living processes that it has written down, by their names. */
  get processes(): Record<string, number> {
    const files = readdirSync(join(this.folder, 'run')).filter((name) => name.endsWith('.pid')).sort();
    const found = files.map((name) => [name.replace('.pid', ''), processOf(join(this.folder, 'run', name))] as const);
    return Object.fromEntries(found.filter((pair): pair is [string, number] => pair[1] !== null));
  }
}
