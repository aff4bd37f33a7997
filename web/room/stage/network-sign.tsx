import { useStore } from '../../attendee/store.ts';
import { words } from '../../words/spoken.js';
import type { Network } from './network.ts';
import styles from './network-sign.module.css';

/** Bars as on a telephone, where a connection is weak; where it is good there is nothing to say. */
export function NetworkSign({ network, seatId }: { network: Network; seatId: string }) {
  const quality = useStore(network.store, (all) => all.get(seatId) ?? 'good');
  if (quality === 'good') return null;
  const told = words.views[quality];
  return (
    <span class={styles.sign} data-quality={quality} title={told}>
      <span class={styles.bars} aria-hidden="true"><i /><i /><i /></span>
      <span class="unseen">{told}</span>
    </span>
  );
}
