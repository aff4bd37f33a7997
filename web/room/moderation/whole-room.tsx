import { Button } from '../../kit/button.tsx';
import { Switch } from '../../kit/switch.tsx';
import { words } from '../../words/spoken.js';
import type { RoomState } from '../room-state.ts';
import type { Visit } from '../visit.ts';
import { useDeciding } from './decide.ts';
import styles from './moderation.module.css';

/** What a host decides about everyone at once. */
export function WholeRoom({ visit, room }: { visit: Visit; room: RoomState }) {
  const { locked, held } = room.moderation;
  const { busy, told, trouble, decide } = useDeciding(visit);
  const [quiet, dark] = [held.includes('audio'), held.includes('video')];
  return (
    <section class={styles.whole} aria-label={words.moderation.all}>
      <div class={styles.together}>
        <Button busy={busy} onClick={() => void decide({ type: 'silence-all', kind: 'audio', held: quiet }, words.moderation.allMuted)}>{words.moderation.muteAll}</Button>
        <Button busy={busy} onClick={() => void decide({ type: 'silence-all', kind: 'video', held: dark }, words.moderation.allStopped)}>{words.moderation.stopAll}</Button>
      </div>
      <Switch label={words.moderation.mayUnmute} on={!quiet} onTurn={(on) => void decide({ type: 'hold', kind: 'audio', held: !on })} />
      <Switch label={words.moderation.mayStart} on={!dark} onTurn={(on) => void decide({ type: 'hold', kind: 'video', held: !on })} />
      <Switch label={words.moderation.lock} help={words.moderation.lockHelp} on={locked} onTurn={(on) => void decide({ type: 'lock', locked: on })} />
      {trouble && <p class={styles.trouble} role="alert">{trouble}</p>}
      <p class="unseen" role="status">{told}</p>
    </section>
  );
}
