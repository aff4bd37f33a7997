import { rangeOf } from './send-file.js';

describe('a range of a recording', () => {
  it('is a part, its end, or all after a place', () => {
    expect(rangeOf('bytes=0-99', 1_000)).toEqual({ from: 0, to: 99 });
    expect(rangeOf('bytes=900-', 1_000)).toEqual({ from: 900, to: 999 });
    expect(rangeOf('bytes=-10', 1_000)).toEqual({ from: 990, to: 999 });
    expect(rangeOf('bytes=990-5000', 1_000)).toEqual({ from: 990, to: 999 });
    expect(rangeOf('bytes=-5000', 1_000)).toEqual({ from: 0, to: 999 });
  });

  it('that is none, or several, is the whole; one that lies outside is refused', () => {
    for (const header of [undefined, '', 'bytes=-', 'lines=1-2', 'bytes=0-1,5-6', 'bytes=9-3']) expect(rangeOf(header, 1_000)).toBeNull();
    for (const header of ['bytes=1000-', 'bytes=2000-3000', 'bytes=-0']) expect(rangeOf(header, 1_000)).toBe('none');
  });
});
