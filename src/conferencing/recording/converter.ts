import { spawn } from 'node:child_process';
import { rename } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { extname } from 'node:path';

const SAID_AT_MOST = 2_000;

/** Makes one of Janus's pieces a file that can be played, by Janus's own program. Half a file is never found under its name. */
export async function converted(piece: string, file: string): Promise<void> {
  const half = `${file}.half${extname(file)}`;
  await new Promise<void>((done, failed) => {
    const child = spawn('janus-pp-rec', ['--disable-colors', '--debug-level', '2', piece, half], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said = (said + data.toString('utf8')).slice(-SAID_AT_MOST)));
    child.once('error', failed);
    child.once('close', (code) => (code === 0 ? done() : failed(new Error(`janus-pp-rec ended with ${code}: ${said.trim()}`))));
    // Whoever is live meanwhile comes first.
    if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  });
  await rename(half, file);
}
