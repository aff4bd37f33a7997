import { english, type Words } from './en.js';
import { languageFor, type Language } from './languages.js';

/**
 * The words that this page speaks now, for pages that live in the browser. English comes with the page, so that
 * it can always say something; any other language is a file of its own, loaded when it is the one.
 */
export let words: Words = english;

const others: Record<Exclude<Language, 'en'>, () => Promise<Words>> = {
  de: async () => (await import('./de.js')).german,
  es: async () => (await import('./es.js')).spanish,
  fr: async () => (await import('./fr.js')).french,
  ja: async () => (await import('./ja.js')).japanese,
  pt: async () => (await import('./pt.js')).portuguese,
};

/** `?lang=` in the address this page was opened with: somebody's own choice, before everything else. */
const asked = typeof location === 'undefined' ? null : new URLSearchParams(location.search).get('lang');

/** Speaks what was asked for in the address, else what is `kept` with the registration, else what the browser prefers. */
export async function speak(kept?: string): Promise<void> {
  const language = languageFor([asked, kept].filter((tag): tag is string => Boolean(tag)).concat(navigator.languages));
  try {
    words = language === 'en' ? english : await others[language]();
  } catch {
    // Not loaded: what is spoken so far is better than nothing.
  }
  document.documentElement.lang = words.language;
}
