/** One or two letters that stand for a name where there is no picture. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => first(word ?? ''));
  return letters.join('').toLocaleUpperCase() || '?';
}

/** The first letter as people see it, not half of an emoji or an accent without its letter. */
function first(word: string): string {
  if (typeof Intl.Segmenter === 'undefined') return Array.from(word)[0] ?? '';
  return new Intl.Segmenter().segment(word)[Symbol.iterator]().next().value?.segment ?? '';
}
