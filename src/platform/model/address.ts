/** An e-mail address that mail can be sent to: one @, a domain with a dot, nothing that a mail header could misread. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"\u0000-\u001f\u007f]{1,64}@[^\s@<>()[\]\\,;:"\u0000-\u001f\u007f]{1,189}$/;
const DOMAIN = /^(?!-)[\p{L}\p{N}-]{1,63}(?<!-)(?:\.(?!-)[\p{L}\p{N}-]{1,63}(?<!-))+$/u;

export function isAddress(text: string): boolean {
  return ADDRESS.test(text) && DOMAIN.test(text.slice(text.lastIndexOf('@') + 1)) && !/\.\.|^\.|\.@/.test(text) && text.isWellFormed();
}

/** Addresses are compared without regard to case, and mailed as typed. */
export const sameAddressKey = (address: string): string => address.normalize('NFC').toLowerCase();
