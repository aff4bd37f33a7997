const BROWSERS: [RegExp, string][] = [[/\bEdg(?:A|iOS)?\//, 'Edge'], [/\bOPR\//, 'Opera'], [/\bSamsungBrowser\//, 'Samsung Internet'], [/\b(?:Firefox|FxiOS)\//, 'Firefox'], [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'], [/\bVersion\/.*Safari\//, 'Safari']];
const SYSTEMS: [RegExp, string][] = [[/\biPhone\b/, 'iPhone'], [/\biPad\b/, 'iPad'], [/\bAndroid\b/, 'Android'], [/\bWindows\b/, 'Windows'], [/\bMac OS X\b/, 'Mac'], [/\bCrOS\b/, 'ChromeOS'], [/\bLinux\b/, 'Linux']];

const first = (names: [RegExp, string][], text: string): string | undefined => names.find(([sign]) => sign.test(text))?.[1];

/** "Firefox on Windows", as far as a browser's name for itself tells; it is only there to be recognised by its owner. */
export function deviceName(userAgent: string): string {
  const [browser, system] = [first(BROWSERS, userAgent), first(SYSTEMS, userAgent)];
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? (userAgent.trim().split(/\s+/).slice(0, 3).join(' ').slice(0, 40) || 'An unnamed browser');
}
