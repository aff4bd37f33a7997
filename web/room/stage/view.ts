import { Store } from '../../attendee/store.ts';

/** Everyone the same size, or who speaks large and the others beside. */
export type View = 'grid' | 'speaker';

const KEY = 'foyer-view';

/** How this person looks at the stage: kept in this browser, told to nobody. */
export const view = new Store<View>(remembered());

export function turnView(): void {
  const next = view.get() === 'grid' ? 'speaker' : 'grid';
  view.set(next);
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Not remembered, and nothing else is lost.
  }
}

function remembered(): View {
  try {
    return localStorage.getItem(KEY) === 'speaker' ? 'speaker' : 'grid';
  } catch {
    return 'grid'; // storage forbidden
  }
}
