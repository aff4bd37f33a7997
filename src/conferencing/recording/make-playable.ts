import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { converted } from './converter.js';
import { kindOf, lengthOf, readHead } from './piece-file.js';
import { Shelf } from './shelf.js';

const EVERY_MS = 3_000;
/** Janus has closed a file that it has not written to for so long. */
const STILL_MS = 8_000;
const TRIES = 5;

interface Piece {
  id: string;
}

/**
 * Once a recording is over, its pieces become files that can be played, one after the other and each as often as it
 * takes: an instance that dies in the middle leaves a claim that ends. What Janus wrote stays until its file is there.
 */
@Injectable()
export class MakePlayable {
  private readonly log = new Logger('Recordings');
  private making = false;

  constructor(
    private readonly em: EntityManager,
    private readonly shelf: Shelf,
  ) {}

  @Interval(EVERY_MS)
  async look(): Promise<void> {
    if (this.making || !this.shelf.isThere) return;
    this.making = true;
    try {
      for (let piece = await this.claim(); piece; piece = await this.claim()) await this.make(piece);
    } catch (error) {
      this.log.warn(`Not looked through: ${(error as Error).message}`); // the database is away; the next look finds the same
    } finally {
      this.making = false;
    }
  }

  private async claim(): Promise<Piece | null> {
    const [piece] = await this.em.getConnection().execute<Piece[]>(
      `update conferencing.recorded_piece set claimed_until = now() + interval '1 hour', tries = tries + 1
        where id = (select piece.id from conferencing.recorded_piece as piece join conferencing.recording on recording.id = piece.recording_id
                     where piece.made_at is null and not piece.erased and piece.tries < ? and recording.stopped_at < now()
                       and (piece.claimed_until is null or piece.claimed_until < now())
                     order by piece.begun_at limit 1 for update of piece skip locked)
       returning id`,
      [TRIES],
    );
    return piece ?? null;
  }

  private async make({ id }: Piece): Promise<void> {
    try {
      const pieces = await this.shelf.piecesOf(id);
      const written = await Promise.all(pieces.map(async (piece) => (await stat(piece)).mtimeMs));
      if (written.some((at) => Date.now() - at < STILL_MS)) return await this.later(id, 3, null);
      const files = [];
      for (const piece of pieces) {
        const made = await this.playable(piece);
        if (made) files.push(made);
      }
      await this.keep(id, files);
      for (const piece of pieces) await rm(piece, { force: true });
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT' && (error as NodeJS.ErrnoException).syscall?.startsWith('spawn');
      this.log.error(missing ? 'Recordings wait to be made playable: janus-pp-rec is not installed (Debian has it in janus-tools).' : `A recording could not be made playable: ${(error as Error).message}`);
      await this.later(id, 60, missing ? 'converter-missing' : 'failed');
    }
  }

  private async playable(piece: string) {
    const head = await readHead(piece);
    if (!head) return null; // nothing was ever sent there
    const file = basename(piece).replace(/\.mjr$/, head.type === 'audio' ? '.opus' : '.webm');
    const path = this.shelf.playable(file);
    const startedAt = await converted(piece, head, path);
    if (!startedAt) return null; // not one frame of it came whole
    return { kind: kindOf(piece, head.type), file, startedAt: startedAt.toISOString(), durationMs: await lengthOf(path), bytes: (await stat(path)).size };
  }

  private async keep(id: string, files: readonly object[]): Promise<void> {
    await this.em.getConnection().execute(
      `with made as (update conferencing.recorded_piece set made_at = now(), claimed_until = null, trouble = null where id = ? returning id)
       insert into conferencing.recorded_file (piece_id, kind, file, started_at, duration_ms, bytes)
       select made.id, kind, file, "startedAt", "durationMs", bytes
         from made, jsonb_to_recordset(?::jsonb) as one (kind text, file text, "startedAt" timestamptz, "durationMs" int, bytes bigint)
       on conflict (file) do nothing`,
      [id, JSON.stringify(files)],
    );
  }

  /** Who waits for something that is not there yet has not failed. */
  private async later(id: string, seconds: number, trouble: string | null): Promise<void> {
    await this.em.getConnection().execute(
      `update conferencing.recorded_piece set claimed_until = now() + make_interval(secs => ?), trouble = ?, tries = tries - ? where id = ?`,
      [seconds, trouble, trouble === 'failed' ? 0 : 1, id],
    );
  }
}
