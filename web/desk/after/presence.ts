import type { Attendee } from './aftermath.ts';

/** So many are in from that moment on. */
export interface Step {
  at: number;
  count: number;
}

/** How many were in the room over time: one step for each change, from the first who came to the last who went. */
export function stepsOf(people: readonly Pick<Attendee, 'stays'>[], until: number): Step[] {
  const changes = people.flatMap(({ stays }) => stays.flatMap(({ cameAt, wentAt }) => [[Date.parse(cameAt), 1], [wentAt ? Date.parse(wentAt) : until, -1]] as const));
  const steps: Step[] = [];
  let count = 0;
  for (const [at, change] of changes.toSorted(([a], [b]) => a - b)) {
    count += change;
    if (steps.at(-1)?.at === at) steps.at(-1)!.count = count;
    else steps.push({ at, count });
  }
  return steps;
}

/** How many were in at that moment. */
export function countAt(steps: readonly Step[], at: number): number {
  return steps.findLast((step) => step.at <= at)?.count ?? 0;
}

export const mostOf = (steps: readonly Step[]): number => Math.max(0, ...steps.map(({ count }) => count));

const MINUTE = 60_000;
const STRIDES = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480].map((minutes) => minutes * MINUTE);

/** Even moments, few enough to be read: the first one is when it began. */
export function momentsOf(from: number, to: number, most = 9): number[] {
  const stride = STRIDES.find((one) => (to - from) / one < most) ?? Math.ceil((to - from) / most);
  const moments: number[] = [];
  for (let at = from; at < to; at += stride) moments.push(at);
  return moments;
}

/** The steps as the corners of an area, in percent of the chart's width and height. */
export function outlineOf(steps: readonly Step[], from: number, to: number, most: number): string {
  const x = (at: number): string => ((Math.min(Math.max(at, from), to) - from) / Math.max(1, to - from) * 100).toFixed(2);
  const y = (count: number): string => (100 - (count / Math.max(1, most)) * 100).toFixed(2);
  const path = steps.map(({ at, count }) => `H${x(at)}V${y(count)}`).join('');
  return `M0 100${path}H100V100Z`;
}
