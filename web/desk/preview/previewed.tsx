import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useMe } from '../account.ts';
import { useLook } from '../account/workspace.ts';
import type { Draft } from '../draft.ts';
import { draftedSession } from './drafted-session.ts';
import { PageInFrame } from './page-in-frame.tsx';
import styles from './previewed.module.css';

/** As the style sheet says it: from here on there is room for both. */
const BESIDE = '(min-width: 72rem)';

/** An editor, and beside it (on a phone: above it, when asked for) the public page as it would be. */
export function Previewed({ draft, hostName, children }: { draft: Draft; /** Of a session that is there already. */ hostName?: string; children: ComponentChildren }) {
  const me = useMe();
  const look = useLook();
  const [open, setOpen] = useState(() => matchMedia(BESIDE).matches);
  useEffect(() => {
    const query = matchMedia(BESIDE);
    const follow = (): void => setOpen(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return (
    <div class={styles.two} data-wide>
      <div class={styles.editor}>{children}</div>
      <details class={styles.preview} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class={styles.summary}>Preview</summary>
        {open && <PageInFrame session={draftedSession(draft, { hostName: hostName ?? me.data?.name ?? '', accent: look.data?.accent ?? null })} />}
      </details>
    </div>
  );
}
