import { tokensOf } from '../../client/look.ts';

const WORN = Object.keys(tokensOf('#000000'));

/** The page wears the colours of a workspace, or, with null, the house's own. Set by script, which no policy has to allow. */
export function wear(accent: string | null, page: HTMLElement = document.documentElement): void {
  const tokens = accent === null ? {} : tokensOf(accent);
  for (const name of WORN) {
    if (tokens[name]) page.style.setProperty(name, tokens[name]);
    else page.style.removeProperty(name);
  }
}
