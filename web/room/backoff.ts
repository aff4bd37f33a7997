import { CloseCode } from '../../client/protocol.ts';

const FIRST_MS = 500;
const LONGEST_MS = 5_000;

/**
 * How long to wait before the next attempt to reconnect: the first goes at once, later ones double up
 * to five seconds, each spread by chance so that a thousand pages do not knock in the same moment.
 * A restarting server asks for more room, and one that found us too eager for more time.
 */
export function pause(failures: number, code: number, chance: number = Math.random()): number {
  if (failures <= 1 && code === CloseCode.restart) return 300 + 5_700 * chance;
  if (code === CloseCode.tooMany || code === CloseCode.policy || code === CloseCode.tooLarge) return LONGEST_MS * (1 + chance);
  if (failures <= 1) return 0;
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 2));
  return ceiling / 2 + (ceiling / 2) * chance;
}
