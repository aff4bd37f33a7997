import { useState } from 'preact/hooks';

/** Also the id of the panel, by which the button in the bar that opens it is known (`aria-controls`). */
export type PanelName = 'people' | 'talk';

/** Which panel stands beside the stage, if any. Who closes it is back at its button. */
export interface OpenPanel {
  shown: PanelName | null;
  open: (name: PanelName) => void;
  toggle: (name: PanelName) => void;
  close: () => void;
}

export function usePanel(): OpenPanel {
  const [shown, show] = useState<PanelName | null>(null);
  return {
    shown,
    open: show,
    toggle: (name) => show(shown === name ? null : name),
    close: () => {
      show(null);
      const opener = document.querySelector<HTMLElement>(`button[aria-controls="${shown}"]`);
      const inMore = opener?.closest('[hidden]');
      (inMore ? document.querySelector<HTMLElement>(`button[aria-controls="${inMore.id}"]`) : opener)?.focus();
    },
  };
}
