import { Breaker } from './breaker.js';

describe('the breaker before the mail server', () => {
  it('stays closed through four faults, and an answer makes it forget them', () => {
    const breaker = new Breaker();
    for (let fault = 0; fault < 4; fault++) breaker.fault(0);
    expect(breaker.lets(8, 0)).toBe(8);
    breaker.answered();
    for (let fault = 0; fault < 4; fault++) breaker.fault(0);
    expect(breaker.lets(8, 0)).toBe(8);
  });

  it('opens after five in a row and lets one mail through every 30 seconds', () => {
    const breaker = new Breaker();
    for (let fault = 0; fault < 5; fault++) breaker.fault(1_000);
    expect(breaker.lets(8, 30_999)).toBe(0);
    expect(breaker.lets(8, 31_000)).toBe(1);
    breaker.fault(31_000);
    expect(breaker.lets(8, 60_999)).toBe(0);
    expect(breaker.lets(8, 61_000)).toBe(1);
    expect(breaker.lets(0, 61_000)).toBe(0); // nor more than there is room for
    expect(breaker.open).toBe(true);
    breaker.answered();
    expect([breaker.open, breaker.lets(8, 61_001)]).toEqual([false, 8]);
  });
});
