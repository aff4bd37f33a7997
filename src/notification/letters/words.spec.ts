import { LANGUAGES, wordsFor } from './languages.js';
import type { Words } from './words.js';

/** Each sentence of a language by its path, with what a letter puts into it shown in its place. */
function sentences(words: Words): Map<string, string> {
  const found = new Map<string, string>();
  const look = (path: string, value: unknown): void => {
    if (typeof value === 'string') found.set(path, value);
    else if (typeof value === 'function') found.set(path, (value as (...given: string[]) => string)(...Array.from({ length: value.length }, (_, at) => `{${at}}`)));
    else for (const [key, inner] of Object.entries(value as object)) look(path ? `${path}.${key}` : key, inner);
  };
  look('', words);
  return found;
}

const placeholders = (sentence: string): string[] => [...new Set(sentence.match(/\{\d\}/g) ?? [])].sort();

describe('the words of the letters', () => {
  const english = sentences(LANGUAGES['en']!);

  it('are there in English, German, French, Spanish, Portuguese and Japanese', () => {
    expect(Object.keys(LANGUAGES)).toEqual(['en', 'de', 'fr', 'es', 'pt', 'ja']);
    for (const [tag, words] of Object.entries(LANGUAGES)) {
      expect(words.language).toBe(tag);
      expect(new Intl.DateTimeFormat(words.defaultLocale).resolvedOptions().locale.split('-')[0]).toBe(tag);
    }
  });

  it.each(Object.keys(LANGUAGES))('say everything in %s, each with what belongs into it', (tag) => {
    const theirs = sentences(LANGUAGES[tag]!);
    expect([...theirs.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, sentence] of theirs) {
      expect([path, sentence.trim() !== '' && sentence === sentence.trim()]).toEqual([path, true]);
      expect([path, placeholders(sentence)]).toEqual([path, placeholders(english.get(path)!)]);
      expect(sentence).not.toMatch(/undefined|\[object|TODO/);
    }
  });

  it('are nowhere left in English where another language is meant', () => {
    const same = ['defaultLocale', 'language'];
    for (const [tag, words] of Object.entries(LANGUAGES)) {
      if (tag === 'en') continue;
      const untranslated = [...sentences(words)].filter(([path, sentence]) => !same.includes(path) && sentence === english.get(path) && /\p{L}{3}/u.test(sentence.replace(/\{\d\}/g, '')));
      expect(untranslated).toEqual([]);
    }
  });

  it.each([
    ['de', 'de'], ['de-AT', 'de'], ['DE_ch', 'de'], ['pt-PT', 'pt'], ['zh-Hant-TW', 'en'], ['ja-JP-u-ca-japanese', 'ja'], ['', 'en'], ['constructor', 'en'], ['__proto__', 'en'], ['x_!!', 'en'],
  ])('for the locale %j are %s', (locale, language) => {
    expect(wordsFor(locale).language).toBe(language);
  });

  it('greet whoever gave no name, too', () => {
    for (const words of Object.values(LANGUAGES)) expect(words.greeting('')).not.toMatch(/\s[,!:]|\s$/);
  });
});
