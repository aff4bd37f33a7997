import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { startInbox, type ReceivedMail, type TestInbox } from '../support/inbox.ts';
import { startJanus, type TestJanus } from '../support/janus.ts';
import { startPostgres, type TestCluster } from '../support/postgres.ts';
import { startProduct, type TestProduct } from '../support/product.ts';
import { invite, read } from '../use-cases/notification/received.ts';

const CHROMIUM = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--mute-audio',
];

/** Everything real: database, mail server, Janus, the built product, one browser. */
export class Set {
  private constructor(
    readonly cluster: TestCluster,
    readonly inbox: TestInbox,
    readonly janus: TestJanus,
    readonly product: TestProduct,
    private readonly browser: Browser,
  ) {}

  static async up(env: Record<string, string> = {}): Promise<Set> {
    const [cluster, inbox, janus] = await Promise.all([startPostgres(), startInbox(), startJanus()]);
    const product = await startProduct({ databaseUrl: await cluster.createDatabase('journey'), smtpUrl: inbox.url, janus, env: { UPDATE_HOLD_SECONDS: '1', ...env } });
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: CHROMIUM });
    return new Set(cluster, inbox, janus, product, browser);
  }

  async down(): Promise<void> {
    await this.browser.close();
    await this.product.stop();
    await Promise.all([this.janus.stop(), this.inbox.stop()]);
    await this.cluster.stop();
  }

  /** A person with a browser of their own: no cookie is shared. */
  async person(name: string, context: Parameters<Browser['newContext']>[0] = {}): Promise<Person> {
    const own = await this.browser.newContext({ permissions: ['camera', 'microphone'], timezoneId: 'Europe/Berlin', locale: 'en-GB', baseURL: this.product.url, ...context });
    own.setDefaultTimeout(40_000);
    return new Person(name, own, await own.newPage());
  }

  mail(to: string, subject: RegExp): Promise<Letter> {
    return this.inbox.waitFor((mail) => mail.to.includes(to) && subject.test(/^Subject: (.*)$/m.exec(mail.text)?.[1] ?? ''), 20_000).then(letterOf);
  }
}

/** A mail as a person reads it. */
export interface Letter {
  raw: Buffer;
  text: string;
  link: string;
  invite: Awaited<ReturnType<typeof invite>> | null;
}

