import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCENT, GROUNDS, contrast, lookOf, styleOf, tokensOf } from './look.js';

/** Every hue in steps of three degrees, from grey to the most colourful, from black to white. */
const COLOURS = [0, 0.04, 0.25, 0.5, 0.75, 1].flatMap((saturation) =>
  [0, 0.02, 0.15, 0.3, 0.5, 0.7, 0.85, 0.98, 1].flatMap((lightness) => Array.from({ length: 120 }, (_, n) => hsl(n * 3, saturation, lightness))));

function hsl(hue: number, saturation: number, lightness: number): string {
  const channel = (n: number): string => {
    const k = (n + hue / 30) % 12;
    return Math.round(255 * (lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1)))).toString(16).padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}

describe('a workspace’s colours', () => {
  it.each(['day', 'night'] as const)('can be read by %s, whatever colour was chosen', (light) => {
    const poor = [...new Set(COLOURS)].flatMap((chosen) => {
      const { accent, strong, on, wash } = lookOf(chosen)[light];
      const pairs = [[on, accent], [on, strong], ...[...GROUNDS[light], wash].flatMap((ground) => [[accent, ground], [strong, ground]])] as [string, string][];
      return pairs.filter(([one, other]) => !ACCENT.test(one) || contrast(one, other) < 4.5).map((pair) => [chosen, ...pair, contrast(...pair)]);
    });
    expect(poor).toEqual([]);
  });

  it('what can be read already stays as it was chosen', () => {
    expect(lookOf('#17503f').day.accent).toBe('#17503f');
    expect(lookOf('#f4b95c').night.accent).toBe('#f4b95c');
    expect(lookOf('#ffe000').day.accent).not.toBe('#ffe000');
  });

  it('show under the pointer that they can be pressed', () => {
    expect([...new Set(COLOURS)].filter((chosen) => Object.values(lookOf(chosen)).some(({ accent, strong }) => accent === strong))).toEqual([]);
  });

  it('are read on the grounds that the pages have, and replace their tokens', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../web/kit/tokens.css'), 'utf8');
    for (const [n, name] of ['page', 'surface', 'sunken'].entries()) expect(tokens).toContain(`--${name}: light-dark(${GROUNDS.day[n]}, ${GROUNDS.night[n]})`);
    for (const name of Object.keys(tokensOf('#17503f'))) expect(tokens).toContain(`  ${name}: light-dark(`);
  });

  it('are a style sheet with nothing in it but colours', () => {
    expect(styleOf('#123456')).toMatch(/^:root\{(--[a-z-]+:light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\);?){4}\}$/);
  });
});
