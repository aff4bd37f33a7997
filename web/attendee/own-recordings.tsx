import { useEffect, useState } from 'preact/hooks';
import { api, type Schemas } from '../../client/api.ts';
import { Notice } from '../kit/notice.tsx';
import { RecordingList } from '../kit/recording-list.tsx';
import { words } from '../words/spoken.js';

const AGAIN_MS = 5_000;

/** On the closing page: what was recorded, for those whom the organizer allows. Nothing for anybody else. */
export function OwnRecordings({ slug }: { slug: string }) {
  const [recordings, setRecordings] = useState<Schemas['RecordingsAnswer'] | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown = true;
    const look = async (): Promise<void> => {
      const answer = await api.GET('/api/join/{slug}/recordings', { params: { path: { slug } } }).catch(() => null);
      if (!shown) return;
      if (answer?.data) setRecordings(answer.data);
      // It is made playable now: whoever stays on the page sees it come.
      if (answer?.data?.preparing) timer = setTimeout(() => void look(), AGAIN_MS * (1 + Math.random()));
    };
    void look();
    return () => {
      shown = false;
      clearTimeout(timer);
    };
  }, [slug]);
  if (!recordings || (recordings.items.length === 0 && recordings.preparing === 0)) return null;
  return (
    <section aria-labelledby="recordings">
      <h2 id="recordings">{words.recording.heading}</h2>
      <RecordingList items={recordings.items} kinds={words.recording.kinds} somebody={words.recording.somebody} />
      {recordings.preparing > 0 && <Notice>{words.recording.preparing}</Notice>}
    </section>
  );
}
