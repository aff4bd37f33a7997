import { Invalid } from '../../../platform/model/refusal.js';

export const broken = (): Invalid => Invalid.at('/image', 'picture-broken', 'This file cannot be read as a picture: it is damaged, or only a part of it has arrived.');

/** What is read from a file that a stranger wrote: asked for beyond its end, it is refused and not thrown at anybody. */
export class Bytes {
  constructor(readonly all: Buffer) {}

  get length(): number {
    return this.all.length;
  }

  /** @throws Invalid where there are not so many */
  part(from: number, length: number): Buffer {
    if (from < 0 || length < 0 || from + length > this.all.length) throw broken();
    return this.all.subarray(from, from + length);
  }

  byte(at: number): number {
    return this.part(at, 1)[0]!;
  }

  big16(at: number): number {
    return this.part(at, 2).readUInt16BE();
  }

  big32(at: number): number {
    return this.part(at, 4).readUInt32BE();
  }

  little24(at: number): number {
    return this.part(at, 3).readUIntLE(0, 3);
  }

  little32(at: number): number {
    return this.part(at, 4).readUInt32LE();
  }

  has(at: number, text: string): boolean {
    return this.all.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));
  }
}
