import { Invalid } from '../model/refusal.js';

const DEEPEST = 32;

/**
 * Refuses what no database column can hold (NUL, half of a surrogate pair) and what is nested without end,
 * where it stands, before anybody else looks at the body.
 */
export function refuseUnstorable(body: unknown): void {
  look(body, '', 0);
}

function look(value: unknown, pointer: string, depth: number): void {
  if (typeof value === 'string' && !isStorable(value)) throw Invalid.at(pointer, 'characters', 'It contains characters that cannot be stored.');
  if (typeof value !== 'object' || value === null) return;
  if (depth === DEEPEST) throw Invalid.at(pointer, 'too-deep', 'It is nested too deeply.');
  for (const [key, one] of Object.entries(value)) {
    if (!isStorable(key)) throw Invalid.at(pointer, 'characters', 'One of its names contains characters that cannot be stored.');
    look(one, `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`, depth + 1);
  }
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');
