import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Parts } from '../parts.ts';

const CHROMIUM = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--mute-audio',
];

/**
 * Whether people may negotiate while they wait, which they do in the last five minutes before the planned start
 * alone: a session that is planned for tomorrow and starts now opens its doors cold.
 */
export type Doors = 'warm' | 'cold';
const MINUTES_AHEAD: Record<Doors, number> = { warm: 4, cold: 1_440 };
export const wallTimeFor = (doors: Doors): string => new Date(Date.now() + MINUTES_AHEAD[doors] * 60_000).toISOString().slice(0, 16);

declare global {
  interface Window {
    /** What the pages of this benchmark write down, by the clock that all of them share. */
    doors: { clickedAt: number; firstFrameAt: number };
    /** What the room keeps for support. */
    foyerConnections?: Partial<Record<'send' | 'receive', RTCPeerConnection>>;
  }
}

/** Real browsers before a session that has not started: one whose host sends, the others waiting. */
export class House {
  private readonly browser: Browser;
  private readonly origin: string;
  private hostPage!: Page;

  private constructor(browser: Browser, origin: string) {
    this.browser = browser;
    this.origin = origin;
  }

  static async open(parts: Parts, origin: string): Promise<House> {
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: CHROMIUM });
    parts.keep({ stop: () => browser.close() });
    const house = new House(browser, origin);
    house.hostPage = await (await house.person()).newPage();
    await house.hostPage.goto('/sign-in');
    await house.asks('/api/identity/sign-up', { name: 'Hedy Host', email: 'hedy@bench.example', password: 'a long enough password' });
    return house;
  }

  get version(): string {
    return this.browser.version();
  }

  async schedule(doors: Doors): Promise<{ id: string; slug: string }> {
    return this.asks('/api/sessions', { title: `${doors} doors`, theme: 'webinar', registration: null, wallTime: wallTimeFor(doors), timeZone: 'UTC', durationMinutes: 60 });
  }

  /** The host is backstage, with camera and microphone on. */
  async hostEnters(slug: string): Promise<void> {
    await this.hostPage.goto(`/room/${slug}`);
    await joins(this.hostPage, 'Hedy', 'backstage');
    await this.hostPage.waitForFunction(async () => {
      const sent = [...((await window.foyerConnections?.send?.getStats())?.values() ?? [])].filter(({ type }) => type === 'outbound-rtp');
      return sent.some(({ kind, packetsSent }) => kind === 'video' && packetsSent > 50);
    });
  }

  /** Somebody who waits; where doors are warm, until their connection stands. */
  async waits(slug: string, number: number, doors: Doors): Promise<Page> {
    const page = await (await this.person()).newPage();
    await page.addInitScript(writeDownFirstFrame);
    await page.goto(`/room/${slug}`);
    await joins(page, `Guest ${number}`, 'foyer');
    if (doors === 'warm') await page.waitForFunction(() => window.foyerConnections?.receive?.connectionState === 'connected');
    return page;
  }

  /** The click on *Start*, and when it was. */
  async starts(): Promise<number> {
    await this.hostPage.evaluate(() => addEventListener('click', () => void (window.doors = { clickedAt: Date.now(), firstFrameAt: 0 }), { capture: true, once: true }));
    await this.hostPage.getByRole('button', { name: 'Start' }).click();
    return this.hostPage.evaluate(() => window.doors.clickedAt);
  }

  closes(): Promise<void> {
    return this.browser.close();
  }

  async ends(id: string): Promise<void> {
    await this.asks(`/api/sessions/${id}/end`);
  }

  private async person(): Promise<BrowserContext> {
    const context = await this.browser.newContext({ permissions: ['camera', 'microphone'], locale: 'en-GB', baseURL: this.origin });
    context.setDefaultTimeout(40_000);
    return context;
  }

  private asks<Answer>(path: string, body?: object): Promise<Answer> {
    return this.hostPage.evaluate(async ([where, what]) => {
      const response = await fetch(where, { method: 'POST', ...(what && { headers: { 'content-type': 'application/json' }, body: what }) });
      const text = await response.text();
      if (!response.ok) throw new Error(`${where}: ${response.status} ${text}`);
      return text ? JSON.parse(text) : null;
    }, [path, body ? JSON.stringify(body) : ''] as const) as Promise<Answer>;
  }
}

/** When the first picture of a page came out of the decoder; null where none did. */
export async function firstFrameOf(page: Page): Promise<number | null> {
  await page.waitForFunction(() => window.doors.firstFrameAt > 0, undefined, { timeout: 20_000 }).catch(() => undefined);
  return (await page.evaluate(() => window.doors.firstFrameAt)) || null;
}

async function joins(page: Page, name: string, screen: string): Promise<void> {
  await page.locator('[data-screen="pre-join"]').waitFor();
  const field = page.getByLabel('Your name');
  if (!(await field.inputValue())) await field.fill(name);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.locator(`[data-screen="${screen}"]`).waitFor();
}

/** Runs in the page: a reader beside the page's own picture takes the first frame that is decoded, wherever it is shown. */
function writeDownFirstFrame(): void {
  window.doors = { clickedAt: 0, firstFrameAt: 0 };
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(...args: ConstructorParameters<typeof Native>) {
      super(...args);
      this.addEventListener('track', ({ track }) => {
        if (track.kind !== 'video') return;
        const { MediaStreamTrackProcessor: Processor } = window as unknown as { MediaStreamTrackProcessor: new (of: { track: MediaStreamTrack }) => { readable: ReadableStream<{ close(): void }> } };
        const reader = new Processor({ track: track.clone() }).readable.getReader();
        void reader.read().then(({ value }) => {
          window.doors.firstFrameAt ||= Date.now();
          value?.close();
          void reader.cancel();
        });
      });
    }
  };
}
