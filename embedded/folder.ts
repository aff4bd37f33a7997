import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Where the embedded parts keep what they need between starts: `.foyer` in the project, or `FOYER_DATA`
 * (tests, or a second instance beside the first). Others may pass through (PostgreSQL and Janus run as
 * users of their own), nobody may look around.
 */
export class Folder {
  readonly path: string;

  constructor(path = process.env['FOYER_DATA'] ?? join(root, '.foyer')) {
    this.path = resolve(path);
    mkdirSync(join(this.path, 'run'), { recursive: true });
    chmodSync(this.path, 0o711);
    chmodSync(join(this.path, 'run'), 0o700);
  }

  file(...names: string[]): string {
    return join(this.path, ...names);
  }

  /** A secret that is made once and stays. */
  secret(name: string): string {
    const kept = this.read(name)?.trim();
    if (kept) return kept;
    const fresh = randomBytes(32).toString('base64url');
    this.write(name, `${fresh}\n`);
    return fresh;
  }

  read(name: string): string | null {
    const path = this.file(name);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  }

  /** For our eyes only, and never half a file. */
  write(name: string, text: string): void {
    const half = this.file(`${name}.new`);
    writeFileSync(half, text, { mode: 0o600 });
    renameSync(half, this.file(name));
  }
}
