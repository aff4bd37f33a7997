import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { root } from '../../embedded/folder.ts';

/** Every process of this machine in whose environment that stands. */
const processesWith = (mark: string): string[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(mark);
  } catch {
    return false;
  }
});

describe('npm test', () => {
  it('ends when it is told to: what runs is ended, no other part begins, and nothing is left', async () => {
    const mark = `FOYER_RUN_OF_A_TEST=${process.pid}`;
    const { NODE_OPTIONS: _jest, FOYER_TEST_POSTGRES: _shared, ...env } = process.env;
    const child = spawn(process.execPath, ['test/run.mjs', 'test/architecture.spec', 'test/embedded/ports.spec'], {
      cwd: root, env: { ...env, FOYER_RUN_OF_A_TEST: String(process.pid) }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const first = new Promise<void>((begun) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString();
          if (said.includes('── the models and use cases')) begun();
        });
      }
    });
    const ended = new Promise<number | null>((gone) => child.once('close', gone));
    await Promise.race([first, ended]);
    child.kill('SIGTERM');
    expect(await ended).toBe(1);
    expect(said).toContain('Ended by SIGTERM.');
    expect(said.split('\n').filter((line) => line.startsWith('── '))).toEqual(['── the models and use cases: 1 file']);
    expect(processesWith(mark)).toEqual([]);
  });
});
