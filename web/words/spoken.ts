import type { Words } from './en.js';
import { languageFor, type Language } from './languages.js';

/** The words that this page speaks now, for pages that live in the browser: there once `speak` is done. */
export let words: Words;

/** A file of its own for each language, so that a browser loads the one that it speaks and no other. */
const files: Record<Language, () => Promise<Words>> = {
  de: async () => (await import('./de.js')).german,
  en: async () => (await import('./en.js')).english,
  es: async () => (await import('./es.js')).spanish,
  fr: async () => (await import('./fr.js')).french,
  ja: async () => (await import('./ja.js')).japanese,
  pt: async () => (await import('./pt.js')).portuguese,
};

const KEY = 'foyer-language';
const AGAIN_MS = 4_000;

/** `?lang=` in the address this page was opened with, or chosen on the page: before everything else, and past a reload. */
let asked = typeof location === 'undefined' ? null : remembered(new URLSearchParams(location.search).get('lang'));
/** The language of the registration whose link was opened. */
let kept: string | null = null;

/** Speaks what was asked for, else what is `kept` with the registration, else what the browser prefers. */
export async function speak(keptNow: string | null = kept): Promise<void> {
  kept = keptNow;
  const language = wanted();
  const loaded = await files[language]().catch(() => words ?? files.en()).catch(reload);
  // Something else may have become known while it was loading; then that speaks.
  if (words === undefined || language === wanted()) words = loaded;
  if (typeof document !== 'undefined') document.documentElement.lang = words.language;
}

/** Chosen on the page: from now on in this language, whatever was asked for before. */
export function choose(language: string): Promise<void> {
  asked = remembered(language);
  return speak();
}

/** For the desk, which speaks no other language, and for the pieces that it shares with other pages. */
export function speakEnglish(): Promise<void> {
  asked = 'en';
  return speak();
}

function wanted(): Language {
  return languageFor([asked, kept].filter((tag) => tag !== null).concat(navigator.languages));
}

/** Without a single word nothing can be said, not even what is wrong: the browser tries the page again. */
function reload(): Promise<Words> {
  setTimeout(() => location.reload(), AGAIN_MS);
  return new Promise(() => undefined);
}

function remembered(tag: string | null): string | null {
  try {
    if (tag !== null) sessionStorage.setItem(KEY, tag);
    return tag ?? sessionStorage.getItem(KEY);
  } catch {
    return tag; // storage forbidden: until the next reload
  }
}
