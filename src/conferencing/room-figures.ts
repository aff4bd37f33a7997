import { Injectable } from '@nestjs/common';
import { DirectDatabase } from '../platform/database/direct-database.js';
import { Metrics, one } from '../platform/http/metrics.js';
import { JanusMediaRooms } from './janus/janus-media-rooms.js';
import { Lobby } from './lobby.js';
import { MediaRooms } from './media-rooms.js';

const PRESENT = 'conferencing.seat join conferencing.room using (session_id) where seat.present and not seat.has_left';

/** What of the foyers and rooms can be watched from outside. */
@Injectable()
export class RoomFigures {
  constructor(metrics: Metrics, database: DirectDatabase, lobby: Lobby, media: MediaRooms) {
    const count = (name: string, help: string, from: string): void => metrics.gauge(name, help, () => one(database, name, `select count(*)::float8 as value from ${from}`));
    count('foyer_people_waiting', 'People who wait for a host, on all instances.', `${PRESENT} and room.status = 'scheduled' and seat.role = 'attendee'`);
    count('foyer_people_in_rooms', 'People in live rooms, on all instances.', `${PRESENT} and room.status = 'live'`);
    count('foyer_rooms_live', 'Sessions that are live.', `conferencing.room where status = 'live'`);
    count('foyer_people_not_released', 'Of those who waited at a start within the last hour: who is not in.',
      `conferencing.seat where released_at > now() - interval '1 hour' and entered_at is null`);
    metrics.gauge('foyer_release_seconds', 'From the latest start to when the last of those who waited was in.', () =>
      one(database, 'release', `select extract(epoch from max(entered_at) - max(released_at))::float8 as value from conferencing.seat
        where entered_at is not null and session_id = (select session_id from conferencing.seat where entered_at is not null order by released_at desc limit 1)`));
    metrics.gauge('foyer_sockets', 'Seated sockets of this instance.', () => lobby.sessions().reduce((sum, id) => sum + lobby.in(id).length + lobby.atDoor(id).length, 0));
    metrics.gauge('foyer_janus_connected', 'Whether the media gateway answers.', () => (media instanceof JanusMediaRooms ? Number(media.available) : null));
    metrics.gauge('foyer_janus_rooms', 'Rooms at the media gateway that this installation holds handles in.', () => one(database, 'janus-rooms', 'select count(distinct room_id)::float8 as value from conferencing.janus_handle'));
    metrics.gauge('foyer_janus_handles', 'Handles at the media gateway, one for each direction of each person.', () => one(database, 'janus-handles', 'select count(*)::float8 as value from conferencing.janus_handle'));
  }
}
