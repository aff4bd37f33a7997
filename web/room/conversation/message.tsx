import type { ChatMessage } from '../../../client/protocol.ts';
import { Button } from '../../kit/button.tsx';
import { spellClock } from '../../kit/times.ts';
import { words } from '../../words/spoken.js';
import styles from './chat.module.css';
import { LinkedText } from './linked-text.tsx';
import type { Unsent } from './talk-state.ts';

interface MessageProps {
  message: ChatMessage;
  /** One's own seat. */
  you: string;
  /** Said right after another by the same person: the name is not repeated to the eye. */
  goesOn: boolean;
  onDelete?: (message: ChatMessage) => void;
}

export function Message({ message, you, goesOn, onDelete }: MessageProps) {
  const { from, to, toPerson, text, at } = message;
  const mine = from.seatId === you;
  return (
    <li class={styles.message} data-mine={mine} data-goes-on={goesOn}>
      <p class={goesOn ? 'unseen' : styles.head}>
        <strong class={styles.name}>{mine ? words.stage.you(from.name) : from.name}</strong>
        {from.role !== 'attendee' && <span class={styles.role}>{words.people[from.role]}</span>}
        {to !== 'everyone' && <span class={styles.addressed}>{addressed(to, toPerson, you)}</span>}
        <time dateTime={at}>{spellClock(Date.parse(at))}</time>
      </p>
      <div class={styles.line}>
        {text === null ? <p class={styles.gone}>{words.talk.deleted}</p> : <p class={styles.text}><LinkedText text={text} /></p>}
        {onDelete && text !== null && <Button look="bare" class={styles.delete} aria-label={words.talk.deleteOf(from.name, text)} onClick={() => onDelete(message)}>{words.talk.delete}</Button>}
      </div>
    </li>
  );
}

/** What was just written, until it is there for all; or why it is not. */
export function UnsentMessage({ unsent, onAgain, onThrowAway }: { unsent: Unsent; onAgain: () => void; onThrowAway: () => void }) {
  const { to, toPerson, text, trouble } = unsent;
  return (
    <li class={styles.message} data-mine data-unsent>
      <p class={styles.head}>{to !== 'everyone' && <span class={styles.addressed}>{addressed(to, toPerson, '')}</span>}<span>{trouble === null && words.talk.sending}</span></p>
      <p class={styles.text}><LinkedText text={text} /></p>
      {trouble !== null && (
        <>
          <p class={styles.trouble} role="alert">{trouble}</p>
          <p>
            <Button look="bare" onClick={onAgain}>{words.tryAgain}</Button>
            <Button look="bare" onClick={onThrowAway}>{words.talk.delete}</Button>
          </p>
        </>
      )}
    </li>
  );
}

function addressed(to: ChatMessage['to'], person: ChatMessage['toPerson'], you: string): string {
  if (to === 'team') return words.talk.toTeam;
  if (to === 'hosts') return words.talk.toHosts;
  return person?.seatId === you ? words.talk.toYou : words.talk.toOne(person?.name ?? '');
}
