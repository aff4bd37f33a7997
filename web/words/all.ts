import { german } from './de.js';
import { english, type Words } from './en.js';
import { spanish } from './es.js';
import { french } from './fr.js';
import { japanese } from './ja.js';
import type { Language } from './languages.js';
import { portuguese } from './pt.js';

/** Every language at once, for the server; a browser loads the one that it speaks (`spoken.ts`). */
export const ALL: Readonly<Record<Language, Words>> = { de: german, en: english, es: spanish, fr: french, pt: portuguese, ja: japanese };
