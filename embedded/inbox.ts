import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './folder.ts';
import { answers } from './ports.ts';
import type { Recipe } from './part.ts';

/** A mailbox for every address, with a page to read it: what is sent by the embedded instance ends here. */
export interface Inbox {
  readonly folder: string;
  readonly webPort: number;
  readonly smtpPort: number;
  readonly log: string;
  readonly pidFile?: string;
}

/** How maildev is started: on loopback alone, its mail kept between starts. */
export function inbox(box: Inbox): Recipe {
  mkdirSync(box.folder, { recursive: true, mode: 0o700 });
  return {
    name: 'The inbox',
    command: process.execPath,
    args: [
      join(root, 'node_modules', 'maildev', 'dist', 'bin', 'maildev.js'),
      '--smtp', String(box.smtpPort), '--ip', '127.0.0.1',
      '--web', String(box.webPort), '--web-ip', '127.0.0.1',
      // It would offer encryption with a certificate that nobody trusts.
      '--hide-extensions', 'STARTTLS',
      '--mail-directory', box.folder, '--max-emails', '2000', '--silent',
    ],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    cwd: box.folder,
    log: box.log,
    ...(box.pidFile ? { pidFile: box.pidFile } : {}),
    ready: async () => (await answers(box.smtpPort)) && (await answers(box.webPort)),
    readyWithin: 30_000,
    stopSignal: 'SIGTERM',
    stopWithin: 5_000,
  };
}
