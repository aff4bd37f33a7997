/** Line drawings for the buttons; each stands beside words that say the same. */
const drawings = {
  microphone: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM6 11a6 6 0 0 0 12 0M12 17v4M9 21h6',
  'microphone-off': 'M9 9v2a3 3 0 0 0 4.5 2.6M15 11V6a3 3 0 0 0-5.7-1.3M6 11a6 6 0 0 0 9 5.2M18 11a6 6 0 0 1-.6 2.6M12 17v4M9 21h6M4 3l16 18',
  camera: 'M4 7h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2zM15 11l6-3v8l-6-3',
  'camera-off': 'M10 7h3a2 2 0 0 1 2 2v3M15 15a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2h1M15 11l6-3v8l-3-1.5M3 3l18 18',
  people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.300a3.5 3.5 0 0 1 0 6.400M18 14.200a6.5 6.5 0 0 1 3.5 5.800',
  screen: 'M3 5h18v11H3zM8 20h8M12 16v4M12 13V8M9.5 10.5 12 8l2.5 2.5',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  leave: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  more: 'M12 5a.5.5 0 1 0 0 1 .5.5 0 1 0 0-1zM12 11.500a.5.5 0 1 0 0 1 .5.5 0 1 0 0-1zM12 18a.5.5 0 1 0 0 1 .5.5 0 1 0 0-1z',
  'off-stage': 'M3 19h18M12 4v10M8 10.500l4 4 4-4',
  end: 'M6 6l12 12M18 6L6 18',
  sound: 'M4 9v6h4l5 4V5L8 9zM16.5 8.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12',
  chat: 'M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12.500h5',
  send: 'M4 12l16-7-5 15-3.500-6.500zM11.500 13.500L20 5',
  hand: 'M7 12.500V6.500a1.500 1.500 0 0 1 3 0V11M10 11V4.500a1.500 1.500 0 0 1 3 0V11M13 11V5.500a1.500 1.500 0 0 1 3 0V12M16 12V8a1.500 1.500 0 0 1 3 0v6.500a6.500 6.500 0 0 1-6.500 6.500c-2.500 0-4-1-5.200-3l-2.600-4.300a1.500 1.500 0 0 1 2.500-1.600z',
  smile: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.500 14.200a4.200 4.200 0 0 0 7 0M9 9.500v.500M15 9.500v.500',
  up: 'M6 15l6-6 6 6',
  record: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  stop: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9 9h6v6H9z',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8"
      stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
