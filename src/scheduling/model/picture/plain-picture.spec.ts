import fc from 'fast-check';
import { PICTURES, pngChunk, segment, turned, webpChunk, withParts, type PictureName } from '../../../../test/support/pictures.js';
import { Invalid, Refusal } from '../../../platform/model/refusal.js';
import { MAX_PICTURE_BYTES, plainPicture } from './plain-picture.js';

const names = Object.keys(PICTURES) as PictureName[];
const typeOf = (name: PictureName): string => (name === 'jpeg' || name === 'png' ? `image/${name}` : 'image/webp');
const codeOf = (file: Buffer): string => {
  try {
    plainPicture(file);
    return 'taken';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.mistakes[0]!.code;
  }
};
const SECRET = 'GPS 52.5163 N 13.3777 E, Ada Lovelace';
const secret = Buffer.from(SECRET);

describe('a picture', () => {
  it.each(names)('%s is known by what stands in it, with its size', (name) => {
    expect(plainPicture(PICTURES[name])).toMatchObject({ type: typeOf(name), width: 24, height: 16 });
  });

  it.each(names)('%s keeps its coded picture to the byte, and a second time changes nothing', (name) => {
    const plain = plainPicture(PICTURES[name]);
    expect(plainPicture(plain.bytes)).toEqual(plain);
    // Where there was nothing to leave behind, it is the same file.
    expect(plain.bytes.equals(PICTURES[name])).toBe(true);
  });

  it.each(names)('%s stays as it has to be turned, and tells nothing else of what EXIF told', (name) => {
    for (const order of ['II', 'MM'] as const) {
      for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
        const plain = plainPicture(turned(name, orientation, SECRET, order));
        expect(plain.bytes.includes(secret)).toBe(false);
        expect([plain.width, plain.height]).toEqual(orientation >= 5 ? [16, 24] : [24, 16]);
        // What was kept of it is read as it was written.
        expect(plainPicture(plain.bytes)).toEqual(plain);
        if (orientation === 1) expect(plain.bytes.equals(plainPicture(PICTURES[name]).bytes)).toBe(true);
      }
    }
  });

  it.each([0, 9, 700])('turns nothing by an orientation of %i, which is none', (orientation) => {
    expect(plainPicture(turned('jpeg', orientation)).bytes.equals(PICTURES.jpeg)).toBe(true);
  });

  const text = fc.string({ unit: 'binary', maxLength: 200 }).map((more) => Buffer.from(`${SECRET}${more}`));
  const named = (form: RegExp) => fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: 4, maxLength: 4 }).filter((name) => form.test(name));
  const parts: Record<'jpeg' | 'png' | 'webp', fc.Arbitrary<Buffer>> = {
    jpeg: fc.oneof(
      // EXIF without an orientation, XMP, IPTC, a second picture's place, a comment, a thumbnail, anything private.
      fc.tuple(fc.constantFrom(0xe1, 0xe3, 0xe4, 0xe5, 0xec, 0xed, 0xef, 0xfe), text).map(([marker, body]) => segment(marker, body)),
      fc.tuple(fc.constantFrom('Exif\0\0', 'http://ns.adobe.com/xap/1.0/\0', 'MPF\0', 'JFXX\0'), text).map(([head, body]) => segment(head === 'MPF\0' ? 0xe2 : head === 'JFXX\0' ? 0xe0 : 0xe1, Buffer.concat([Buffer.from(head, 'latin1'), body]))),
    ),
    png: fc.oneof(
      fc.tuple(fc.constantFrom('tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf', 'acTL', 'fdAT', 'vpAg', 'caBX'), text),
      fc.tuple(named(/^[a-z]/).filter((name) => !['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT'].includes(name)), text),
    ).map(([name, body]) => pngChunk(name, body)),
    webp: fc.tuple(fc.oneof(fc.constantFrom('XMP ', 'EXIF', 'ICMT'), named(/^[a-z]/)), text).map(([name, body]) => webpChunk(name, body)),
  };

  it.each(names)('%s loses whatever is written beside it, and nothing of itself', (name) => {
    fc.assert(fc.property(fc.array(parts[name === 'jpeg' || name === 'png' ? name : 'webp'], { maxLength: 5 }), text, (beside, trailing) => {
      expect(plainPicture(withParts(name, beside, trailing)).bytes.equals(PICTURES[name])).toBe(true);
    }), { numRuns: 300 });
  });

  it('loses the thumbnail in a JPEG’s own header', () => {
    const [head, rest] = [PICTURES.jpeg.subarray(6, 18), PICTURES.jpeg.subarray(20)];
    const plain = plainPicture(Buffer.concat([PICTURES.jpeg.subarray(0, 2), segment(0xe0, Buffer.concat([head, Buffer.from([3, 4]), Buffer.alloc(36, secret)])), rest]));
    expect(plain.bytes.equals(PICTURES.jpeg)).toBe(true);
  });
});

