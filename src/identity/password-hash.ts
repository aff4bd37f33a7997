import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';

/** What OWASP asks of argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** The PHC string, so that what is stored says itself how it was made, and a later cost can live beside an earlier one. */
const STORED = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

const derive = (parameters: Argon2Parameters): Promise<Buffer> =>
  new Promise((resolve, reject) => argon2('argon2id', parameters, (error, key) => (error ? reject(error) : resolve(key))));

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** One password typed on two keyboards may arrive composed or decomposed; both are the same password. */
const octets = (password: string): Buffer => Buffer.from(password.normalize('NFKC'), 'utf8');

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive({ message: octets(password), nonce: salt, tagLength: HASH_BYTES, ...COST });
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(salt)}$${base64(key)}`;
}

/** Compares in constant time; what cannot be read as a hash of ours fits no password. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  const parts = STORED.exec(stored);
  if (!parts) return false;
  const [, memory, passes, parallelism, salt = '', hash = ''] = parts;
  const expected = Buffer.from(hash, 'base64');
  const actual = await derive({
    message: octets(password),
    nonce: Buffer.from(salt, 'base64'),
    tagLength: expected.length,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  });
  return timingSafeEqual(actual, expected);
}
