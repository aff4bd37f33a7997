import { Refusal } from '../../../platform/model/refusal.js';

/** Control characters, and those that turn the direction of whatever is written after them. */
const UNSPEAKABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * What somebody typed, as it is kept: plain text on a few lines.
 *
 * @throws Refusal where nothing is left of it.
 */
export function wordsOf(typed: string): string {
  const words = typed.toWellFormed().replace(/\r\n?/g, '\n').replace(UNSPEAKABLE, '').replace(/\n{3,}/g, '\n\n').trim();
  if (words === '') throw new Refusal('nothing-said', 'Write something first.', 422);
  return words;
}

export const lineOf = (typed: string): string => wordsOf(typed).replace(/\s+/g, ' ');
