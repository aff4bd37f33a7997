/** The languages of the pages, the same as those of the mails; each called as its readers call it. A new one is named here. */
export const LANGUAGES = { de: 'Deutsch', en: 'English', es: 'Español', fr: 'Français', pt: 'Português', ja: '日本語' } as const;

export type Language = keyof typeof LANGUAGES;

/** Where a reader says no more than the language, dates are written as here. */
const USUAL: Record<Language, string> = { de: 'de-DE', en: 'en-GB', es: 'es-ES', fr: 'fr-FR', pt: 'pt-BR', ja: 'ja-JP' };

/** Language, script and region, and nothing of what else a tag may ask for: another calendar, other digits. */
const TAG = /^([a-z]{2})(-[A-Z][a-z]{3})?(-(?:[A-Z]{2}|\d{3}))?$/;

/** The first wanted language that the pages speak; English where they speak none of them. */
export function languageFor(wanted: readonly string[]): Language {
  return wanted.map(languageOf).find((language) => language !== null) ?? 'en';
}

/** How dates and numbers are written on a page in this language: as the reader's own locale does where it is of that language. */
export function localeFor(language: Language, wanted: readonly string[]): string {
  return wanted.map(plain).find((tag) => tag.includes('-') && languageOf(tag) === language) ?? USUAL[language];
}

/** The tags of an `Accept-Language` header (RFC 9110), the most wanted first. */
export function acceptedIn(header: string): string[] {
  return header.slice(0, 500).split(',')
    .map((part, at) => {
      const [tag = '', ...parameters] = part.trim().split(/\s*;\s*/);
      const [, weight = '1'] = parameters.map((one) => /^q=([\d.]+)$/i.exec(one)).find((one) => one) ?? [];
      return { tag, weight: Number(weight) || 0, at };
    })
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.at - b.at)
    .map(({ tag }) => tag);
}

function languageOf(tag: string): Language | null {
  const [primary = ''] = tag.toLowerCase().split(/[-_]/);
  return Object.hasOwn(LANGUAGES, primary) ? (primary as Language) : null;
}

/** `de_at` is `de-AT`; what is no plain tag is nothing. */
function plain(tag: string): string {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(tag.replaceAll('_', '-'));
    return TAG.test(canonical) ? canonical : '';
  } catch {
    return '';
  }
}
