/**
 * What follows from a workspace's one colour. Any colour may be chosen: its hue stays, and its tone is moved, by day
 * and by night, until everything that is read on it, in it or beside it has the contrast of WCAG 2.2 AA (4.5:1).
 * Used by the server for its pages and mails, and by the pages that live in the browser.
 */
export interface Shades {
  /** Buttons, links: read on every ground of the house, and on `wash`. */
  accent: string;
  /** The same under the pointer. */
  strong: string;
  /** What stands on `accent` and on `strong`. */
  on: string;
  /** Behind what is chosen. */
  wash: string;
}

export interface Look {
  day: Shades;
  night: Shades;
}

/** `#rrggbb`, in small letters. */
export const ACCENT = /^#[0-9a-f]{6}$/;

/** A little more than 4.5, for what a browser rounds. */
const ENOUGH = 4.6;
/** Page, surface and sunken of `web/kit/tokens.css`. */
export const GROUNDS = { day: ['#f7f2e7', '#fffdf8', '#efe7d6'], night: ['#15110c', '#211b14', '#100d09'] } as const;
const ON = { day: '#fffdf8', night: '#15110c' } as const;

export function lookOf(accent: string): Look {
  const { lightness, chroma, hue } = polar(accent);
  const at = (tone: number, colour = chroma): string => inGamut(tone, colour, hue);
  const dayWash = at(0.945, Math.min(chroma * 0.25, 0.03));
  const nightWash = at(0.285, Math.min(chroma * 0.4, 0.035));
  const day = nearest(lightness, 0, (tone) => stands(at(tone), [...GROUNDS.day, dayWash]));
  const night = nearest(lightness, 1, (tone) => stands(at(tone), [...GROUNDS.night, nightWash]));
  return {
    // What is nearly black by day can only become lighter under the pointer, and what is nearly white by night darker.
    day: { accent: at(day), strong: at(day > 0.24 ? day - 0.09 : day + 0.12), on: ON.day, wash: dayWash },
    night: { accent: at(night), strong: at(night < 0.9 ? night + 0.07 : night - 0.07), on: ON.night, wash: nightWash },
  };
}

/** The colours' custom properties, as `web/kit/tokens.css` calls them. */
export function tokensOf(accent: string): Record<string, string> {
  const { day, night } = lookOf(accent);
  const both = (of: keyof Shades): string => `light-dark(${day[of]}, ${night[of]})`;
  return { '--accent': both('accent'), '--accent-strong': both('strong'), '--on-accent': both('on'), '--accent-wash': both('wash') };
}

/** The same as a style sheet: always the same text for the same colour, so that a page's policy can name its hash. */
export const styleOf = (accent: string): string => `:root{${Object.entries(tokensOf(accent)).map(([name, value]) => `${name}:${value}`).join(';')}}`;

/** WCAG 2.2's contrast ratio of two colours. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const stands = (colour: string, grounds: readonly string[]): boolean => grounds.every((ground) => contrast(colour, ground) >= ENOUGH);

/** The tone nearest to its own that will do, on the way to `end`, which always does. */
function nearest(own: number, end: number, does: (tone: number) => boolean): number {
  if (does(own)) return own;
  let [bad, good] = [own, end];
  for (let step = 0; step < 12; step += 1) {
    const middle = (bad + good) / 2;
    if (does(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
const curved = (channel: number): number => (channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055);
type Three = [number, number, number];
const linearOf = (colour: string): Three => [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255)) as Three;

function luminance(colour: string): number {
  const [red, green, blue] = linearOf(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A colour in OKLCH (Björn Ottosson's OKLab): there a tone can be changed and the hue stays what people call it. */
function polar(colour: string): { lightness: number; chroma: number; hue: number } {
  const [red, green, blue] = linearOf(colour);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
}

function linearAt(lightness: number, chroma: number, hue: number): Three {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s];
}

/** As colourful as a screen can show it at that tone. */
function inGamut(lightness: number, chroma: number, hue: number): string {
  const fits = (colour: number): boolean => linearAt(lightness, colour, hue).every((channel) => channel >= -0.0005 && channel <= 1.0005);
  let [most, least] = [chroma, fits(chroma) ? chroma : 0];
  for (let step = 0; step < 12 && least < most; step += 1) {
    const middle = (most + least) / 2;
    if (fits(middle)) least = middle;
    else most = middle;
  }
  return `#${linearAt(lightness, least, hue).map((channel) => Math.round(255 * curved(Math.min(1, Math.max(0, channel)))).toString(16).padStart(2, '0')).join('')}`;
}
