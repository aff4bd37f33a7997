import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Configuration } from '../../platform/config/configuration.js';
import { InPortions } from '../../platform/database/in-portions.js';
import { Shelf } from './shelf.js';

const EVERY_MS = 30_000;

/**
 * Takes away the files of what is erased, and of every session that was over so many days ago, by the database's clock.
 * From the moment in which it is marked nobody gets it any more; the mark goes when the files are gone.
 */
@Injectable()
export class EraseRecordings {
  private readonly marked = new InPortions(new Logger('Recordings'), (most) => this.erase(most));

  constructor(
    private readonly em: EntityManager,
    private readonly configuration: Configuration,
    private readonly shelf: Shelf,
  ) {}

  @Interval(EVERY_MS)
  look(): Promise<void> {
    return this.marked.look();
  }

  private async erase(most: number): Promise<number> {
    await this.em.getConnection().execute(
      `update conferencing.recorded_piece as piece set erased = true from conferencing.room
        where room.session_id = piece.session_id and not piece.erased and room.ended_at < now() - make_interval(days => ?)`,
      [this.configuration.retentionDays],
    );
    if (!this.shelf.isThere) return 0;
    const pieces = await this.em.getConnection().execute<{ id: string }[]>('select id from conferencing.recorded_piece where erased limit ?', [most]);
    for (const { id } of pieces) {
      await this.shelf.clear(id);
      await this.em.getConnection().execute('delete from conferencing.recorded_piece where id = ?', [id]);
    }
    return pieces.length;
  }
}
