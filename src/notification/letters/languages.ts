import { german } from './words.de.js';
import { english } from './words.en.js';
import { spanish } from './words.es.js';
import { french } from './words.fr.js';
import { japanese } from './words.ja.js';
import { portuguese } from './words.pt.js';
import type { Words } from './words.js';

/** A new language is named here. */
export const LANGUAGES: Readonly<Record<string, Words>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
  ja: japanese,
};

/** The words for a reader, by RFC 4647's look-up: the locale, then ever less of it; English where nothing fits. */
export function wordsFor(locale: string): Words {
  const tags = locale.toLowerCase().split(/[-_]/);
  for (let length = tags.length; length > 0; length--) {
    const tag = tags.slice(0, length).join('-');
    if (Object.hasOwn(LANGUAGES, tag)) return LANGUAGES[tag]!;
  }
  return english;
}
