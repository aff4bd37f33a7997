/**
 * The personal link's token. It leaves the address before anything else happens, is kept for this tab
 * alone, and travels in the bodies of POST requests.
 */

const KEY = 'foyer-me';
let inMemory: string | null = null;

export function takeToken(): string | null {
  const [, named] = /^\/me\/([^/]+)\/?$/.exec(location.pathname) ?? [];
  if (named && named !== 'here') keep(named);
  history.replaceState(null, '', '/me/here');
  return kept();
}

/** After erasing: it leads nowhere any more. */
export function forgetToken(): void {
  inMemory = null;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Storage forbidden: then it was never there.
  }
}

function keep(token: string): void {
  inMemory = token;
  try {
    sessionStorage.setItem(KEY, token);
  } catch {
    // Storage forbidden: it lasts until the next reload.
  }
}

function kept(): string | null {
  try {
    return inMemory ?? sessionStorage.getItem(KEY);
  } catch {
    return inMemory;
  }
}
