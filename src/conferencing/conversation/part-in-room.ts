import { EntityManager } from '@mikro-orm/postgresql';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { UTC } from '../../platform/database/utc.js';
import { PartInRoom, type Part } from '../events.js';

/** Also what they said to one person, and asked without their name: it is theirs. */
@QueryHandler(PartInRoom)
export class PartInRoomHandler implements IQueryHandler<PartInRoom> {
  constructor(private readonly em: EntityManager) {}

  async execute({ sessionId, registrationId }: PartInRoom): Promise<Part | null> {
    const [row] = await this.em.execute<{ part: string }[]>(
      `select json_build_object(
         'name', seat.name,
         'recordingAgreedAt', ${UTC('seat.recording_agreed_at')},
         'chat', (select coalesce(json_agg(json_build_object('at', ${UTC('said_at')}, 'to', reaches, 'toPerson', reader.name, 'text', words) order by place_in_order), '[]')
                    from conferencing.chat_message left join conferencing.seat as reader on reader.id = to_seat_id where seat_id = seat.id and words is not null),
         'questions', (select coalesce(json_agg(json_build_object('at', ${UTC('asked_at')}, 'text', words, 'anonymous', anonymous, 'answer', answer) order by place_in_order), '[]')
                         from conferencing.question where seat_id = seat.id and words is not null),
         'ballots', (select coalesce(json_agg(json_build_object('poll', poll.question, 'choices', (select json_agg(poll.options ->> choice) from unnest(ballot.choices) as choice)) order by poll.place_in_order), '[]')
                       from conferencing.ballot join conferencing.poll on poll.id = ballot.poll_id where ballot.seat_id = seat.id))::text as part
         from conferencing.seat where session_id = ? and occupant_kind = 'registration' and occupant_id = ?`,
      [sessionId, registrationId],
    );
    return row ? (JSON.parse(row.part) as Part) : null;
  }
}
