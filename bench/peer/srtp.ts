import { createCipheriv, createHmac } from 'node:crypto';

/** Encrypts what one peer sends: SRTP_AES128_CM_HMAC_SHA1_80 (RFC 3711). */
export class SrtpSender {
  private readonly key: Buffer;
  private readonly salt: Buffer;
  private readonly authentication: Buffer;
  /** By SSRC: how often its 16 bits of a number went round, and the last one. */
  private readonly rounds = new Map<number, { rounds: number; last: number }>();

  constructor({ key, salt }: { readonly key: Buffer; readonly salt: Buffer }) {
    const derived = (label: number, length: number): Buffer => {
      const start = Buffer.concat([salt, Buffer.alloc(2)]);
      start[7]! ^= label;
      return createCipheriv('aes-128-ctr', key, start).update(Buffer.alloc(length));
    };
    [this.key, this.authentication, this.salt] = [derived(0, 16), derived(1, 20), derived(2, 14)];
  }

  /** @param packet RTP with the header of 12 bytes */
  sealed(packet: Buffer): Buffer {
    const [number, ssrc] = [packet.readUInt16BE(2), packet.readUInt32BE(8)];
    const known = this.rounds.get(ssrc) ?? { rounds: 0, last: number };
    if (number < known.last) known.rounds++;
    known.last = number;
    this.rounds.set(ssrc, known);

    const start = Buffer.concat([this.salt, Buffer.alloc(2)]);
    start.writeUInt32BE((start.readUInt32BE(4) ^ ssrc) >>> 0, 4);
    start.writeUInt32BE((start.readUInt32BE(8) ^ known.rounds) >>> 0, 8);
    start.writeUInt16BE(start.readUInt16BE(12) ^ number, 12);
    const whole = Buffer.concat([packet.subarray(0, 12), createCipheriv('aes-128-ctr', this.key, start).update(packet.subarray(12))]);
    const rounds = Buffer.alloc(4);
    rounds.writeUInt32BE(known.rounds);
    return Buffer.concat([whole, createHmac('sha1', this.authentication).update(whole).update(rounds).digest().subarray(0, 10)]);
  }
}
