import { useEffect, useState } from 'preact/hooks';
import { DeviceCheck } from '../../attendee/devices/device-check.tsx';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { words } from '../../words/spoken.js';
import { sentenceOf } from '../connection.ts';
import type { Visit } from '../visit.ts';
import styles from './moderation.module.css';

/** A host asks one up: first the question, then the mirror, and only then the stage. No camera is opened before the click. */
export function InvitedOnStage({ visit }: { visit: Visit }) {
  const [ready, setReady] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const { heeding, devices } = visit;

  // Answered, or taken back: without the stage the lights go out again.
  useEffect(() => () => heeding?.prepared(), [heeding]);

  function getReady() {
    setReady(true);
    void heeding?.prepare();
  }

  function notYet() {
    setReady(false);
    heeding?.prepared();
  }

  async function answer(accept: boolean) {
    setBusy(true);
    setTrouble(await heeding!.decide({ type: 'answer-invitation', accept }).then(() => '', sentenceOf));
    setBusy(false);
  }

  return (
    <div class={styles.notice}>
      <p>{words.moderation.asked}</p>
      <div class={styles.answers}>
        <Button busy={busy && !ready} onClick={() => void answer(false)}>{words.moderation.notNow}</Button>
        <Button look="primary" onClick={getReady}>{words.moderation.getReady}</Button>
      </div>
      {trouble && !ready && <p role="alert">{trouble}</p>}
      <Dialog open={ready} onClose={notYet} title={words.moderation.readyTitle}
        actions={<>
          <Button onClick={() => void answer(false)}>{words.moderation.notNow}</Button>
          <Button look="primary" busy={busy} onClick={() => void answer(true)}>{words.moderation.come}</Button>
        </>}>
        <p>{words.moderation.readyText}</p>
        {devices && <DeviceCheck devices={devices} />}
        {trouble && <p role="alert">{trouble}</p>}
      </Dialog>
    </div>
  );
}
