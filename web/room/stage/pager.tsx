import { Button } from '../../kit/button.tsx';
import { words } from '../../words/spoken.js';
import styles from './pager.module.css';

/** From one page of tiles to the next; there only where there is more than one. */
export function Pager({ page, pages, onTurn }: { page: number; pages: number; onTurn: (page: number) => void }) {
  if (pages < 2) return null;
  return (
    <nav class={styles.pager} aria-label={words.views.pages}>
      <Button look="bare" disabled={page === 0} onClick={() => onTurn(page - 1)}>{words.views.before}</Button>
      <p role="status">{words.views.pageOf(page + 1, pages)}</p>
      <Button look="bare" disabled={page === pages - 1} onClick={() => onTurn(page + 1)}>{words.views.next}</Button>
    </nav>
  );
}
