const MINUTE = 60;
/** Seconds between one try and the next, after an answer that says *later*. The last one repeats. */
const WAITS = [15, MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE];

/** @param attempts how many tries the mail has had, the last one included */
export const secondsUntilNextTry = (attempts: number): number => WAITS[Math.min(attempts, WAITS.length) - 1] ?? WAITS[0]!;
