import { jest } from '@jest/globals';
import { OpenAfterCountdown } from './open-after-countdown.js';

describe('counting to the opening', () => {
  let counts: OpenAfterCountdown;
  let open: jest.Mock;
  beforeEach(() => {
    jest.useFakeTimers();
    counts = new OpenAfterCountdown({} as never, {} as never);
    open = jest.spyOn(counts as never as { open(): Promise<void> }, 'open').mockResolvedValue(undefined) as never;
  });
  afterEach(() => jest.useRealTimers());

  const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 26, 12, 0, seconds));

  it('counts one once, however often it is seen', () => {
    counts.begin({ id: 'one', opensAt: at(3) });
    jest.advanceTimersByTime(2_000);
    counts.begin({ id: 'one', opensAt: at(3) });
    jest.advanceTimersByTime(1_000);
    expect(open.mock.calls).toEqual([['one', at(3)]]);
  });

  it('counts the whole of one that was stopped and started anew meanwhile, and the former no further', () => {
    counts.begin({ id: 'one', opensAt: at(3) });
    jest.advanceTimersByTime(2_000);
    counts.begin({ id: 'one', opensAt: at(5) });
    jest.advanceTimersByTime(2_900);
    expect(open).not.toHaveBeenCalled();
    jest.advanceTimersByTime(100);
    expect(open.mock.calls).toEqual([['one', at(5)]]);
  });
});
