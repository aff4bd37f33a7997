import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Announcements } from '../../platform/realtime/announcements.js';

/** Everything that changes a room's conversation goes through here: it is numbered, stored, and then announced. */
@Injectable()
export class Talk {
  /** Changes of one room come one after the other anyway: waiting here, a thousand of them hold one connection. */
  private readonly last = new Map<string, Promise<unknown>>();

  constructor(
    private readonly em: EntityManager,
    private readonly announcements: Announcements,
  ) {}

  /** `write` runs in the transaction that the number belongs to; what it throws undoes both. */
  async change<Result>(sessionId: string, write: (em: EntityManager, number: number) => Promise<Result>): Promise<Result> {
    const before = this.last.get(sessionId);
    const changed = before ? before.then(() => this.store(sessionId, write)) : this.store(sessionId, write);
    const settled = changed.catch(() => undefined);
    this.last.set(sessionId, settled);
    try {
      return await changed;
    } finally {
      if (this.last.get(sessionId) === settled) this.last.delete(sessionId);
    }
  }

  /** The number of a change that is part of a transaction already; to be announced once that is committed. */
  async next(em: EntityManager, sessionId: string): Promise<number> {
    const [row] = await em.execute<[{ number: number }]>(
      'insert into conferencing.talk as talk (session_id, number) values (?, 1) on conflict (session_id) do update set number = talk.number + 1 returning number',
      [sessionId],
    );
    return row.number;
  }

  announce(sessionId: string, number: number): void {
    this.announcements.announce('talk', { sessionId, number });
  }

  /** Raised hands are told all together: only the number of their last change is kept. */
  async handsChanged(em: EntityManager, sessionId: string, number: number): Promise<void> {
    await em.execute('update conferencing.talk set hands = ? where session_id = ?', [number, sessionId]);
  }

  private async store<Result>(sessionId: string, write: (em: EntityManager, number: number) => Promise<Result>): Promise<Result> {
    const { result, number } = await this.em.transactional(async (em) => {
      const next = await this.next(em, sessionId);
      return { result: await write(em, next), number: next };
    });
    this.announce(sessionId, number);
    return result;
  }
}
