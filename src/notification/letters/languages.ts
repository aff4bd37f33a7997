import { english } from './words.en.js';
import type { Words } from './words.js';

const LANGUAGES: Readonly<Record<string, Words>> = { en: english };

/** The words for a reader, by the first part of the locale; English where theirs is missing. */
export const wordsFor = (locale: string): Words => LANGUAGES[locale.toLowerCase().split(/[-_]/)[0] ?? ''] ?? english;
