import { useEffect } from 'preact/hooks';
import { useStore } from '../../attendee/store.ts';
import { words } from '../../words/spoken.js';
import { Panel } from '../panel/panel.tsx';
import { Tabs } from '../panel/tabs.tsx';
import type { RoomState } from '../room-state.ts';
import { AskForm } from './ask-form.tsx';
import { Chat } from './chat.tsx';
import { Polls } from './polls.tsx';
import { Questions } from './questions.tsx';
import type { Talk } from './talk.ts';
import { useNews } from './use-news.ts';

/** The conversation beside the stage: chat, questions, polls, one at a time. */
export function TalkPanel({ talk, room, onClose }: { talk: Talk; room: RoomState; onClose: () => void }) {
  const part = useStore(talk.part);
  const news = useNews(talk, room.you);
  const questions = useStore(talk.store, (state) => state.questions);
  useEffect(() => {
    if (part === 'questions') talk.see('questions');
  }, [part, questions]);
  const tabs = [
    { name: 'chat' as const, title: words.talk.chat, news: news.messages > 0 ? words.talk.unread(news.messages) : undefined },
    { name: 'questions' as const, title: words.questions.name, news: news.questions > 0 ? words.talk.news : undefined },
    { name: 'polls' as const, title: words.polls.name, news: news.poll ? words.talk.news : undefined },
  ];
  const frame = {
    id: 'talk', title: words.talk.name, onClose,
    tabs: { chosen: part, list: <Tabs tabs={tabs} chosen={part} onChoose={(name) => talk.part.set(name)} panelId="talk" label={words.talk.name} /> },
  };
  switch (part) {
    case 'chat': return <Chat {...frame} talk={talk} room={room} />;
    case 'questions': return <Panel {...frame} foot={room.you.role !== 'host' && <AskForm talk={talk} webinar={room.session.theme === 'webinar'} />}><Questions talk={talk} room={room} /></Panel>;
    case 'polls': return <Panel {...frame}><Polls talk={talk} room={room} /></Panel>;
  }
}