describe('what is no picture', () => {
  const broken = (all: Buffer, how: (copy: Buffer) => void): Buffer => {
    const copy = Buffer.from(all);
    how(copy);
    return copy;
  };

  it('is refused, whatever it is called', () => {
    for (const file of ['', 'GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', '<!doctype html><script>alert(1)</script>', 'BM', 'RIFF\0\0\0\0WAVE', '\0\0\0\x1cftypavif', 'x'.repeat(1_000)]) expect([file, codeOf(Buffer.from(file, 'latin1'))]).toEqual([file, 'picture-type']);
  });

  it('is refused where a part of it is missing', () => {
    for (const name of names) {
      for (let length = 12; length < PICTURES[name].length; length += 1) expect([name, length, codeOf(PICTURES[name].subarray(0, length))]).toEqual([name, length, 'picture-broken']);
    }
  });

  it('is refused where it is larger than may be sent, or shown', () => {
    expect(() => plainPicture(Buffer.concat([PICTURES.jpeg, Buffer.alloc(MAX_PICTURE_BYTES)]))).toThrow(expect.objectContaining({ status: 413, code: 'picture-too-large' }));
    // A few bytes that would be gigabytes once unpacked.
    const frame = PICTURES.jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    expect(codeOf(broken(PICTURES.jpeg, (copy) => copy.writeUInt16BE(65_000, frame + 7)))).toBe('picture-too-many-pixels');
    const header = Buffer.from(PICTURES.png.subarray(16, 29));
    header.writeUInt32BE(4_097, 4);
    expect(codeOf(Buffer.concat([PICTURES.png.subarray(0, 8), pngChunk('IHDR', header), PICTURES.png.subarray(33)]))).toBe('picture-too-many-pixels');
  });

  it('is refused where a frame says otherwise than its file', () => {
    expect(codeOf(broken(PICTURES.webp, (copy) => copy.writeUIntLE(9_000, 24, 3)))).toBe('picture-broken');
    expect(codeOf(broken(PICTURES.png, (copy) => (copy[40] = copy[40]! ^ 1)))).toBe('picture-broken');
    expect(codeOf(withParts('png', [pngChunk('NEWS', Buffer.alloc(0))]))).toBe('picture-broken');
  });

  it('is refused where it moves', () => {
    expect(codeOf(withParts('webp', [webpChunk('ANIM', Buffer.alloc(6))]))).toBe('picture-moves');
    expect(codeOf(broken(PICTURES.alpha, (copy) => (copy[20] = copy[20]! | 2)))).toBe('picture-moves');
  });

  /** What a hostile hand does to a file: cuts, swaps, lengths that lie, parts twice or from another file. */
  const change = fc.oneof(
    fc.record({ what: fc.constant('cut' as const), at: fc.nat() }),
    fc.record({ what: fc.constant('byte' as const), at: fc.nat(), value: fc.integer({ min: 0, max: 255 }) }),
    fc.record({ what: fc.constant('length' as const), at: fc.nat(), value: fc.constantFrom(0, 1, 2, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff), wide: fc.boolean() }),
    fc.record({ what: fc.constant('put' as const), at: fc.nat(), bytes: fc.uint8Array({ maxLength: 64 }) }),
    fc.record({ what: fc.constant('twice' as const), at: fc.nat(), length: fc.nat(200) }),
    fc.record({ what: fc.constant('other' as const), at: fc.nat(), name: fc.constantFrom(...names) }),
  );
  type Change = typeof change extends fc.Arbitrary<infer One> ? One : never;
  const changed = (all: Buffer, one: Change): Buffer => {
    const at = one.at % (all.length + 1);
    const [head, rest] = [all.subarray(0, at), all.subarray(at)];
    switch (one.what) {
      case 'cut': return head;
      case 'byte': return Buffer.concat([head, Buffer.from([one.value]), rest.subarray(1)]);
      case 'length': {
        const lie = Buffer.alloc(one.wide ? 4 : 2);
        if (one.wide) lie.writeUInt32BE(one.value);
        else lie.writeUInt16BE(one.value & 0xffff);
        return Buffer.concat([head, lie, rest.subarray(lie.length)]);
      }
      case 'put': return Buffer.concat([head, one.bytes, rest]);
      case 'twice': return Buffer.concat([head, rest.subarray(0, one.length), rest]);
      case 'other': return Buffer.concat([head, PICTURES[one.name].subarray(at)]);
    }
  };

  it.each(names)('a %s changed by a hostile hand is refused, or is read the same once it is written', (name) => {
    let taken = 0;
    fc.assert(fc.property(fc.constantFrom(PICTURES[name], turned(name, 6, SECRET), withParts(name, [], secret)), fc.array(change, { minLength: 1, maxLength: 4 }), (sample, changes) => {
      const file = changes.reduce(changed, sample);
      try {
        const plain = plainPicture(file);
        taken += 1;
        expect(plainPicture(plain.bytes)).toEqual(plain);
        expect(plain.bytes.length).toBeLessThanOrEqual(file.length + 64);
      } catch (error) {
        if (!(error instanceof Invalid)) throw error;
      }
    }), { numRuns: 1_500 });
    // Some changes stand in the coded picture alone, which is not looked into: they were taken, and told apart from refusals.
    expect(taken).toBeGreaterThan(10);
  });

  it('whatever stands behind a signature', () => {
    const signatures = [Buffer.from([0xff, 0xd8, 0xff]), PICTURES.png.subarray(0, 8), PICTURES.webp.subarray(0, 12), PICTURES.png.subarray(0, 33), PICTURES.webp.subarray(0, 30)];
    fc.assert(fc.property(fc.constantFrom(...signatures), fc.uint8Array({ maxLength: 600 }), (signature, bytes) => {
      expect(() => plainPicture(Buffer.concat([signature, bytes]))).toThrow(Invalid);
    }), { numRuns: 1_500 });
  });
});
