import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Configuration } from '../../platform/config/configuration.js';

/**
 * Where recordings lie: what Janus writes, and what people can play. Janus is another user, who may put files into
 * the first and not look around in it; we own the folder, and take them out again.
 */
@Injectable()
export class Shelf implements OnModuleInit {
  private readonly log = new Logger('Recordings');
  private ready = false;

  constructor(private readonly configuration: Configuration) {}

  async onModuleInit(): Promise<void> {
    if (!this.configuration.recordingsDir) return;
    try {
      await Promise.all([mkdir(this.pieces, { recursive: true }), mkdir(this.files, { recursive: true, mode: 0o700 })]);
      await chmod(this.pieces, 0o1733);
      this.ready = true;
    } catch (error) {
      this.log.error(`Nothing can be recorded: ${(error as Error).message}`);
    }
  }

  get isThere(): boolean {
    return this.ready;
  }

  /** How the paths of a piece begin. */
  pathOf(pieceId: string): string {
    return join(this.pieces, pieceId);
  }

  /** What Janus has written of it: for each kind of media and each place in what was sent a file. */
  async piecesOf(pieceId: string): Promise<string[]> {
    return (await readdir(this.pieces)).filter((name) => name.startsWith(`${pieceId}-`)).sort().map((name) => join(this.pieces, name));
  }

  playable(name: string): string {
    return join(this.files, name);
  }

  /** What became of it to be played, and what it was made of. What is gone already is fine. */
  async clear(pieceId: string): Promise<void> {
    for (const folder of [this.pieces, this.files]) {
      for (const name of await readdir(folder)) if (name.startsWith(`${pieceId}-`)) await rm(join(folder, name), { force: true });
    }
  }

  private get pieces(): string {
    return join(this.configuration.recordingsDir, 'pieces');
  }

  private get files(): string {
    return join(this.configuration.recordingsDir, 'files');
  }
}
