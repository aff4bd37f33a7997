import { BothTimes } from '../kit/both-times.tsx';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { ForeseenLetters } from './foreseen-letters.tsx';
import { people, spellWait, type Foresight } from './foresight.ts';
import styles from './foreseen-letters.module.css';

interface MoveDialogProps {
  sessionId: string;
  /** What the server foresees; nothing is asked while there is none. */
  foreseen: Foresight | undefined;
  busy: boolean;
  onMove: () => void;
  onClose: () => void;
}

/** What a new time brings, seen before it is saved: how many are told, when, and what it is on their clocks. */
export function MoveDialog({ sessionId, foreseen, busy, onMove, onClose }: MoveDialogProps) {
  return (
    <Dialog
      open={foreseen !== undefined}
      onClose={onClose}
      title="Move this session?"
      actions={<><Button onClick={onClose}>Keep editing</Button><Button look="primary" busy={busy} onClick={onMove}>Move it</Button></>}
    >
      {foreseen && (
        <>
          <BothTimes when={foreseen.when} />
          <div class={styles.facts}>{told(foreseen)}</div>
          {foreseen.items.length > 0 && <ForeseenLetters sessionId={sessionId} foreseen={foreseen} />}
        </>
      )}
    </Dialog>
  );
}

function told({ counts, seconds, items, next }: Foresight) {
  const unheard = items.filter(({ kind }) => kind === 'confirmation').length;
  const [one, both] = [counts.told === 1, counts.told === 2];
  return (
    <>
      <p>
        <b>{people(counts.told)}</b> {one ? 'gets' : 'get'} the new time by e-mail, {spellWait(seconds)}
        {seconds < 5 ? ': the start is near.' : '. Until then you can undo it.'}
      </p>
      {counts.night > 0 && <p>{one ? 'It is in their night.' : counts.night === counts.told ? `It is in the night for ${both ? 'both' : 'all'} of them.` : `For ${counts.night === 1 ? 'one' : counts.night} of them it is in the night.`}</p>}
      {seconds >= 5 && unheard > 0 && <p>{next === null ? `${people(unheard)} whom no mail` : 'Whoever no mail'} has reached yet {next === null && unheard > 1 ? 'get' : 'gets'} the confirmation at once, with the new time.</p>}
      {counts.untouched > 0 && <p>{people(counts.untouched)} {counts.untouched === 1 ? 'hears' : 'hear'} nothing: what they were told is right again.</p>}
    </>
  );
}