async function letterOf(mail: ReceivedMail): Promise<Letter> {
  const { text = '' } = await read(mail.raw);
  const [link = ''] = /https?:\/\/\S+(?:\/j\/|\/sign-in#)\S+/.exec(text) ?? [];
  return { raw: mail.raw, text, link, invite: await invite(mail.raw).catch(() => null) };
}

export type Screen = 'pre-join' | 'foyer' | 'backstage' | 'room' | 'closing' | 'dead-link';

/** What somebody sends and receives, as the browser counts it. */
export interface Media {
  sending: { kind: string; packets: number }[];
  receiving: { id: string; kind: string; packets: number; frames: number; energy: number }[];
}

export class Person {
  constructor(
    readonly name: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  async sees(screen: Screen, within = 40_000): Promise<void> {
    await this.page.locator(`[data-screen="${screen}"]`).waitFor({ timeout: within }).catch(async () => {
      const shown = await this.page.locator('[data-screen]').first().getAttribute('data-screen', { timeout: 500 }).catch(() => 'no screen');
      const words = await this.page.locator('body').innerText({ timeout: 500 }).catch(() => '');
      throw new Error(`${this.name} should see ${screen}, and sees ${shown} at ${new URL(this.page.url()).pathname}: ${words.slice(0, 300)}`);
    });
  }

  press(button: RegExp | string): Promise<void> {
    return this.page.getByRole('button', { name: button }).click();
  }

  /** From the pre-join to where *Join* leads. */
  async joins(screen: Screen): Promise<void> {
    await this.sees('pre-join');
    const name = this.page.getByLabel('Your name');
    if (!(await name.inputValue())) await name.fill(this.name);
    await this.press('Join');
    await this.sees(screen);
  }

  /** Fills in the public page and sends it. */
  async registers(email: string, name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await this.page.getByRole('textbox', { name: 'Name' }).fill(name);
    await this.press('Register');
  }

  media(): Promise<Media> {
    return this.page.evaluate(async () => {
      const all = async (connection?: RTCPeerConnection): Promise<Record<string, any>[]> => (connection ? [...(await connection.getStats()).values()] : []);
      const { send, receive } = window.foyerConnections ?? {};
      const sending = [...(await all(send)), ...(await all(receive))].filter(({ type }) => type === 'outbound-rtp');
      const receiving = (await all(receive)).filter(({ type }) => type === 'inbound-rtp');
      return {
        sending: sending.map(({ kind, packetsSent }) => ({ kind, packets: packetsSent })),
        receiving: receiving.map(({ id, ssrc, kind, packetsReceived, framesDecoded = 0, totalAudioEnergy = 0 }) => ({ id: `${id} ${ssrc}`, kind, packets: packetsReceived, frames: framesDecoded, energy: totalAudioEnergy })),
      };
    });
  }

  /** Waits until so many others are seen and heard: within a second and a half frames are decoded, and sound is above silence. */
  async seesAndHears(others: number, within = 45_000): Promise<void> {
    await until(`${this.name} sees and hears ${others} others`, within, async () => {
      const before = await this.media();
      await this.page.waitForTimeout(1_500);
      const now = await this.media();
      const grown = (kind: string, of: 'frames' | 'energy', atLeast: number): number =>
        now.receiving.filter((one) => one.kind === kind && one[of] > (before.receiving.find(({ id }) => id === one.id)?.[of] ?? 0) + atLeast).length;
      const [seen, heard] = [grown('video', 'frames', 5), grown('audio', 'energy', 0.0005)];
      return seen >= others && heard >= others ? true : JSON.stringify({ seen, heard, now });
    });
  }

  /** How many tiles of others show a picture that changes. */
  async picturesThatChange(): Promise<number> {
    const look = (): Promise<string[]> =>
      this.page.evaluate(() =>
        [...document.querySelectorAll<HTMLVideoElement>('figure[data-seat]:not([data-self]) video')].map((video) => {
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [64, 36];
          const pen = canvas.getContext('2d')!;
          if (video.videoWidth > 0) pen.drawImage(video, 0, 0, 64, 36);
          return video.videoWidth > 0 ? canvas.toDataURL() : '';
        }),
      );
    const first = await look();
    await this.page.waitForTimeout(700);
    const second = await look();
    return second.filter((picture, n) => picture !== '' && picture !== first[n]).length;
  }

  tiles(): Promise<number> {
    return this.page.locator('figure[data-seat]').count();
  }

  /** The API, as this browser may call it. */
  async api<Answer>(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await this.page.evaluate(
      async ([how, where, what, more]) => {
        const response = await fetch(where, { method: how, headers: { ...(what && { 'content-type': 'application/json' }), ...more }, ...(what && { body: what }) });
        return { ok: response.ok, status: response.status, body: await response.text() };
      },
      [method, path, body ? JSON.stringify(body) : '', headers] as const,
    );
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    return (answer.body ? JSON.parse(answer.body) : null) as Answer;
  }
}

/** Waits for an outcome and never sleeps through it; says what was missing. */
export async function until(what: string, within: number, look: () => Promise<true | string>): Promise<void> {
  const end = Date.now() + within;
  let found: true | string = 'not looked yet';
  while (Date.now() < end) {
    found = await look();
    if (found === true) return;
    await new Promise((soon) => setTimeout(soon, 250));
  }
  throw new Error(`${what}: not within ${within / 1000} s. Last: ${found}`);
}

export const wallTimeIn = (minutes: number, timeZone: string): string =>
  new Date(Date.now() + minutes * 60_000).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).replace(' ', 'T');

/** Steps that stand on each other: after one that failed, the others fail at once and say why. */
export function story(): (step: string, play: () => Promise<void>) => void {
  let broken = '';
  return (step, play) =>
    it(step, async () => {
      if (broken) throw new Error(`Not tried: “${broken}” failed before.`);
      broken = step;
      await play();
      broken = '';
    });
}

declare global {
  interface Window {
    /** What the room keeps for support: see `web/room/media/peer.ts`. */
    foyerConnections?: Partial<Record<'send' | 'receive', RTCPeerConnection>>;
  }
}
