import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Notice } from '../kit/notice.tsx';
import { draftOf, whenOf, type Draft } from './draft.ts';
import { mistakesBut } from './refused.ts';
import { useDuplicateSession, type Session } from './sessions.ts';
import { WhenFields, WhenInWords } from './when-fields.tsx';

const WEEK_MS = 7 * 86_400_000;
const SHOWN = /^\/(wallTime|timeZone|durationMinutes)$/;

/** The same once more: only the time is asked, a week later unless that has passed. */
export function DuplicateSession({ session, onClose }: { session: Session; onClose: () => void }) {
  const { route } = useLocation();
  const [draft, setDraft] = useState(() => aWeekLater(draftOf(session)));
  const duplicate = useDuplicateSession(session.id);
  const elsewhere = mistakesBut(SHOWN, duplicate.error);

  return (
    <Dialog
      open
      onClose={onClose}
      title={`Duplicate “${session.title}”`}
      actions={
        <>
          <Button onClick={onClose}>Back</Button>
          <Button look="primary" busy={duplicate.isPending} onClick={() => duplicate.mutate(whenOf(draft), { onSuccess: ({ id }) => route(`/desk/sessions/${id}?new`) })}>Duplicate</Button>
        </>
      }
    >
      <p>Everything but the people, at an address of its own. When is it?</p>
      <WhenFields draft={draft} put={(changes) => setDraft({ ...draft, ...changes })} error={duplicate.error} />
      <WhenInWords draft={draft} />
      {elsewhere && <Notice tone="danger">{elsewhere}</Notice>}
    </Dialog>
  );
}

/** The same weekday and hour, in a week that is still to come. */
function aWeekLater(draft: Draft): Draft {
  const day = Date.parse(`${draft.date}T00:00:00Z`);
  const weeks = Math.max(1, Math.ceil((Date.now() - day) / WEEK_MS));
  return { ...draft, date: new Date(day + weeks * WEEK_MS).toISOString().slice(0, 10) };
}
