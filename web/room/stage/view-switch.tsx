import { useStore } from '../../attendee/store.ts';
import { Button } from '../../kit/button.tsx';
import { words } from '../../words/spoken.js';
import { turnView, view } from './view.ts';

/** Says what pressing it does. */
export function ViewSwitch() {
  const now = useStore(view);
  return <Button look="bare" aria-keyshortcuts="g" onClick={turnView}>{now === 'grid' ? words.views.speaker : words.views.grid}</Button>;
}
