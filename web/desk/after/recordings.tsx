import { useQuery } from '@tanstack/preact-query';
import { api } from '../../../client/api.ts';
import { Notice } from '../../kit/notice.tsx';
import { RecordingList } from '../../kit/recording-list.tsx';
import { dataOf } from '../refused.ts';
import styles from './after.module.css';

const KINDS = { sound: 'Sound', picture: 'Picture', screen: 'Screen', 'screen-sound': 'Sound of the screen' } as const;
const AGAIN_MS = 5_000;
const TROUBLES = {
  'converter-missing': 'It waits for a program that this Foyer lacks: whoever runs it installs janus-pp-rec (Debian’s package janus-tools).',
  failed: 'Some of it could not be made playable. Whoever runs this Foyer finds the reason in its log.',
} as const;

/** What was recorded. Nothing where it was not. */
export function Recordings({ sessionId }: { sessionId: string }) {
  const { data } = useQuery({
    queryKey: ['sessions', sessionId, 'recordings'],
    queryFn: () => dataOf(api.GET('/api/sessions/{id}/recordings', { params: { path: { id: sessionId } } })),
    refetchInterval: ({ state }) => (state.data?.preparing ? AGAIN_MS : false),
  });
  if (!data || (data.items.length === 0 && data.preparing === 0 && !data.trouble)) return null;
  return (
    <section class={styles.part} aria-labelledby="recordings">
      <div class={styles.partHead}><h2 id="recordings">Recording <span class={styles.count}>{data.items.length}</span></h2></div>
      {data.trouble && <Notice tone="danger">{TROUBLES[data.trouble]}</Notice>}
      {data.preparing > 0 && !data.trouble && <Notice>{data.running ? 'It runs, and is made playable once it has ended.' : 'It is being made playable.'}</Notice>}
      <RecordingList items={data.items} kinds={KINDS} somebody="Somebody" />
    </section>
  );
}
