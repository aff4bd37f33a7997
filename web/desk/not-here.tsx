import { ButtonLink } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';
import { usePageTitle } from './page-title.ts';
import styles from './not-here.module.css';

/** An address that leads nowhere. */
export function NotHere() {
  usePageTitle('Nothing here');
  return (
    <Frame home="/" width="narrow" centred>
      <div class={styles.stack}>
        <h1>Nothing behind this door</h1>
        <p>Look whether all of the address was copied.</p>
        <p><ButtonLink look="primary" href="/desk">To your sessions</ButtonLink></p>
      </div>
    </Frame>
  );
}
