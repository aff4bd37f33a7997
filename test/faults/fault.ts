/** What a fault came to, as `npm run faults` prints it. */
export interface Verdict {
  readonly tried: number;
  readonly acknowledged: number;
  /** Acknowledged, and not there in the end. */
  readonly lost: number;
  /** There more often than it was acknowledged. */
  readonly doubled: number;
  /** The longest. */
  readonly recoverySeconds: number;
  readonly goal: object;
  readonly met: boolean;
  /** What else was seen. */
  readonly counts?: object;
}

export interface Options {
  /** The short form: each thing once, outages of seconds. */
  readonly short: boolean;
  /** Runs at each point where the product is killed. */
  readonly runs: number;
  /** Mails that fall due for two instances at once. */
  readonly due: number;
  /** A folder for the CPU profiles of the product, where somebody wants to know what holds it: `network` alone. */
  readonly profile?: string | undefined;
}

export type Say = (line: string) => void;
export type Fault = (options: Options, say: Say) => Promise<Verdict>;

export const sleep = (ms: number): Promise<void> => new Promise((next) => setTimeout(next, ms));

export const seconds = (ms: number): number => Math.round(ms / 100) / 10;

/** Several that belong together, as one. */
export function together(all: readonly Verdict[], goal: object): Verdict {
  const sum = (of: 'tried' | 'acknowledged' | 'lost' | 'doubled'): number => all.reduce((total, one) => total + one[of], 0);
  return {
    tried: sum('tried'), acknowledged: sum('acknowledged'), lost: sum('lost'), doubled: sum('doubled'),
    recoverySeconds: Math.max(...all.map((one) => one.recoverySeconds)), goal, met: all.every(({ met }) => met),
  };
}
