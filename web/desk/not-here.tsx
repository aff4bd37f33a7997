import { ButtonLink } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';
import { usePageTitle } from './page-title.ts';

/** An address that leads nowhere. */
export function NotHere() {
  usePageTitle('Nothing here');
  return (
    <Frame home="/" width="narrow" centred>
      <h1>Nothing behind this door</h1>
      <p>Check that the whole address was copied.</p>
      <p><ButtonLink look="primary" href="/desk">To your sessions</ButtonLink></p>
    </Frame>
  );
}
