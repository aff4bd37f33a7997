import { Icon } from '../../attendee/icons.tsx';
import { Button } from '../../kit/button.tsx';
import { words } from '../../words/spoken.js';
import { useDeciding } from '../moderation/decide.ts';
import type { RoomState } from '../room-state.ts';
import type { Visit } from '../visit.ts';
import styles from './recording.module.css';

interface RecordSwitchProps {
  visit: Visit;
  room: RoomState;
  /** Beside the title, not among the controls. */
  bare?: boolean;
}

/** A host begins the recording, and ends it, where the organizer allows it. */
export function RecordSwitch({ visit, room, bare }: RecordSwitchProps) {
  const { busy, trouble, decide } = useDeciding(visit);
  const runs = room.moderation.recording !== undefined;
  const turn = (): void => {
    if (!busy) void decide({ type: 'record', recording: !runs });
  };
  const text = runs ? words.recording.stop : words.recording.record;
  return (
    <>
      {bare ? <Button look="bare" onClick={turn}>{text}</Button> : <button type="button" onClick={turn}><Icon name={runs ? 'stop' : 'record'} /> <span>{text}</span></button>}
      <span class={trouble ? styles.trouble : 'unseen'} role="alert">{trouble}</span>
    </>
  );
}
