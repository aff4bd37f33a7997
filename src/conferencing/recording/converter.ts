import { spawn } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { extname } from 'node:path';
import type { Head } from './piece-file.js';
import { onlyWholeFrames } from './whole-frames.js';

const SAID_AT_MOST = 2_000;

/**
 * Makes one of Janus's pieces a file that can be played. Half a file is never found under its name.
 *
 * @returns when it begins, or null where there is nothing in the piece that anybody could see.
 */
export async function converted(piece: string, head: Head, file: string): Promise<Date | null> {
  if (head.type === 'audio') {
    await repacked(piece, file);
    return head.startedAt;
  }
  // Janus's program puts into the file whatever came, and a player stops at the first frame that has a hole in it.
  const whole = `${file}.whole.mjr`;
  try {
    const later = await onlyWholeFrames(piece, whole);
    if (later === null) return null;
    await repacked(whole, file);
    return new Date(head.startedAt.getTime() + later);
  } finally {
    await rm(whole, { force: true });
  }
}

/** By Janus's own program. */
async function repacked(piece: string, file: string): Promise<void> {
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
