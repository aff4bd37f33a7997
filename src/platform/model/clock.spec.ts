import { SystemClock } from './clock.js';

describe('the clock of the system', () => {
  it('tells the time of day', () => {
    const before = Date.now();
    const told = new SystemClock().now().getTime();
    expect(told).toBeGreaterThanOrEqual(before);
    expect(told).toBeLessThanOrEqual(Date.now());
  });
});
