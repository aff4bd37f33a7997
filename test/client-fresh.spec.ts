import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');

describe('the client', () => {
  it('is what the built server’s document makes of it', async () => {
    const { NODE_OPTIONS: _jest, ...env } = process.env;
    const checked = await promisify(execFile)(process.execPath, [join(root, 'client/generate.mjs'), '--check'], { cwd: root, env }).catch((error: { stderr: string }) => error);
    expect(checked.stderr).toBe('');
  }, 60_000);
});
