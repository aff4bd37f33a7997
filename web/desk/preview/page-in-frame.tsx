import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { wear } from '../../kit/look.ts';
import { viewerLocale, viewerZone } from '../../kit/times.ts';
import { Mark } from '../../kit/mark.tsx';
import pageStyle from '../../public/page.css?url';
import { SessionPage } from '../../public/session-page.js';
import type { PublicSession } from '../../public/public-session.js';
import { english } from '../../words/en.js';
import styles from './previewed.module.css';

/**
 * The public page in a document of its own, made of the same parts with the same style: its width is the frame's, as on
 * a phone. Nothing in it can be pressed or reached; it is a picture of a page, which is read where it really is.
 */
export function PageInFrame({ session }: { session: PublicSession }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<HTMLElement>();
  const [height, setHeight] = useState(600);

  useEffect(() => {
    const inside = frame.current!.contentDocument!;
    // A doctype, or the page would be laid out as pages were in 1998.
    inside.open();
    inside.write('<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Preview</title></head><body></body></html>');
    inside.close();
    const sheet = inside.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = pageStyle;
    inside.head.append(sheet);
    inside.body.inert = true;
    inside.documentElement.style.scrollbarGutter = 'auto';
    // As high as what stands in it, not as the frame.
    inside.body.style.minHeight = '0';
    const measure = new ResizeObserver(() => setHeight(inside.body.scrollHeight));
    measure.observe(inside.body);
    setPage(inside.body);
    return () => measure.disconnect();
  }, []);

  useEffect(() => {
    if (!page) return;
    wear(session.accent, page.ownerDocument.documentElement);
    render(
      <>
        <header class="top"><Mark /> <span>Foyer</span></header>
        <SessionPage session={session} reader={{ words: english, locale: viewerLocale() }} viewerTimeZone={viewerZone()} />
      </>,
      page,
    );
  }, [page, JSON.stringify(session)]);

  useEffect(() => (page ? () => render(null, page) : undefined), [page]);

  return (
    <div class={styles.scroll} role="region" aria-label="The public page as it will be" tabIndex={0}>
      <iframe ref={frame} class={styles.frame} title="The public page as it will be" height={height} tabIndex={-1} scrolling="no" />
    </div>
  );
}
