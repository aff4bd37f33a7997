import { Injectable } from '@nestjs/common';
import type { ServerMessage } from '../../../client/protocol.js';
import { Lobby, type Occupied } from '../lobby.js';
import { mayReach } from './model/audience.js';
import { showChanges, showChat, showHands } from './model/shown.js';
import { ReadTalk, tooMany } from './read-talk.js';
import { RightToSpeak } from './right-to-speak.js';
import type { Asked } from './talk-requests.js';
import { TellTalk } from './tell-talk.js';

type Told = Extract<ServerMessage, { type: 'talk' }>;

/** Brings somebody who comes in, or comes back, to where the conversation is. */
@Injectable()
export class CatchUp {
  constructor(
    private readonly right: RightToSpeak,
    private readonly read: ReadTalk,
    private readonly lobby: Lobby,
    private readonly tell: TellTalk,
  ) {}

  async since(occupied: Occupied, { since }: Asked<'catch-up'>): Promise<void> {
    const { room, seat, place } = await this.right.anyone(occupied);
    const { sessionId, theme } = room;
    const viewer = { role: seat.role, theme, seatId: seat.id };
    // The numbers first: what changes while the rest is read is told again, and nothing is missed.
    const { number, hands, rules, anonymousQuestions } = await this.read.numbers(sessionId);
    this.tell.from(sessionId, number);
    const to = mayReach({ theme, role: seat.role, place });
    const answer = (changes: Partial<Told>): void => this.lobby.send(occupied, { type: 'talk', after: since, talk: number, to, ...changes });
    if (since === number && number > 0) return answer({});
    const some = since > 0 && since < number ? await this.read.changes(sessionId, since, seat.id) : null;
    if (some && !tooMany(some)) {
      return answer({ ...showChanges(some, viewer, since), ...(rules > since && { anonymousQuestions }), ...(hands > since && { hands: showHands(await this.read.hands(sessionId), viewer) }) });
    }
    if (number === 0) return answer({ whole: true, anonymousQuestions, chat: [], more: false, hands: [], questions: [], polls: [] });
    const [whole, up] = await Promise.all([this.read.whole(sessionId, viewer), this.read.hands(sessionId)]);
    answer({ whole: true, anonymousQuestions, chat: [], questions: [], polls: [], ...showChanges(whole, viewer), more: whole.more, hands: showHands(up, viewer) });
  }

  async earlier(occupied: Occupied, { before }: Asked<'earlier'>): Promise<void> {
    const { room, seat } = await this.right.anyone(occupied);
    const viewer = { role: seat.role, theme: room.theme, seatId: seat.id };
    const { chat, more } = await this.read.page(room.sessionId, viewer, before);
    this.lobby.send(occupied, { type: 'earlier', chat: chat.flatMap((row) => showChat(row, viewer) ?? []), more });
  }
}
