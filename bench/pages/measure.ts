import { chromium, type Browser, type CDPSession } from 'playwright-core';
import { median, numberOf, round, table, versionsOf, type Measured } from '../measured.ts';
import { Organizer } from '../organizer.ts';
import type { Parts } from '../parts.ts';
import { fields } from '../register/measure.ts';

/** A slow phone on a slow network: 1.6 Mbit/s down, 150 ms there and back, a fourth of this machine's speed. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
const SLOWER = 4;
const KIB = 1_024;
const GOAL = { htmlAndCssBytes: 14_000, registrationKiB: 40, preJoinScriptKiB: 60, layoutShift: 0, usableWithoutScript: true };

export const minutes = (options: readonly string[]): number => 3 + numberOf(options, 'rounds', 3);

interface Visit {
  /** Until there is something to fill in or to press. */
  readonly usableMs: number;
  readonly firstPaintMs: number;
  readonly layoutShift: number;
  /** Over the wire, with headers, by kind: until then, and until nothing more is fetched. */
  readonly bytes: Record<string, number>;
  readonly allBytes: Record<string, number>;
}

/** The first visit of somebody on a slow phone: nothing is kept, everything is fetched. */
export async function measure(options: readonly string[], parts: Parts): Promise<Measured> {
  const rounds = numberOf(options, 'rounds', 3, 3);
  const databaseUrl = await (await parts.postgres()).createDatabase('pages');
  const { url: smtpUrl } = await parts.program('../mail-sink.ts', import.meta.url).ask<{ url: string }>({ do: 'listen' });
  const product = await parts.product({ databaseUrl, smtpUrl });
  const organizer = await Organizer.signUp(product.url);
  const registered = await organizer.schedule({ title: 'A webinar', theme: 'webinar', registration: { fields } });
  const open = await organizer.schedule({ title: 'A meeting', theme: 'meeting', registration: null });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] });
  try {
    const registration: Visit[] = [];
    const preJoin: Visit[] = [];
    for (let number = 1; number <= rounds; number++) {
      registration.push(await visit(browser, `${product.url}/s/${registered.slug}`, 'input[name="email"], input[type="email"]'));
      preJoin.push(await visit(browser, `${product.url}/room/${open.slug}`, '[data-screen="pre-join"] button'));
      process.stdout.write(`round ${number}: registration usable after ${round(registration.at(-1)!.usableMs, 0)} ms, pre-join after ${round(preJoin.at(-1)!.usableMs, 0)} ms\n`);
    }
    const withoutScript = await registersWithoutScript(browser, `${product.url}/s/${registered.slug}`);
    return judged({ registration, preJoin, withoutScript, rounds });
  } finally {
    await browser.close();
  }
}

async function visit(browser: Browser, url: string, usable: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, permissions: ['camera', 'microphone'] });
  const page = await context.newPage();
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!entry.hadRecentInput) (window as unknown as { shift: number }).shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const cdp = await context.newCDPSession(page);
  const bytes = await counted(cdp);
  await cdp.send('Network.emulateNetworkConditions', NETWORK);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const began = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(usable).first().waitFor({ timeout: 60_000 });
  const usableMs = performance.now() - began;
  const untilUsable = { ...bytes };
  await page.waitForLoadState('networkidle');
  const { shift, paint } = await page.evaluate(() => ({ shift: (window as unknown as { shift: number }).shift, paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN }));
  await context.close();
  return { usableMs, firstPaintMs: paint, layoutShift: shift, bytes: untilUsable, allBytes: bytes };
}

async function counted(cdp: CDPSession): Promise<Record<string, number>> {
  const bytes: Record<string, number> = {};
  const kinds = new Map<string, string>();
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  cdp.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  return bytes;
}

/** The form as it is, sent as forms are sent. */
async function registersWithoutScript(browser: Browser, url: string): Promise<boolean> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('no-script@bench.example');
  await page.getByRole('textbox', { name: 'Name' }).fill('Nora');
  await page.getByLabel('What brings you here?').selectOption({ index: 1 }).catch(() => page.getByRole('radio').first().check());
  await page.getByRole('button', { name: 'Register' }).click();
  await page.waitForLoadState();
  const said = await page.locator('body').innerText();
  await context.close();
  return /check your (e-?mail|inbox)/i.test(said);
}

function judged({ registration, preJoin, withoutScript, rounds }: { registration: readonly Visit[]; preJoin: readonly Visit[]; withoutScript: boolean; rounds: number }): Measured {
  const summary = (visits: readonly Visit[]) => {
    const of = (what: (visit: Visit) => number): number => median(visits.map(what));
    const sum = (...kinds: string[]) => of(({ bytes }) => kinds.reduce((so, kind) => so + (bytes[kind] ?? 0), 0));
    const all = of(({ allBytes }) => Object.values(allBytes).reduce((so, size) => so + size, 0));
    return {
      usableMs: round(of((one) => one.usableMs), 0), firstPaintMs: round(of((one) => one.firstPaintMs), 0), layoutShift: round(Math.max(...visits.map((one) => one.layoutShift)), 4),
      htmlAndCssBytes: sum('Document', 'Stylesheet'), scriptKiB: round(sum('Script') / KIB, 1), allKiB: round(all / KIB, 1),
    };
  };
  const ours = { registration: summary(registration), preJoin: summary(preJoin) };
  const met = ours.registration.htmlAndCssBytes <= GOAL.htmlAndCssBytes && ours.registration.allKiB <= GOAL.registrationKiB && ours.preJoin.scriptKiB <= GOAL.preJoinScriptKiB
    && ours.registration.layoutShift === 0 && ours.preJoin.layoutShift === 0 && withoutScript;
  return {
    result: {
      path: 'pages', ours, floor: {}, ratio: null, counts: { rounds, visits: registration.length + preJoin.length, registeredWithoutScript: withoutScript, slower: SLOWER, network: NETWORK },
      goal: GOAL, met, versions: versionsOf('preact', 'vite', 'playwright-core'),
    },
    table: table([
      ['pages, cold, on a slow phone', 'usable ms', 'first paint', 'HTML+CSS KiB', 'script KiB', 'all KiB', 'shift'],
      ...(['registration', 'preJoin'] as const).map((page) => { const one = ours[page]; return [page, one.usableMs, one.firstPaintMs, one.htmlAndCssBytes / KIB, one.scriptKiB, one.allKiB, one.layoutShift]; }),
    ]),
    complaints: withoutScript ? [] : ['Nobody registered without script.'],
  };
}
