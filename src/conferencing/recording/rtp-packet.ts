/** As much of a packet of VP8 (RFC 3550, RFC 7741) as decides whether it can be seen. */
export interface Packet {
  /** As it stands in the piece. */
  readonly record: Buffer;
  /** When it came, since the piece began (ms). */
  readonly arrivedAt: number;
  readonly ssrc: number;
  readonly sequence: number;
  /** Carries nothing: sent to find out what the network can take, with a number of its own. */
  readonly isPadding: boolean;
  /** The first of its frame, and whether that frame can be seen without any other. */
  readonly begins: boolean;
  readonly isKey: boolean;
  /** The last of its frame. */
  readonly isLast: boolean;
}

/** `MEET`, the time, the length. */
const OPENING = 10;
const HEADER = 12;

/** A record of a piece; null where it is no packet that anybody could read. */
export function readPacket(record: Buffer): Packet | null {
  const rtp = record.subarray(OPENING);
  if (rtp.length < HEADER || rtp[0]! >> 6 !== 2) return null;
  const payload = payloadOf(rtp);
  if (!payload) return null;
  const frame = payload.length > 0 ? frameIn(payload) : null;
  return {
    record,
    arrivedAt: record.readUInt32BE(4),
    ssrc: rtp.readUInt32BE(8),
    sequence: rtp.readUInt16BE(2),
    isPadding: payload.length === 0,
    begins: frame !== null,
    isKey: frame?.isKey ?? false,
    isLast: (rtp[1]! & 0x80) !== 0,
  };
}

function payloadOf(rtp: Buffer): Buffer | null {
  const [first = 0] = rtp;
  let from = HEADER + 4 * (first & 0x0f);
  if (first & 0x10) {
    if (from + 4 > rtp.length) return null;
    from += 4 + 4 * rtp.readUInt16BE(from + 2);
  }
  const to = rtp.length - (first & 0x20 ? rtp.at(-1)! : 0);
  return from <= to ? rtp.subarray(from, to) : null;
}

/** What the payload says of the frame that it begins; null where it goes on with one. */
function frameIn(payload: Buffer): { isKey: boolean } | null {
  const [first = 0, extension = 0, picture = 0] = payload;
  if ((first & 0x17) !== 0x10) return null;
  let at = 1;
  if (first & 0x80) {
    at += 1;
    if (extension & 0x80) at += picture & 0x80 ? 2 : 1;
    if (extension & 0x40) at += 1;
    if (extension & 0x30) at += 1;
  }
  return { isKey: at < payload.length && (payload[at]! & 1) === 0 };
}
