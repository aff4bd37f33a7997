import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A key and a certificate that it signs itself, as WebRTC wants one: the other side compares its fingerprint alone. */
export interface Certificate {
  readonly der: Buffer;
  readonly key: KeyObject;
  /** As in SDP: SHA-256, in pairs. */
  readonly fingerprint: string;
}

const ECDSA_WITH_SHA256 = Buffer.from('300a06082a8648ce3d040302', 'hex');

export function selfSigned(): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const name = der(0x30, der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('bench')))));
  const time = (year: number) => der(0x17, Buffer.from(`${String(year).slice(2)}0101000000Z`));
  const year = new Date().getUTCFullYear();
  const body = der(0x30,
    Buffer.from('a003020102', 'hex'), // version 3
    Buffer.from('020101', 'hex'), // the first and only one
    ECDSA_WITH_SHA256, name, der(0x30, time(year - 1), time(year + 2)), name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const whole = der(0x30, body, ECDSA_WITH_SHA256, der(0x03, Buffer.from([0]), sign('sha256', body, privateKey)));
  const fingerprint = createHash('sha256').update(whole).digest('hex').toUpperCase().match(/../g)!.join(':');
  return { der: whole, key: privateKey, fingerprint };
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}
