import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Notice } from '../kit/notice.tsx';
import { withdraw, type Own } from './ask.ts';
import styles from './registrant.module.css';

/** Giving the seat back, asked twice. */
export function GiveUpSeat({ token, session, onNews }: { token: string; session: Own['session']; onNews: (own: Own) => void }) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function giveUp(): Promise<void> {
    setBusy(true);
    setTrouble(undefined);
    const answer = await withdraw(token);
    setBusy(false);
    if ('refused' in answer) return setTrouble(answer.refused.sentence);
    setAsked(false);
    onNews(answer.value);
  }

  return (
    <>
      <p>Then give your seat back: {session.hostName || 'the host'} sees it, and it leaves your calendar.</p>
      <div class={styles.row}><Button look="danger" onClick={() => setAsked(true)}>Cancel my registration</Button></div>
      <Dialog open={asked} onClose={() => setAsked(false)} title="Cancel your registration?"
        actions={<>
          <Button onClick={() => setAsked(false)}>Keep my seat</Button>
          <Button look="danger" busy={busy} onClick={() => void giveUp()}>Cancel my registration</Button>
        </>}>
        <p>Your link stops working{session.phase === 'live' ? ', and if you are in the session you leave it' : ''}. You get a cancellation by e-mail, which takes it off your calendar. You can register again later.</p>
        {trouble && <Notice tone="danger">{trouble}</Notice>}
      </Dialog>
    </>
  );
}
