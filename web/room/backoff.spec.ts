import { CloseCode } from '../../client/protocol.ts';
import { pause } from './backoff.ts';

describe('coming back after a loss', () => {
  it('is tried at once the first time', () => {
    expect(pause(1, 1006, 0.9)).toBe(0);
  });

  it('is tried less and less often, but at least every five seconds', () => {
    const pauses = [2, 3, 4, 5, 6, 20].map((failures) => pause(failures, 1006, 1));
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  });

  it('is spread by chance over half of each pause', () => {
    expect([pause(6, 1006, 0), pause(6, 1006, 1)]).toEqual([2_500, 5_000]);
  });

  it('leaves a restarting server a moment, and is done within ten seconds', () => {
    expect(pause(1, CloseCode.restart, 0)).toBeGreaterThan(0);
    expect(pause(1, CloseCode.restart, 1)).toBeLessThan(10_000);
  });

  it('does not hurry back to a server that found it too eager', () => {
    for (const code of [CloseCode.tooMany, CloseCode.policy, CloseCode.tooLarge]) expect(pause(1, code, 0)).toBe(5_000);
  });
});
