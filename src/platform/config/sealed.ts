import { createCipheriv, createDecipheriv, createHash, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';

/**
 * What must be repeated later but never lie open in the database: join links. AES-256-GCM under a key
 * derived from the server's secret (HKDF-SHA-256); stored as base64 of nonce, tag and ciphertext.
 */
export class Sealer {
  private readonly key: KeyObject;

  constructor(secret: string) {
    this.key = keyOf(secret, 'join-links');
  }

  seal(plain: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
  }

  /** @throws when it was sealed under another secret, or altered. */
  open(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }
}

/** A key for one purpose, out of the server's secret. As bytes it would be made ready anew with each use, which costs more than the use. */
export const keyOf = (secret: string, purpose: string): KeyObject => createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'foyer', purpose, 32)));

/** A fresh secret for a link, a ticket or a cookie: 20 random bytes, base64url (27 characters). */
export const newToken = (): string => randomBytes(20).toString('base64url');

/** What is stored of a secret that is only ever compared: SHA-256, hex. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
