import { Icon } from '../../attendee/icons.tsx';
import { words } from '../../words/spoken.js';
import { useDeciding } from '../moderation/decide.ts';
import type { RoomState } from '../room-state.ts';
import type { Visit } from '../visit.ts';

/** A host begins the recording, and ends it, where the organizer allows it. */
export function RecordSwitch({ visit, room }: { visit: Visit; room: RoomState }) {
  const { busy, trouble, decide } = useDeciding(visit);
  const runs = room.moderation.recording !== undefined;
  return (
    <>
      <button type="button" onClick={() => !busy && void decide({ type: 'record', recording: !runs })}>
        <Icon name={runs ? 'stop' : 'record'} /> <span>{runs ? words.recording.stop : words.recording.record}</span>
      </button>
      <span class={trouble ? '' : 'unseen'} role="alert">{trouble}</span>
    </>
  );
}
