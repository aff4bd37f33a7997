import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { words } from '../words/spoken.js';
import { sentenceOf, type Line } from './connection.ts';
import type { RoomState } from './room-state.ts';
import styles from './room.module.css';
import type { Visit } from './visit.ts';

/** What stands backstage before the start: how many wait, and for a host the button that opens the doors. */
export function Doors({ visit, room, line }: { visit: Visit; room: RoomState; line: Line }) {
  const { busy, trouble, start } = useStart(visit);
  const host = room.you.role === 'host';
  const steward = isStewardInNeed(room);

  return (
    <section class={styles.doors} aria-label={words.backstage.label}>
      <div>
        <p class={styles.waiting} role="status">{words.backstage.waiting(room.waiting ?? 0)}</p>
        <p class={styles.soft}>{host ? words.backstage.unheardByHost : words.backstage.unheard}</p>
        {steward && <p role="status">{words.backstage.steward}</p>}
        {trouble && <p class={styles.trouble} role="alert">{trouble}</p>}
      </div>
      {(host || steward) && <Button data-part="start" look="primary" large busy={busy || room.session.opensIn !== undefined} disabled={line !== 'open'} onClick={() => void start()}>{words.backstage.start}</Button>}
    </section>
  );
}

/** No host has come, and the organizer named this seat's person for that. */
export const isStewardInNeed = ({ you, session }: RoomState): boolean => you.steward && you.role !== 'host' && session.hostMissing;

/** *Start*, and what became of it. */
export function useStart(visit: Visit) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  async function start(): Promise<void> {
    setBusy(true);
    setTrouble('');
    try {
      await visit.line.ask({ type: 'start' });
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
    setBusy(false);
  }
  return { busy, trouble, start };
}
