import { useEffect } from 'preact/hooks';

/** The tab's title; a page that changes in place is announced by it. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Foyer`;
  }, [title]);
}
