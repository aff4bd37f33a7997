import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { words } from '../words/spoken.js';
import { sendAgain } from './ask.ts';
import styles from './registrant.module.css';

/** The link once more, to the mailbox that registered and nowhere else. */
export function LinkAgain({ token, email }: { token: string; email: string }) {
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<string>();

  async function send(): Promise<void> {
    setBusy(true);
    setTold(undefined);
    const answer = await sendAgain(token);
    setBusy(false);
    setTold('refused' in answer ? answer.refused.sentence : words.own.link.onItsWay(email));
  }

  return (
    <>
      <p>{words.own.link.text}</p>
      <div class={styles.row}>
        <Button busy={busy} onClick={() => void send()}>{words.own.link.again}</Button>
        <p class={styles.told} role="status">{told}</p>
      </div>
    </>
  );
}
