import { useState } from 'preact/hooks';
import { Icon } from '../attendee/icons.tsx';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { words } from '../words/spoken.js';
import { sentenceOf, type Line } from './connection.ts';
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
      setTrouble(sentenceOf(error));
    }
    setBusy(false);
  }

  return (
    <>
      <button type="button" data-look="danger" onClick={() => setAsking(true)}><Icon name="end" /> <span>{words.room.endForAll}</span></button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={words.room.endAsk}
        actions={<>
          <Button onClick={() => setAsking(false)}>{words.room.goOn}</Button>
          <Button look="danger" busy={busy} disabled={line !== 'open'} onClick={() => void end()}>{words.room.endForAll}</Button>
        </>}>
        <p>{words.room.endText}</p>
        {trouble && <p role="alert">{trouble}</p>}
      </Dialog>
    </>
  );
}
