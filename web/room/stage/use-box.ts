import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** How large an element is, and again whenever that changes. */
export function useBox() {
  const box = useRef<HTMLElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const measure = () => {
      const { clientWidth, clientHeight } = box.current!;
      setSize((before) => (before.width === clientWidth && before.height === clientHeight ? before : { width: clientWidth, height: clientHeight }));
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(box.current!);
    return () => watcher.disconnect();
  }, []);
  return { box, ...size };
}
