import { Icon } from '../../attendee/icons.tsx';
import { words } from '../../words/spoken.js';
import type { OpenPanel } from '../panel/use-panel.ts';
import type { RoomState } from '../room-state.ts';
import type { Talk } from './talk.ts';
import styles from './talk-button.module.css';
import { useNews } from './use-news.ts';

/** Opens the conversation, and shows by a dot that something in it waits to be read. */
export function TalkButton({ talk, you, panel }: { talk: Talk; you: RoomState['you']; panel: OpenPanel }) {
  const { messages, questions, poll } = useNews(talk, you);
  const news = [messages > 0 && words.talk.unread(messages), questions > 0 && words.questions.name, poll && words.polls.name].filter(Boolean).join(', ');
  const open = panel.shown === 'talk';
  return (
    <button type="button" aria-keyshortcuts="c" aria-expanded={open} aria-controls="talk" onClick={() => panel.toggle('talk')}>
      <span class={styles.sign}><Icon name="chat" />{news && !open && <span class={styles.dot} />}</span>
      <span>{words.talk.chat}{news && !open && <span class="unseen">, {news}</span>}</span>
    </button>
  );
}
