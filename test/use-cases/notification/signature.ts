import { createHash, createPublicKey, verify } from 'node:crypto';

/** Checks a DKIM signature (RFC 6376, relaxed/relaxed, rsa-sha256) as a receiver would, by hand: not with the library that signs. */
export function verifySignature(raw: Buffer, publicKeyPem: string): { valid: boolean; bodyIntact: boolean; domain: string; selector: string; headers: string[] } {
  const text = raw.toString('latin1');
  const split = text.indexOf('\r\n\r\n');
  const fields = text.slice(0, split).split(/\r\n(?![ \t])/).map((line) => ({ name: line.slice(0, line.indexOf(':')).toLowerCase(), line }));
  const signature = fields.find(({ name }) => name === 'dkim-signature');
  if (!signature) throw new Error('It is not signed.');
  const tags = new Map(unfolded(signature.line.slice(signature.line.indexOf(':') + 1)).split(';').filter((tag) => tag.includes('=')).map((tag): [string, string] => {
    const equals = tag.indexOf('=');
    return [tag.slice(0, equals).trim(), tag.slice(equals + 1).trim()];
  }));
  if (tags.get('c') !== 'relaxed/relaxed' || tags.get('a') !== 'rsa-sha256') throw new Error(`Not expected: ${tags.get('c')} ${tags.get('a')}`);
  const body = text.slice(split + 4).replace(/[ \t]+(?=\r\n)/g, '').replace(/[ \t]+/g, ' ').replace(/(?:\r\n)*$/, '\r\n');
  const bodyIntact = createHash('sha256').update(body, 'latin1').digest('base64') === tags.get('bh');
  const headers = tags.get('h')!.toLowerCase().split(':').map((name) => name.trim());
  const left = [...fields];
  const signed = headers.flatMap((wanted) => {
    const at = left.findLastIndex(({ name }) => name === wanted); // from the bottom upwards, each once
    return at < 0 ? [] : left.splice(at, 1);
  });
  const own = signature.line.replace(/(;\s*b=)[^;]*/s, '$1');
  const input = [...signed.map(({ line }) => `${relaxed(line)}\r\n`), relaxed(own)].join('');
  const valid = bodyIntact && verify('sha256', Buffer.from(input, 'latin1'), createPublicKey(publicKeyPem), Buffer.from(tags.get('b')!.replace(/\s/g, ''), 'base64'));
  return { valid, bodyIntact, domain: tags.get('d')!, selector: tags.get('s')!, headers: signed.map(({ name }) => name) };
}

const unfolded = (value: string): string => value.replace(/\r\n(?=[ \t])/g, '');
const relaxed = (line: string): string => {
  const colon = line.indexOf(':');
  return `${line.slice(0, colon).toLowerCase().trim()}:${unfolded(line.slice(colon + 1)).replace(/[ \t]+/g, ' ').trim()}`;
};
