import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatMessage } from '../../../client/protocol.ts';
import { useStore } from '../../attendee/store.ts';
import { Button } from '../../kit/button.tsx';
import { words } from '../../words/spoken.js';
import { sentenceOf } from '../connection.ts';
import { Panel, type PanelProps } from '../panel/panel.tsx';
import type { RoomState } from '../room-state.ts';
import styles from './chat.module.css';
import { Message, UnsentMessage } from './message.tsx';
import type { Talk } from './talk.ts';
import { Composer } from './composer.tsx';

const NEAR = 48;
/** What one person says within so much time stands under one name. */
const ONE_BREATH_MS = 3 * 60_000;

/** What was said, the newest at the bottom and in sight; and somewhere to answer. */
export function Chat({ talk, room, ...frame }: Omit<PanelProps, 'children'> & { talk: Talk; room: RoomState }) {
  const { chat, unsent, more, ready } = useStore(talk.store);
  const scroller = useRef<HTMLDivElement>(null);
  const [below, setBelow] = useState(false);
  const [loading, setLoading] = useState(false);
  const [trouble, setTrouble] = useState('');
  const atEnd = useRef(true);
  const before = useRef({ first: chat[0]?.id, last: chat.at(-1)?.id, height: 0 });

  // The end stays in sight for who is there; who reads further up is not moved, also where earlier chat comes in above.
  useLayoutEffect(() => {
    const box = scroller.current!;
    const [first, last] = [chat[0]?.id, chat.at(-1)?.id];
    if (atEnd.current) box.scrollTop = box.scrollHeight;
    else if (first !== before.current.first && box.scrollTop < NEAR) box.scrollTop += box.scrollHeight - before.current.height;
    else if (last !== before.current.last) setBelow(true);
    before.current = { first, last, height: box.scrollHeight };
    talk.see('chat');
  }, [chat, unsent.length]);

  function scrolled() {
    const box = scroller.current!;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    if (atEnd.current) setBelow(false);
  }

  function toEnd() {
    atEnd.current = true;
    setBelow(false);
    scroller.current!.scrollTop = scroller.current!.scrollHeight;
  }

  async function act(deed: () => Promise<void>) {
    setTrouble('');
    await deed().catch((error: unknown) => setTrouble(sentenceOf(error)));
  }

  async function earlier() {
    setLoading(true);
    await act(() => talk.ask({ type: 'earlier', before: chat[0]!.order }));
    setLoading(false);
  }

  const takeBack = (message: ChatMessage) => void act(() => talk.ask({ type: 'take-back', message: message.id }));
  const mayDelete = ({ from, to }: ChatMessage) => from.seatId === room.you.seatId || (room.you.role === 'host' && to !== 'direct');

  return (
    <Panel {...frame} scroller={scroller} onScroll={scrolled}
      foot={<>
        {below && <div class={styles.below}><Button onClick={toEnd}>{words.talk.newBelow} ↓</Button></div>}
        <p class={trouble ? styles.trouble : 'unseen'} role="alert">{trouble}</p>
        <Composer talk={talk} room={room} onSaid={() => (atEnd.current = true)} />
      </>}>
      {more && <div class={styles.earlier}><Button look="bare" busy={loading} onClick={() => void earlier()}>{words.talk.earlier}</Button></div>}
      {ready && chat.length === 0 && unsent.length === 0 && <p class={styles.nothing}>{words.talk.nothing}</p>}
      <div role="log" aria-label={words.talk.chat} aria-live="polite" aria-busy={loading || !ready}>
        <ol class={styles.messages}>
          {chat.map((one, at) => (
            <Message key={one.id} message={one} you={room.you.seatId} goesOn={goesOn(chat[at - 1], one)} onDelete={one.text !== null && mayDelete(one) ? takeBack : undefined} />
          ))}
          {unsent.map((one) => <UnsentMessage key={one.id} unsent={one} onAgain={() => talk.sayAgain(one.id)} onThrowAway={() => talk.throwAway(one.id)} />)}
        </ol>
      </div>
    </Panel>
  );
}

function goesOn(before: ChatMessage | undefined, { from, to, toPerson, at }: ChatMessage): boolean {
  return before !== undefined && before.from.seatId === from.seatId && before.to === to && before.toPerson?.seatId === toPerson?.seatId
    && Date.parse(at) - Date.parse(before.at) < ONE_BREATH_MS;
}
