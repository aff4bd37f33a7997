import { isShortcut } from './shortcut.ts';

const body = { closest: () => null };
const pressed = { key: 'm', ctrlKey: false, altKey: false, metaKey: false, repeat: false, isComposing: false, defaultPrevented: false, target: body };

describe('a key in the room', () => {
  it('is a shortcut where it is pressed alone', () => expect(isShortcut(pressed)).toBe(true));
  it('is none while somebody types', () => expect(isShortcut({ ...pressed, target: { closest: (what: string) => (what.includes('textarea') ? {} : null) } })).toBe(false));
  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }, { isComposing: true }, { defaultPrevented: true }, { key: 'Escape' }])('is none with %j', (more) => expect(isShortcut({ ...pressed, ...more })).toBe(false));
});
