import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { backTo, people, spellWait, useForesee } from './foresight.ts';
import { canBeUndone, keepMoved, useNow, type Moved } from './moved.ts';
import { problemOf } from './refused.ts';
import { useEditSession, type Session } from './sessions.ts';

interface MovedNoticeProps {
  session: Session;
  moved: Moved;
  /** It has just happened, here: the keyboard goes on from it. */
  fresh: boolean;
}

/** That a session is moved, when people hear of it, and until then the way back. */
export function MovedNotice({ session, moved, fresh }: MovedNoticeProps) {
  const place = useRef<HTMLDivElement>(null);
  const undo = useEditSession(session.id);
  const left = useForesee(session.id);
  const now = useNow(moved.tellsAt);
  const waits = canBeUndone(moved, session, now);
  // Otherwise it was moved again, or started, by somebody else.
  const stands = undo.isSuccess || session.scheduleVersion === moved.scheduleVersion;

  useEffect(() => {
    if (stands && (fresh || undo.isSuccess)) place.current?.focus();
    if (undo.isSuccess) keepMoved(session.id, undefined);
  }, [session.id, stands, fresh, undo.isSuccess]);

  function takeBack(): void {
    undo.mutate({ changes: backTo(moved.before, session.when), version: session.version }, { onSuccess: () => left.mutate({}) });
  }

  if (!stands) return null;
  return (
    <div ref={place} tabIndex={-1}>
      {undo.isSuccess ? (
        <Notice tone="good" title="The former time is back.">{left.data && whoHears(left.data.counts.told)}</Notice>
      ) : (
        <Notice tone="lit" title="It is moved." action={waits && <Button busy={undo.isPending} onClick={takeBack}>Undo</Button>}>
          {wordsFor(moved, now)}
        </Notice>
      )}
      {undo.error && <Notice tone="danger">{problemOf(undo.error)?.detail}</Notice>}
    </div>
  );
}

function wordsFor({ told, tellsAt }: Moved, now: number): string {
  if (told === 0) return 'Nobody needs to be told.';
  const seconds = (tellsAt - now) / 1000;
  const many = told !== 1;
  return seconds > 0 ? `${people(told)} ${many ? 'are' : 'is'} told ${spellWait(seconds)}.` : `${people(told)} ${many ? 'are' : 'is'} told of the new time now.`;
}

/** Who registered in between was told the other time, and some may not have been reached at all. */
function whoHears(told: number): string {
  if (told === 0) return 'Nobody hears of it.';
  return told === 1 ? 'One person who knows another time, or none yet, gets it by e-mail.' : `${people(told)} who know another time, or none yet, get it by e-mail.`;
}
