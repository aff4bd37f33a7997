import { createCipheriv, createECDH, createHash, createHmac, randomBytes, sign, type ECDH } from 'node:crypto';
import type { Certificate } from './certificate.ts';

/**
 * The client's side of one DTLS 1.2 handshake (RFC 6347), with ECDHE on P-256 and AES-128-GCM: enough to be let in by a
 * media gateway. It proves who it is and believes the other; what it carries afterwards is SRTP, so it reads nothing more.
 */
const VERSION = 0xfefd;
const Content = { changeCipherSpec: 20, handshake: 22 } as const;
const Step = { clientHello: 1, serverHello: 2, certificate: 11, serverKeyExchange: 12, serverHelloDone: 14, certificateVerify: 15, clientKeyExchange: 16, finished: 20 } as const;
const AGAIN_MS = 1_000;

export const isDtls = (packet: Buffer): boolean => packet[0]! >= 20 && packet[0]! <= 63;

/** What both sides' SRTP is made of. */
export interface Keying {
  readonly client: { readonly key: Buffer; readonly salt: Buffer };
  readonly server: { readonly key: Buffer; readonly salt: Buffer };
}

export class DtlsClient {
  private readonly certificate: Certificate;
  private readonly send: (packet: Buffer) => void;
  private readonly connected: (keying: Keying) => void;
  private readonly random = randomBytes(32);
  private readonly ecdh: ECDH = createECDH('prime256v1');
  private serverRandom: Buffer = Buffer.alloc(0);
  private serverPoint: Buffer = Buffer.alloc(0);
  /** All that both said, in order, as it would be in one piece. */
  private readonly transcript: Buffer[] = [];
  private readonly pieces = new Map<number, Buffer[]>();
  private expected = 0;
  private said = 0;
  private readonly records = [0, 0];
  /** What was said last, to be said again where nobody answers. */
  private flight: (() => Buffer)[] = [];
  private timer?: NodeJS.Timeout;
  private keying?: Keying;
  private over = false;

  constructor(certificate: Certificate, send: (packet: Buffer) => void, connected: (keying: Keying) => void) {
    [this.certificate, this.send, this.connected] = [certificate, send, connected];
    this.ecdh.generateKeys();
  }

  begin(): void {
    const extensions = Buffer.from([
      '000a00040002' + '0017', // P-256
      '000b00020100', // points in full
      '000d000600040403' + '0401', // signatures
      '000e000500020001' + '00', // SRTP_AES128_CM_HMAC_SHA1_80
      'ff01000100',
    ].join(''), 'hex');
    const body = Buffer.concat([u16(VERSION), this.random, Buffer.from([0, 0]), u16(4), Buffer.from('c02bc02f', 'hex'), Buffer.from([1, 0]), u16(extensions.length), extensions]);
    const hello = this.handshake(Step.clientHello, body);
    this.fly([() => this.record(Content.handshake, 0, hello)]);
  }

  stop(): void {
    this.over = true;
    clearTimeout(this.timer);
  }

  take(packet: Buffer): void {
    for (let at = 0; at + 13 <= packet.length; ) {
      const [type, epoch, length] = [packet[at]!, packet.readUInt16BE(at + 3), packet.readUInt16BE(at + 11)];
      const content = packet.subarray(at + 13, at + 13 + length);
      at += 13 + length;
      if (this.over || type !== Content.handshake) continue;
      if (epoch === 0) this.hear(content);
      else if (this.keying) { // encrypted with the new keys: the other has finished
        this.stop();
        this.connected(this.keying);
      }
    }
  }

  private hear(content: Buffer): void {
    for (let at = 0; at + 12 <= content.length; ) {
      const head = { type: content[at]!, length: content.readUIntBE(at + 1, 3), number: content.readUInt16BE(at + 4), from: content.readUIntBE(at + 6, 3), size: content.readUIntBE(at + 9, 3) };
      const piece = content.subarray(at + 12, at + 12 + head.size);
      at += 12 + head.size;
      if (head.number < this.expected) continue; // said again
      const pieces = this.pieces.get(head.number) ?? [Buffer.from([head.type]), Buffer.alloc(head.length), Buffer.alloc(head.length)];
      this.pieces.set(head.number, pieces);
      piece.copy(pieces[1]!, head.from);
      pieces[2]!.fill(1, head.from, head.from + head.size);
    }
    for (let next = this.pieces.get(this.expected); next?.[2]!.every((one) => one === 1); next = this.pieces.get(this.expected)) {
      this.pieces.delete(this.expected);
      this.transcript.push(inOnePiece(next[0]![0]!, this.expected, next[1]!));
      this.expected++;
      this.step(next[0]![0]!, next[1]!);
    }
  }

