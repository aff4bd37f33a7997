import { Injectable } from '@nestjs/common';
import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** 16 MiB and some 40 ms: short words, guessed over the network alone, with a limit on wrong ones. */
const COST = { N: 16_384, r: 8, p: 1 };
const STORED = /^scrypt\$([A-Za-z0-9_-]{22})\$([A-Za-z0-9_-]{43})$/;
const MOST_REMEMBERED = 500;

const derive = (passcode: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => scrypt(passcode.normalize('NFKC').trim(), salt, 32, COST, (error, key) => (error ? reject(error) : resolve(key))));

export async function hashPasscode(passcode: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64url')}$${(await derive(passcode, salt)).toString('base64url')}`;
}

/** Compares in constant time. A right one is remembered, keyed: a thousand people type the same word in the same minute. */
@Injectable()
export class Passcodes {
  private readonly key = randomBytes(32);
  private readonly right = new Map<string, Buffer>();

  async fits(stored: string, passcode: string): Promise<boolean> {
    const digest = createHmac('sha256', this.key).update(`${stored}\n${passcode}`).digest();
    const known = this.right.get(stored);
    if (known && timingSafeEqual(known, digest)) return true;
    const [, salt, hash] = STORED.exec(stored) ?? [];
    if (!salt || !hash || !timingSafeEqual(await derive(passcode, Buffer.from(salt, 'base64url')), Buffer.from(hash, 'base64url'))) return false;
    if (this.right.size >= MOST_REMEMBERED) this.right.clear();
    this.right.set(stored, digest);
    return true;
  }
}
