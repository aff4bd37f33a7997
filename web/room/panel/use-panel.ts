import { useRef, useState } from 'preact/hooks';

export type PanelName = 'people';

/** Which panel stands beside the stage, if any. Who closes it is back at the button that opened it. */
export interface OpenPanel {
  shown: PanelName | null;
  /** By a button of the bar: opens it, or closes it where it is open. */
  toggle: (name: PanelName, button: HTMLElement) => void;
  close: () => void;
}

export function usePanel(): OpenPanel {
  const [shown, show] = useState<PanelName | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  return {
    shown,
    toggle: (name, button) => {
      opener.current = button;
      show(shown === name ? null : name);
    },
    close: () => {
      show(null);
      opener.current?.focus();
    },
  };
}
