const KEY = 'foyer-name';

/** The name that a guest gave last in this browser. */
export function lastName(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function rememberName(name: string): void {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Typed again next time.
  }
}
