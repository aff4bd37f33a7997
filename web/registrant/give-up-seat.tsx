import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Notice } from '../kit/notice.tsx';
import { words } from '../words/spoken.js';
import { withdraw, type Own } from './ask.ts';
import styles from './registrant.module.css';

/** Giving the seat back, or the place in line, asked twice. */
export function GiveUpSeat({ token, session, seated, onNews }: { token: string; session: Own['session']; seated: boolean; onNews: (own: Own) => void }) {
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

  const { giveUp: said } = words.own;
  return (
    <>
      <p>{seated ? said.text(session.hostName) : said.textWithoutSeat(session.hostName)}</p>
      <div class={styles.row}><Button look="danger" onClick={() => setAsked(true)}>{said.cancel}</Button></div>
      <Dialog open={asked} onClose={() => setAsked(false)} title={said.ask}
        actions={<>
          <Button onClick={() => setAsked(false)}>{said.keep}</Button>
          <Button look="danger" busy={busy} onClick={() => void giveUp()}>{said.cancel}</Button>
        </>}>
        <p>{!seated ? said.explainWithoutSeat : session.phase === 'live' ? said.explainLive : said.explain}</p>
        {trouble && <Notice tone="danger">{trouble}</Notice>}
      </Dialog>
    </>
  );
}
