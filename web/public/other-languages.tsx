import { LANGUAGES, type Language } from '../words/languages.js';
import type { Words } from '../words/en.js';

/** The same page in the other languages, for whoever reads in a browser that prefers none of theirs. */
export function OtherLanguages({ words }: { words: Words }) {
  return (
    <footer class="languages">
      <nav aria-label={words.languages}>
        {(Object.keys(LANGUAGES) as Language[]).map((language) => (
          <a href={`?lang=${language}`} lang={language} hreflang={language} rel="nofollow" aria-current={language === words.language ? 'true' : undefined}>{LANGUAGES[language]}</a>
        ))}
      </nav>
    </footer>
  );
}
