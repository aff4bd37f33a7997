import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../../attendee/icons.tsx';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { words } from '../../words/spoken.js';
import type { RoomState } from '../room-state.ts';
import type { Visit } from '../visit.ts';
import { choicesFor, type Choice, type Decidable } from './choices.ts';
import { useDeciding } from './decide.ts';
import styles from './moderation.module.css';

interface DecidableRowProps {
  visit: Visit;
  room: RoomState;
  one: Decidable;
  /** The row that the keyboard was in is gone: the focus needs another place. */
  onGone: () => void;
  children: ComponentChildren;
}

/** Somebody in the list, and what a host may decide about them: unfolded below the name, in the order of the page. */
export function DecidableRow({ visit, room, one, onGone, children }: DecidableRowProps) {
  const id = useId();
  const row = useRef<HTMLLIElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [asked, ask] = useState<Choice | null>(null);
  const { busy, told, trouble, decide } = useDeciding(visit);
  const choices = choicesFor(one, room.moderation, room.you.place === 'room', words.moderation);
  const gone = useRef(onGone);
  gone.current = onGone;

  useEffect(() => () => void (row.current?.contains(document.activeElement) && gone.current()), []);

  function close() {
    setOpen(false);
    opener.current?.focus();
  }

  async function choose(choice: Choice) {
    if (choice.ask && asked !== choice) return ask(choice);
    const done = await decide(choice.request, choice.told);
    if (!done) return;
    ask(null);
    if (!choice.ask) close();
  }

  return (
    <li ref={row} class={styles.row} onKeyDown={(event) => {
      if (event.key !== 'Escape' || !open) return;
      event.stopPropagation(); // the list stays
      if (!asked) close();
    }}>
      <div class={styles.line}>
        {children}
        {choices.length > 0 && (
          <button ref={opener} type="button" class={styles.more} aria-label={words.moderation.more(one.name)} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            <Icon name="more" />
          </button>
        )}
      </div>
      <div id={id} class={styles.choices} role="group" aria-label={one.name} hidden={!open}>
        {choices.map((choice) => (
          <button key={choice.request.type + choice.label} type="button" class={styles.choice} data-grave={choice.ask !== undefined} aria-disabled={busy || undefined}
            onClick={() => !busy && void choose(choice)}>{choice.label}</button>
        ))}
      </div>
      {trouble && !asked && <p class={styles.trouble} role="alert">{trouble}</p>}
      <p class="unseen" role="status">{told}</p>
      <Dialog open={asked !== null} onClose={() => ask(null)} title={asked && (asked.ask === 'ban' ? words.moderation.banAsk(one.name) : words.moderation.removeAsk(one.name))}
        actions={<>
          <Button onClick={() => ask(null)}>{words.moderation.cancel}</Button>
          <Button look="danger" busy={busy} onClick={() => asked && void choose(asked)}>{asked?.label}</Button>
        </>}>
        <p>{asked?.ask === 'ban' ? words.moderation.banText : words.moderation.removeText}</p>
        {trouble && <p role="alert">{trouble}</p>}
      </Dialog>
    </li>
  );
}
