import { useStore } from '../../attendee/store.ts';
import { Icon } from '../../attendee/icons.tsx';
import { Button } from '../../kit/button.tsx';
import { words } from '../../words/spoken.js';
import type { Visit } from '../visit.ts';
import room from '../room.module.css';
import styles from './sharing-bar.module.css';

/** Nobody shows their screen without knowing: it is said as long as it lasts, with the way to end it. */
export function SharingBar({ visit }: { visit: Visit }) {
  const { video, failed } = useStore(visit.sharing.store);
  return (
    <>
      <p class={failed ? room.trouble : 'unseen'} role="status">{failed ? words.sharing.failed : video ? words.sharing.youShare : ''}</p>
      {video && (
        <div class={styles.bar} data-part="sharing">
          <p><Icon name="screen" /> {words.sharing.youShare}</p>
          <Button onClick={() => visit.sharing.stop()}>{words.sharing.stop}</Button>
        </div>
      )}
    </>
  );
}

/** Beside microphone and camera, where the browser can. */
export function ShareSwitch({ visit }: { visit: Visit }) {
  const on = useStore(visit.sharing.store, ({ video }) => video !== null);
  return (
    <button type="button" aria-keyshortcuts="s" aria-pressed={on} onClick={() => void (on ? visit.sharing.stop() : visit.sharing.start())}>
      <Icon name="screen" /> <span>{words.sharing.share}</span>
    </button>
  );
}
