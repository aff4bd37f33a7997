import { Icon } from '../../attendee/icons.tsx';
import { words } from '../../words/spoken.js';
import type { RoomState } from '../room-state.ts';
import type { Visit } from '../visit.ts';

/** Back among the audience, by one's own will: for who was asked up. */
export function LeaveStage({ visit, room }: { visit: Visit; room: RoomState }) {
  if (room.you.role !== 'attendee' || room.session.theme === 'meeting') return null;
  return (
    <button type="button" onClick={() => void visit.heeding?.decide({ type: 'take-off-stage' }).catch(() => undefined)}><Icon name="off-stage" /> <span>{words.moderation.leaveStage}</span></button>
  );
}
