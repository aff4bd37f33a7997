import { useState } from 'preact/hooks';
import { Icon } from '../attendee/icons.tsx';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import type { Line } from './connection.ts';
import type { Visit } from './visit.ts';

/** Ending is not leaving: it is asked twice, and says what it does. */
export function EndForAll({ visit, line }: { visit: Visit; line: Line }) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');

  async function end() {
    setBusy(true);
    setTrouble('');
    try {
      await visit.line.ask({ type: 'end' });
    } catch (error) {
      setTrouble((error as Error).message);
    }
    setBusy(false);
  }

  return (
    <>
      <button type="button" data-look="danger" onClick={() => setAsking(true)}><Icon name="end" /> <span>End for all</span></button>
      <Dialog open={asking} onClose={() => setAsking(false)} title="End it for everyone?"
        actions={<>
          <Button onClick={() => setAsking(false)}>Go on</Button>
          <Button look="danger" busy={busy} disabled={line !== 'open'} onClick={() => void end()}>End for all</Button>
        </>}>
        <p>Everyone leaves the room and it closes for good. To go yourself and let the others stay, press Leave.</p>
        {trouble && <p role="alert">{trouble}</p>}
      </Dialog>
    </>
  );
}
