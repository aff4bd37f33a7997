import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Notice } from '../kit/notice.tsx';
import { words } from '../words/spoken.js';
import { erase, takeOut } from './ask.ts';
import styles from './registrant.module.css';

/** Taking everything along, and having it forgotten. */
export function HeldData({ token, slug, coming, onErased }: { token: string; slug: string; coming: boolean; onErased: () => void }) {
  const [busy, setBusy] = useState<'file' | 'erasing'>();
  const [asked, setAsked] = useState(false);
  const [told, setTold] = useState<string>();
  const [trouble, setTrouble] = useState<string>();

  async function download(): Promise<void> {
    setBusy('file');
    setTold(undefined);
    const answer = await takeOut(token);
    setBusy(undefined);
    if ('refused' in answer) return setTold(answer.refused.sentence);
    save(JSON.stringify(answer.value, null, 2), `registration-${slug}.json`);
    setTold(words.own.held.downloaded);
  }

  async function forget(): Promise<void> {
    setBusy('erasing');
    setTrouble(undefined);
    const answer = await erase(token);
    setBusy(undefined);
    // Gone already: an answer that was lost on its way had done it.
    if ('refused' in answer && answer.refused.status !== 404) return setTrouble(answer.refused.sentence);
    onErased();
  }

  const { held } = words.own;
  return (
    <>
      <p>{held.text}</p>
      <div class={styles.row}>
        <Button busy={busy === 'file'} onClick={() => void download()}>{held.download}</Button>
        <Button look="danger" onClick={() => setAsked(true)}>{held.erase}</Button>
        <p class={styles.told} role="status">{told}</p>
      </div>
      <Dialog open={asked} onClose={() => setAsked(false)} title={held.ask}
        actions={<>
          <Button onClick={() => setAsked(false)}>{held.keep}</Button>
          <Button look="danger" busy={busy === 'erasing'} onClick={() => void forget()}>{held.eraseAll}</Button>
        </>}>
        <p>{held.gone} {coming ? held.ifComing : held.otherwise}</p>
        {trouble && <Notice tone="danger">{trouble}</Notice>}
      </Dialog>
    </>
  );
}

/** Hands the browser a file that was made here. */
function save(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
