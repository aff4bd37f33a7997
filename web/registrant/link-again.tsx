import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
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
    setTold('refused' in answer ? answer.refused.sentence : `On its way to ${email}. At most three go out in an hour: if none comes, look among the unwanted mail first.`);
  }

  return (
    <>
      <p>It opens the door for you alone, so please do not pass it on.</p>
      <div class={styles.row}>
        <Button busy={busy} onClick={() => void send()}>Send me the link again</Button>
        <p class={styles.told} role="status">{told}</p>
      </div>
    </>
  );
}
