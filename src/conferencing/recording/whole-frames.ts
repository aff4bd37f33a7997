import { open, type FileHandle } from 'node:fs/promises';
import { readPacket, type Packet } from './rtp-packet.js';

/** Packets are put in order, and what was lost is waited for, within so many: some seconds of a large picture. */
const WAITED_FOR = 512;
const AT_ONCE = 1 << 20;
/** `MJR00002` or `MEET` and the time (ms, 4 bytes), and then the length of what follows. */
const OPENING = 10;

/**
 * Of the packets of one VP8 stream those that somebody can see: whole frames, each with all that it builds upon. On the
 * way to the gateway packets are lost, come late or twice, and a recording begins and ends in the middle of a frame.
 * Who looks live asks for a new key frame and goes on; a player gives up at the first frame that has a hole in it.
 */
export class WholeFrames {
  private readonly waiting = new Map<number, Packet>();
  private ssrc: number | null = null;
  private highest = 0;
  private next = 0;
  private frame: Packet[] | null = null;
  /** Something is missing: nothing can be seen until a frame that builds upon none before it. */
  private torn = true;

  /** Takes the packet in, and gives those that are sure by now, in order. */
  take(packet: Packet): Packet[] {
    if (this.ssrc === null) {
      this.ssrc = packet.ssrc;
      this.highest = packet.sequence;
      this.next = packet.sequence - WAITED_FOR; // of what comes late, some may belong before the first
    }
    if (packet.ssrc !== this.ssrc) return [];
    // Numbers have 16 bits: the nearest to the highest so far is meant.
    const number = this.highest + (((packet.sequence - this.highest) << 16) >> 16);
    if (number < this.next) return [];
    this.waiting.set(number, packet);
    this.highest = Math.max(this.highest, number);
    return this.upTo(this.highest - WAITED_FOR);
  }

  /** What is left when nothing more comes. */
  end(): Packet[] {
    return this.upTo(this.highest);
  }

  private upTo(last: number): Packet[] {
    const sure: Packet[] = [];
    for (; this.next <= last; this.next++) {
      const packet = this.waiting.get(this.next);
      this.waiting.delete(this.next);
      if (packet?.isPadding) continue;
      if (!packet) this.tear();
      else sure.push(...this.add(packet));
    }
    return sure;
  }

  private add(packet: Packet): Packet[] {
    if (packet.begins) {
      const before = this.finish(); // next to it in number, and without a mark at its end: it was whole, too
      this.frame = [packet];
      return packet.isLast ? [...before, ...this.finish()] : before;
    }
    if (!this.frame) this.tear();
    this.frame?.push(packet);
    return packet.isLast ? this.finish() : [];
  }

  private finish(): Packet[] {
    const { frame } = this;
    this.frame = null;
    if (frame?.[0]?.isKey) this.torn = false;
    return frame && !this.torn ? frame : [];
  }

  private tear(): void {
    this.frame = null;
    this.torn = true;
  }
}

/**
 * Writes what can be seen of a piece of VP8 into another one.
 *
 * @returns how long after the piece's beginning it begins (ms); null where nothing can be seen.
 */
export async function onlyWholeFrames(piece: string, to: string): Promise<number | null> {
  const frames = new WholeFrames();
  const [from, into] = await Promise.all([open(piece), open(to, 'w')]);
  let beginsAt: number | null = null;
  const write = async (sure: readonly Packet[]): Promise<void> => {
    if (sure.length === 0) return;
    beginsAt ??= sure[0]!.arrivedAt;
    await into.write(Buffer.concat(sure.map(({ record }) => record)));
  };
  try {
    for await (const records of recordsOf(from)) {
      const heads = records.filter((record) => !isPacket(record));
      if (heads.length > 0) await into.write(Buffer.concat(heads));
      await write(records.filter(isPacket).flatMap((record) => {
        const packet = readPacket(record);
        return packet ? frames.take(packet) : [];
      }));
    }
    await write(frames.end());
    return beginsAt;
  } finally {
    await Promise.all([from.close(), into.close()]);
  }
}

const isPacket = (record: Buffer): boolean => record.toString('latin1', 0, 4) === 'MEET';

/** All records of a piece, so many at a time as were read; one that was cut off at the end is left out. */
async function* recordsOf(file: FileHandle): AsyncGenerator<Buffer[]> {
  let rest = Buffer.alloc(0);
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(AT_ONCE), 0, AT_ONCE);
    if (bytesRead === 0) return;
    rest = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
    const records: Buffer[] = [];
    let at = 0;
    for (let length = lengthAt(rest, at); length !== null; length = lengthAt(rest, at)) {
      records.push(rest.subarray(at, at + length));
      at += length;
    }
    rest = rest.subarray(at);
    yield records;
  }
}

/** Of the record that begins there; null where not all of it has been read. */
function lengthAt(bytes: Buffer, at: number): number | null {
  if (at + OPENING > bytes.length) return null;
  const length = OPENING + bytes.readUInt16BE(at + OPENING - 2);
  return at + length <= bytes.length ? length : null;
}
