import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../embedded/folder.ts';

const LOOKS = [
  { device: 'phone', width: 390, height: 844 },
  { device: 'desktop', width: 1280, height: 800 },
] as const;

const AXE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Manner {
  /** What fills the screen and nothing below it: the room, and dialogs. */
  onlyScreen?: boolean;
  /** Loads the page anew at each size: for what is decided when a page opens. */
  reload?: boolean;
  /** Its scripts are off: nothing can be asked of it. */
  scriptless?: boolean;
  /** Brings the page into its state, or waits until it is there; after each change of size. */
  settled?: () => Promise<unknown>;
}

interface Barrier {
  id: string;
  impact: string;
  help: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** Takes each state of a page four times: phone and desktop, by day and by night. */
export class Camera {
  taken = 0;
  readonly complaints: string[] = [];
  private readonly folder = join(root, 'screenshots');
  private readonly axe: string | null;

  constructor(withAxe: boolean, fresh: boolean) {
    this.axe = withAxe ? readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8') : null;
    if (fresh) rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
  }

  async take(name: string, page: Page, { onlyScreen, reload, scriptless, settled }: Manner = {}): Promise<void> {
    for (const { device, width, height } of LOOKS) {
      await page.setViewportSize({ width, height });
      if (reload) await page.reload();
      if (!scriptless) await scrollbarsOver(page, device === 'phone');
      for (const light of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: light, reducedMotion: 'reduce' });
        await settled?.();
        if (!scriptless) await drawn(page);
        await page.screenshot({ path: join(this.folder, `${name}.${device}-${light}.png`), fullPage: !onlyScreen, animations: 'disabled' });
        this.taken++;
        if (!scriptless) await this.lookForBarriers(`${name}, ${device}, ${light}`, page);
      }
    }
  }

  private async lookForBarriers(where: string, page: Page): Promise<void> {
    if (!this.axe) return;
    await page.evaluate(this.axe);
    const found = await page.evaluate(
      async (tags) => (await (globalThis as unknown as { axe: { run(what: object): Promise<{ violations: Barrier[] }> } }).axe.run({ runOnly: tags, resultTypes: ['violations'] })).violations,
      AXE,
    );
    for (const { id, impact, help, nodes } of found) {
      this.complaints.push(`${where}: ${help} (${id}, ${impact})\n${nodes.map(({ target, failureSummary }) => `    ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ')}`).join('\n')}`);
    }
  }
}

/** A phone's scrollbars lie over the page and take no place. */
const scrollbarsOver = (page: Page, over: boolean): Promise<void> =>
  page.evaluate((given) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(given ? 'html { scrollbar-gutter: auto !important; }' : '');
    document.adoptedStyleSheets = [sheet];
  }, over);

/** Fonts there, and two frames drawn since. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((soon) => requestAnimationFrame(() => requestAnimationFrame(soon)));
  });
