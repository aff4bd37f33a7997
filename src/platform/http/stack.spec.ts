import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inSources } from './stack.js';

describe('a stack that is written down', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-stack-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const address = (name: string) => pathToFileURL(join(folder, name)).href;

  it('names the lines of the sources, where a map lies beside the file that ran', () => {
    // Line 2, column 3 of the file that ran is line 6, column 5 of its source.
    writeFileSync(join(folder, 'main.js.map'), JSON.stringify({ version: 3, sources: ['../src/start.ts'], names: [], mappings: ';EAKI' }));
    const stack = `Error: no\n    at start (${address('main.js')}:2:3)\n    at ${address('main.js')}:2:3`;
    const source = relative(process.cwd(), join(folder, '../src/start.ts'));
    expect(inSources(stack).split('\n').map((line) => line.trim())).toEqual([
      'Error: no', `at start (${source}:6:5)`, `at ${source}:6:5`,
    ]);
  });

  it('stays as it is where there is none', () => {
    const stack = `Error: no\n    at run (${address('packages.js')}:1:1)\n    at node:internal/process:1:1`;
    expect(inSources(stack)).toBe(stack);
  });
});
