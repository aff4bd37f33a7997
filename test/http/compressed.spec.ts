import { wayFor } from '../../src/platform/http/compressed.js';

const asked = (encoding?: string) => wayFor({ headers: encoding === undefined ? {} : { 'accept-encoding': encoding } });

describe('a page or a file, over the wire', () => {
  it('is compressed as the browser takes it, the smaller way first', () => {
    expect(asked('gzip, deflate, br, zstd')).toBe('br');
    expect(asked('gzip, deflate')).toBe('gzip');
  });

  it('is sent as it is to who takes nothing else, or says no', () => {
    expect(asked()).toBeNull();
    expect(asked('identity')).toBeNull();
    expect(asked('br;q=0, gzip;q=0')).toBeNull();
    expect(asked('br;q=0, gzip')).toBe('gzip');
  });
});
