export interface Forms {
  one?: string;
  /** French, Portuguese and Spanish, from a million on. */
  many?: string;
  other: string;
}

/** Picks the form that a language uses for this number, and writes the number where `#` stands. */
export function counting(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count, forms) => {
    const rule = rules.select(count);
    return ((rule === 'one' || rule === 'many' ? forms[rule] : undefined) ?? forms.other).replace('#', numbers.format(count));
  };
}

/** Names in a row, as the language joins them: "Ada, Ben and Grace". */
export function listing(language: string): (names: readonly string[]) => string {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return (names) => list.format(names);
}
