import { EntityManager } from '@mikro-orm/postgresql';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '../../identity/principal.js';
import { NotFound } from '../../platform/model/refusal.js';
import { Room } from '../model/room.js';
import type { ChatEntry, PollEntry, QuestionEntry } from './conversation-export.dto.js';

type Entries = { chat: ChatEntry[]; questions: QuestionEntry[]; polls: PollEntry[] };

/** What is left of a session's conversation, for its organizers. What was said to one person stays between the two. */
export class ConversationOfSession<Part extends keyof Entries> extends Query<Entries[Part]> {
  constructor(
    readonly sessionId: string,
    readonly part: Part,
    readonly by: Principal,
  ) {
    super();
  }
}

const SQL = {
  chat: `select message.said_at as "saidAt", author.name, author.role, message.reaches as "to", message.words as text
           from conferencing.chat_message as message join conferencing.seat as author on author.id = message.seat_id
          where message.session_id = ? and message.reaches <> 'direct' and message.words is not null order by message.place_in_order`,
  questions: `select question.asked_at as "askedAt", case when question.anonymous then null else author.name end as name, question.words as text,
                     question.votes, question.status, question.answer
                from conferencing.question join conferencing.seat as author on author.id = question.seat_id
               where question.session_id = ? and question.words is not null order by question.place_in_order`,
  polls: `select poll.id, poll.question, poll.multiple, poll.status, poll.opened_at as "openedAt", poll.closed_at as "closedAt", poll.options,
                 (select count(*)::int from conferencing.ballot where ballot.poll_id = poll.id) as ballots,
                 array(select (select count(*)::int from conferencing.ballot where ballot.poll_id = poll.id and answer = any(ballot.choices))
                         from generate_series(0, jsonb_array_length(poll.options) - 1) as answer order by answer) as counts
            from conferencing.poll where poll.session_id = ? and poll.status in ('open', 'closed') order by poll.place_in_order`,
};
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@QueryHandler(ConversationOfSession)
export class ConversationOfSessionHandler implements IQueryHandler<ConversationOfSession<keyof Entries>> {
  constructor(private readonly em: EntityManager) {}

  async execute({ sessionId, part, by }: ConversationOfSession<keyof Entries>): Promise<Entries[keyof Entries]> {
    const room = UUID.test(sessionId) ? await this.em.findOne(Room, { sessionId, workspaceId: by.workspaceId }) : null;
    if (!room) throw new NotFound('session');
    const rows = await this.em.execute<Record<string, unknown>[]>(SQL[part], [sessionId]);
    return rows.map((row) => {
      const { options, counts, ...rest } = row as { options?: string[]; counts?: number[] };
      const instants = Object.entries(rest).map(([key, value]) => [key, key.endsWith('At') && value !== null ? new Date(value as string).toISOString() : value]);
      return { ...Object.fromEntries(instants), ...(options && { options: options.map((text, place) => ({ text, count: counts![place]! })) }) };
    }) as unknown as Entries[keyof Entries];
  }
}
