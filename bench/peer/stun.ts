import { createHmac } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** As much of STUN (RFC 8489) as ICE between two programs of one machine needs. */
const COOKIE = 0x2112a442;
const REQUEST = 0x0001;
const SUCCESS = 0x0101;

export const isStun = (packet: Buffer): boolean => packet.length >= 20 && packet[0]! < 2 && packet.readUInt32BE(4) === COOKIE;
export const isRequest = (packet: Buffer): boolean => packet.readUInt16BE(0) === REQUEST;

/** The answer to a check: from where it came, signed with one's own password. */
export function answered(request: Buffer, from: { address: string; port: number }, password: string): Buffer {
  const mapped = Buffer.alloc(8);
  mapped.writeUInt8(1, 1);
  mapped.writeUInt16BE(from.port ^ (COOKIE >>> 16), 2);
  const address = from.address.split('.').reduce((whole, byte) => whole * 256 + Number(byte), 0);
  mapped.writeUInt32BE((address ^ COOKIE) >>> 0, 4);
  return message(SUCCESS, request.subarray(8, 20), [attribute(0x0020, mapped)], password);
}

/** A check of the side that decides, which takes this way at once. */
export function check(transaction: Buffer, userName: string, password: string): Buffer {
  const priority = Buffer.alloc(4);
  priority.writeUInt32BE(1_853_824_767);
  return message(REQUEST, transaction, [attribute(0x0006, Buffer.from(userName)), attribute(0x0024, priority), attribute(0x802a, Buffer.alloc(8, 0xff)), attribute(0x0025, Buffer.alloc(0))], password);
}

function message(type: number, transaction: Buffer, attributes: readonly Buffer[], password: string): Buffer {
  const body = Buffer.concat(attributes);
  const header = (length: number): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt16BE(type, 0);
    head.writeUInt16BE(length, 2);
    head.writeUInt32BE(COOKIE, 4);
    return Buffer.concat([head, transaction]);
  };
  const integrity = createHmac('sha1', password).update(Buffer.concat([header(body.length + 24), body])).digest();
  const signed = Buffer.concat([header(body.length + 32), body, attribute(0x0008, integrity)]);
  const fingerprint = Buffer.alloc(4);
  fingerprint.writeUInt32BE((crc32(signed) ^ 0x5354554e) >>> 0);
  return Buffer.concat([signed, attribute(0x8028, fingerprint)]);
}

function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}
