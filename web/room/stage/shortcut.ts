interface Pressed {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  repeat: boolean;
  isComposing: boolean;
  defaultPrevented: boolean;
  target: unknown;
}

const TYPED_INTO = 'input, textarea, select, [contenteditable]';

/** Whether a key was meant for the room: alone, once, and not while somebody types. */
export function isShortcut({ key, ctrlKey, altKey, metaKey, repeat, isComposing, defaultPrevented, target }: Pressed): boolean {
  if (key.length !== 1 || ctrlKey || altKey || metaKey || repeat || isComposing || defaultPrevented) return false;
  return !(target as Element | null)?.closest?.(TYPED_INTO);
}
