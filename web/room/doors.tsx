import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import type { Line } from './connection.ts';
import type { RoomState } from './room-state.ts';
import styles from './room.module.css';
import type { Visit } from './visit.ts';

/** What stands backstage before the start: how many wait, and for a host the button that opens the doors. */
export function Doors({ visit, room, line }: { visit: Visit; room: RoomState; line: Line }) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const host = room.you.role === 'host';

  async function start() {
    setBusy(true);
    setTrouble('');
    try {
      await visit.line.ask({ type: 'start' });
    } catch (error) {
      setTrouble((error as Error).message);
    }
    setBusy(false);
  }

  return (
    <section class={styles.doors} aria-label="Before the start">
      <div>
        <p class={styles.waiting} role="status">{waitingWords(room.waiting ?? 0)}</p>
        <p class={styles.soft}>{host ? 'They do not see or hear you before you start.' : 'They do not see or hear you before the host starts.'}</p>
        {trouble && <p class={styles.trouble} role="alert">{trouble}</p>}
      </div>
      {host && <Button look="primary" large busy={busy} disabled={line !== 'open'} onClick={() => void start()}>Start</Button>}
    </section>
  );
}

function waitingWords(count: number): string {
  if (count === 0) return 'Nobody is waiting yet';
  return count === 1 ? '1 person is waiting' : `${count} people are waiting`;
}
