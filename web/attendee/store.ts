import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** One value that the page watches. */
export class Store<T> {
  private readonly watchers = new Set<() => void>();

  constructor(private value: T) {}

  get(): T {
    return this.value;
  }

  set(next: T): void {
    if (Object.is(next, this.value)) return;
    this.value = next;
    for (const watcher of [...this.watchers]) watcher();
  }

  change(part: Partial<T>): void {
    this.set({ ...this.value, ...part });
  }

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }
}

/** What `select` reads from a store; the component is drawn again only when that changes. */
export function useStore<T>(store: Store<T>): T;
export function useStore<T, S>(store: Store<T>, select: (value: T) => S): S;
export function useStore<T>(store: Store<T>, select: (value: T) => unknown = (value) => value): unknown {
  const latest = useRef(select);
  latest.current = select;
  const [, draw] = useState<unknown>(() => select(store.get()));
  useLayoutEffect(() => {
    const look = () => draw(() => latest.current(store.get()));
    look(); // it may have changed between drawing and watching
    return store.watch(look);
  }, [store]);
  return select(store.get());
}
