import { useEffect, useRef, useState } from 'preact/hooks';
import { useStore } from '../../attendee/store.ts';
import { words } from '../../words/spoken.js';
import type { Talk } from './talk.ts';

/** Tells a screen reader of what was written while the panel is closed; in the panel the log itself is heard. */
export function TalkTold({ talk, seatId, open }: { talk: Talk; seatId: string; open: boolean }) {
  const last = useStore(talk.store, ({ chat }) => chat.at(-1));
  const ready = useStore(talk.store, (state) => state.ready);
  const before = useRef<number | null>(null);
  const [told, tell] = useState('');
  useEffect(() => {
    if (!ready) return;
    const order = last?.order ?? 0;
    const news = before.current !== null && order > before.current;
    before.current = order;
    if (open || !last) tell('');
    else if (news && last.from.seatId !== seatId && last.text !== null) tell(words.talk.newFrom(last.from.name));
  }, [last, ready, open]);
  return <p class="unseen" aria-live="polite">{told}</p>;
}
