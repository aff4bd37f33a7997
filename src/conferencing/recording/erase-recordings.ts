import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Configuration } from '../../platform/config/configuration.js';
import { Shelf } from './shelf.js';

const EVERY_MS = 30_000;
const AT_ONCE = 100;

/**
 * Takes away the files of what is erased, and of every session that was over so many days ago, by the database's clock.
 * From the moment in which it is marked nobody gets it any more; the mark goes when the files are gone.
 */
@Injectable()
export class EraseRecordings {
  private readonly log = new Logger('Recordings');
  private erasing = false;

  constructor(
    private readonly em: EntityManager,
    private readonly configuration: Configuration,
    private readonly shelf: Shelf,
  ) {}

  @Interval(EVERY_MS)
  async look(): Promise<void> {
    if (this.erasing) return;
    this.erasing = true;
    try {
      await this.em.getConnection().execute(
        `update conferencing.recorded_piece as piece set erased = true from conferencing.room
          where room.session_id = piece.session_id and not piece.erased and room.ended_at < now() - make_interval(days => ?)`,
        [this.configuration.retentionDays],
      );
      if (this.shelf.isThere) while ((await this.eraseSome()) === AT_ONCE);
    } catch (error) {
      this.log.warn(`Not erased yet: ${(error as Error).message}`); // the next look finds the same
    } finally {
      this.erasing = false;
    }
  }

  private async eraseSome(): Promise<number> {
    const pieces = await this.em.getConnection().execute<{ id: string }[]>('select id from conferencing.recorded_piece where erased limit ?', [AT_ONCE]);
    for (const { id } of pieces) {
      await this.shelf.clear(id);
      await this.em.getConnection().execute('delete from conferencing.recorded_piece where id = ?', [id]);
    }
    return pieces.length;
  }
}