  private step(type: number, body: Buffer): void {
    if (type === Step.serverHello) this.serverRandom = body.subarray(2, 34);
    if (type === Step.serverKeyExchange) this.serverPoint = body.subarray(4, 4 + body[3]!);
    if (type === Step.serverHelloDone) this.finish();
  }

  private finish(): void {
    const { der, key } = this.certificate;
    const certificate = this.handshake(Step.certificate, Buffer.concat([u24(der.length + 3), u24(der.length), der]));
    const point = this.ecdh.getPublicKey();
    const exchange = this.handshake(Step.clientKeyExchange, Buffer.concat([Buffer.from([point.length]), point]));
    const signature = sign('sha256', Buffer.concat(this.transcript), key);
    const verify = this.handshake(Step.certificateVerify, Buffer.concat([Buffer.from('0403', 'hex'), u16(signature.length), signature]));

    const randoms = Buffer.concat([this.random, this.serverRandom]);
    const master = prf(this.ecdh.computeSecret(this.serverPoint), 'master secret', randoms, 48);
    const block = prf(master, 'key expansion', Buffer.concat([this.serverRandom, this.random]), 40);
    const srtp = prf(master, 'EXTRACTOR-dtls_srtp', randoms, 60);
    this.keying = { client: { key: srtp.subarray(0, 16), salt: srtp.subarray(32, 46) }, server: { key: srtp.subarray(16, 32), salt: srtp.subarray(46, 60) } };
    const heard = createHash('sha256').update(Buffer.concat(this.transcript)).digest();
    const finished = this.handshake(Step.finished, prf(master, 'client finished', heard, 12));
    this.fly([
      ...[certificate, exchange, verify].map((one) => () => this.record(Content.handshake, 0, one)),
      () => this.record(Content.changeCipherSpec, 0, Buffer.from([1])),
      () => this.record(Content.handshake, 1, finished, { key: block.subarray(0, 16), salt: block.subarray(32, 36) }),
    ]);
  }

  private fly(flight: (() => Buffer)[]): void {
    this.flight = flight;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fly(this.flight), AGAIN_MS);
    this.send(Buffer.concat(flight.map((record) => record())));
  }

  private handshake(type: number, body: Buffer): Buffer {
    const whole = inOnePiece(type, this.said++, body);
    this.transcript.push(whole);
    return whole;
  }

  private record(type: number, epoch: number, content: Buffer, keys?: { key: Buffer; salt: Buffer }): Buffer {
    const number = Buffer.alloc(8);
    number.writeUInt16BE(epoch, 0);
    number.writeUIntBE(this.records[epoch]!++, 2, 6);
    const kind = Buffer.concat([Buffer.from([type]), u16(VERSION)]);
    if (!keys) return Buffer.concat([kind, number, u16(content.length), content]);
    const cipher = createCipheriv('aes-128-gcm', keys.key, Buffer.concat([keys.salt, number]));
    cipher.setAAD(Buffer.concat([number, kind, u16(content.length)]));
    const sealed = Buffer.concat([number, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
    return Buffer.concat([kind, number, u16(sealed.length), sealed]);
  }
}

function inOnePiece(type: number, number: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([type]), u24(body.length), u16(number), u24(0), u24(body.length), body]);
}

function u16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff]);
}

function u24(value: number): Buffer {
  return Buffer.from([value >> 16, (value >> 8) & 0xff, value & 0xff]);
}

function prf(secret: Buffer, label: string, seed: Buffer, length: number): Buffer {
  const hmac = (...data: Buffer[]) => createHmac('sha256', secret).update(Buffer.concat(data)).digest();
  const named = Buffer.concat([Buffer.from(label), seed]);
  const blocks: Buffer[] = [];
  for (let a = hmac(named); blocks.length * 32 < length; a = hmac(a)) blocks.push(hmac(a, named));
  return Buffer.concat(blocks).subarray(0, length);
}
