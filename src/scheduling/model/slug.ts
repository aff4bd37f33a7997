import { randomInt } from 'node:crypto';

/** No vowels, and none that look alike: a slug spells no word and survives being read aloud. */
const ALPHABET = 'bcdfghjkmnpqrstvwxz23456789';

/** A readable public address that ends in six random characters. */
export function slugFor(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
  const tail = Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return words ? `${words}-${tail}` : tail;
}
