import type { Looked } from '../../../client/protocol.ts';
import { Seen, stepFor } from './seen.ts';

type Entry = { target: Element; isIntersecting: boolean; intersectionRect: { height: number } };

/** A page, as far as what is in sight is concerned. */
function page() {
  let told: (entries: Entry[]) => void = () => {};
  let turned = () => {};
  const document = { visibilityState: 'visible', addEventListener: (_: string, hear: () => void) => (turned = hear), removeEventListener: () => {} };
  class Watcher {
    constructor(hear: (entries: Entry[]) => void) {
      told = hear;
    }
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  Object.assign(globalThis, { document, window: { devicePixelRatio: 1 }, IntersectionObserver: Watcher, ResizeObserver: class extends Watcher { constructor() { super(told); } } });
  const said: Looked[][] = [];
  const seen = new Seen((at) => said.push(at));
  return {
    seen, said,
    tile: (height: number) => ({ clientHeight: height }) as Element,
    shows: (target: Element, isIntersecting = true, height = 50) => told([{ target, isIntersecting, intersectionRect: { height: isIntersecting ? height : 0 } }]),
    turns: (state: string) => {
      document.visibilityState = state;
      turned();
    },
  };
}

const until = async (what: () => boolean) => {
  for (const end = Date.now() + 10_000; !what(); ) {
    if (Date.now() > end) throw new Error('It was never said.');
    await new Promise((soon) => setTimeout(soon, 10));
  }
};

describe('what is in sight', () => {
  afterEach(() => {
    for (const name of ['document', 'window', 'IntersectionObserver', 'ResizeObserver']) delete (globalThis as Record<string, unknown>)[name];
  });

  it('is asked for in the next larger of a few heights', () => expect([50, 120, 195, 360, 500, 5000].map(stepFor)).toEqual([90, 180, 180, 360, 720, 1080]));

  it('is said when it comes into sight and when it goes, and once', async () => {
    const { seen, said, tile, shows } = page();
    const [ada, ben] = [tile(220), tile(90)];
    seen.watch(ada, 'ada', 'camera');
    seen.watch(ben, 'ben', 'screen');
    shows(ada);
    shows(ben);
    await until(() => said.length === 1);
    expect(said[0]).toEqual([{ seatId: 'ada', height: 360 }, { seatId: 'ben', height: 90, screen: true }]);
    shows(ben);
    shows(ada, true, 0); // behind a panel that leaves the stage no height
    await until(() => said.length === 2);
    expect(said[1]).toEqual([{ seatId: 'ben', height: 90, screen: true }]);
    seen.stop();
  });

  it('is nothing behind another tab, but for what the small window shows', async () => {
    const { seen, said, tile, shows, turns } = page();
    const ada = tile(700);
    seen.watch(ada, 'ada', 'camera');
    shows(ada);
    await until(() => said.length === 1);
    turns('hidden');
    await until(() => said.length === 2);
    expect(said[1]).toEqual([]);
    const unpin = seen.pin('ben', 'camera', 360);
    await until(() => said.length === 3);
    expect(said[2]).toEqual([{ seatId: 'ben', height: 360 }]);
    unpin();
    turns('visible');
    await until(() => said.length === 4);
    expect(said[3]).toEqual([{ seatId: 'ada', height: 720 }]);
    seen.stop();
  });

  it('is said again when the server may have forgotten it', async () => {
    const { seen, said, tile, shows } = page();
    const ada = tile(90);
    seen.watch(ada, 'ada', 'camera');
    shows(ada);
    await until(() => said.length === 1);
    seen.again();
    await until(() => said.length === 2);
    expect(said[1]).toEqual(said[0]);
    seen.stop();
  });
});
