import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { spellMoment } from '../kit/times.ts';
import { words } from '../words/spoken.js';
import { accept, withdraw, type Own } from './ask.ts';
import styles from './registrant.module.css';

/** A seat that is held for them: theirs by the press of a button, and by nothing less. */
export function OfferedSeat({ token, until, onNews }: { token: string; until: string; onNews: (own: Own) => void }) {
  const [busy, setBusy] = useState<'accept' | 'decline'>();
  const [trouble, setTrouble] = useState<string>();
  const { offered } = words.own;

  async function say(what: 'accept' | 'decline'): Promise<void> {
    if (busy) return;
    setBusy(what);
    setTrouble(undefined);
    const answer = await (what === 'accept' ? accept : withdraw)(token);
    setBusy(undefined);
    if ('refused' in answer) return setTrouble(answer.refused.sentence);
    onNews(answer.value);
  }

  return (
    <>
      <Notice tone="good" title={offered.title}>{offered.text(spellMoment(until))}</Notice>
      <div class={styles.row}>
        <Button look="primary" busy={busy === 'accept'} onClick={() => void say('accept')}>{offered.accept}</Button>
        <Button busy={busy === 'decline'} onClick={() => void say('decline')}>{offered.decline}</Button>
      </div>
      {trouble && <Notice tone="danger">{trouble}</Notice>}
    </>
  );
}
