import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/model/refusal.js';
import type { Occupied } from '../lobby.js';
import { wordsOf } from './model/words.js';
import { RightToSpeak } from './right-to-speak.js';
import { Talk } from './talk.js';
import type { Asked } from './talk-requests.js';

/** Hosts and speakers answer a question, by voice or in words, dismiss it, or open it again. */
@Injectable()
export class SettleQuestion {
  constructor(
    private readonly right: RightToSpeak,
    private readonly talk: Talk,
  ) {}

  async settle(occupied: Occupied, { question, status, answer }: Asked<'settle'>): Promise<void> {
    const { room } = await this.right.team(occupied);
    const words = status === 'answered' && answer?.trim() ? wordsOf(answer) : null;
    await this.talk.change(room.sessionId, async (em, number) => {
      const settled = await em.execute<unknown[]>(
        `update conferencing.question set number = ?, status = ?, answer = ?, settled_at = ${status === 'open' ? 'null' : 'now()'}
          where id = ? and session_id = ? and words is not null returning 1`,
        [number, status, words, question, room.sessionId],
      );
      if (settled.length === 0) throw new NotFound('question');
    });
  }

  /** Whether a question may be asked without a name. What was asked so before stays so. */
  async rules(occupied: Occupied, { anonymous }: Asked<'question-rules'>): Promise<void> {
    const { room } = await this.right.host(occupied);
    await this.talk.change(room.sessionId, async (em, number) => {
      await em.execute('update conferencing.talk set anonymous_questions = ?, rules = ? where session_id = ?', [anonymous, number, room.sessionId]);
    });
  }
}
