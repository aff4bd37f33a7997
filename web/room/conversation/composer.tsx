import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ChatTo } from '../../../client/protocol.ts';
import { Icon } from '../../attendee/icons.tsx';
import { useStore } from '../../attendee/store.ts';
import { Button } from '../../kit/button.tsx';
import { words } from '../../words/spoken.js';
import type { RoomState } from '../room-state.ts';
import styles from './composer.module.css';
import { peopleFor, recipientNow, type Recipient } from './recipient.ts';
import type { Talk } from './talk.ts';

const MOST = 1_000;
const ONE = 'one:';

/** Where one writes: to whom, and what. Enter sends, Shift and Enter begin a line. */
export function Composer({ talk, room, onSaid }: { talk: Talk; room: RoomState; onSaid: () => void }) {
  const reach = useStore(talk.store, ({ to }) => to);
  const [text, setText] = useState(talk.draft.text);
  const [chosen, choose] = useState(talk.draft.recipient);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const begun = useRef(talk.draft.begun);
  const recipient = recipientNow(reach, chosen, begun.current);
  begun.current = text.trim() === '' ? null : begun.current ?? recipient;

  useEffect(() => {
    talk.draft = { text, recipient: chosen, begun: begun.current };
  });

  function say() {
    if (!recipient || text.trim() === '') return field.current?.focus();
    talk.say(text.trim(), recipient);
    setText('');
    onSaid();
    field.current?.focus();
  }

  return (
    <form class={styles.composer} onSubmit={(event) => { event.preventDefault(); say(); }}>
      {reach.length > 1 && recipient && (
        <div class={styles.to}>
          <label for={`${id}-to`}>{words.talk.to}</label>
          <select id={`${id}-to`} value={valueOf(recipient)} onChange={(event) => choose(recipientOf(event.currentTarget.value, room, recipient))}>
            {reach.filter((to): to is Circle => to !== 'direct').map((to) => <option key={to} value={to}>{words.talk[to]}</option>)}
            {reach.includes('direct') && peopleFor(room, recipient.toPerson).map(({ seatId, name }) => <option key={seatId} value={ONE + seatId}>{words.talk.one(name)}</option>)}
          </select>
        </div>
      )}
      {reach.length === 1 && <p class={styles.only}>{room.you.role === 'attendee' ? words.talk.onlyTeam : words.talk.toTeam}</p>}
      <div class={styles.write}>
        <textarea ref={field} rows={1} maxLength={MOST} value={text} aria-label={words.talk.message} placeholder={words.talk.message} enterkeyhint="send"
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            say();
          }} />
        <Button type="submit" look="primary" class={styles.send} disabled={!recipient} aria-label={words.talk.send}><Icon name="send" /></Button>
      </div>
    </form>
  );
}

type Circle = Exclude<ChatTo, 'direct'>;

const valueOf = ({ to, toPerson }: Recipient): string => (toPerson ? ONE + toPerson.seatId : to);

function recipientOf(value: string, room: RoomState, before: Recipient): Recipient {
  if (!value.startsWith(ONE)) return { to: value as ChatTo, toPerson: null };
  const person = peopleFor(room, before.toPerson).find(({ seatId }) => ONE + seatId === value);
  return person ? { to: 'direct', toPerson: { seatId: person.seatId, name: person.name } } : before;
}
