import { isAddress, sameAddressKey } from './address.js';

describe('an e-mail address', () => {
  it.each(['ada@example.org', 'ada.lovelace+pottery@mail.example.co.uk', "o'brien@example.org", 'a@b.co', 'ütze@bücher.example', 'x_y-z@1.example', `${'a'.repeat(64)}@example.org`])('is taken as typed: %s', (address) => {
    expect(isAddress(address)).toBe(true);
  });

  it.each([
    'ada', 'ada@', '@example.org', 'ada@example', 'ada@@example.org', 'ada@ex ample.org', 'ada @example.org', '.ada@example.org', 'ada.@example.org', 'a..b@example.org', 'ada@-example.org', 'ada@example-.org', 'ada@example..org', 'ada@example.org-', 'ada@example.org.', 'ada@example.o_g', 'ada@exam_ple.org',
    'ada@example.org,eve@example.org', 'ada@example.org;eve@example.org', 'Ada <ada@example.org>', '"ada"@example.org', 'ada@[127.0.0.1]',
    'ada@example.org\r\nBcc: eve@example.org', 'ada\u0000@example.org', 'ada@exa\u0000mple.org', 'ada\ud800@example.org', `${'a'.repeat(65)}@example.org`, `ada@${'a'.repeat(64)}.org`, `ada@${'a.'.repeat(120)}org`, '',
  ])('is not: %j', (address) => {
    expect(isAddress(address)).toBe(false);
  });

  it('is the same in capitals, and in another normal form', () => {
    expect(sameAddressKey('Ada@Example.ORG')).toBe(sameAddressKey('ada@example.org'));
    expect(sameAddressKey('Zoe\u0308@example.org')).toBe(sameAddressKey('ZO\u00CB@example.org'));
    expect(sameAddressKey('Ada@Example.ORG')).toBe('ada@example.org'); // as the database writes it small, too
    expect(sameAddressKey('stra\u00dfe@example.org')).not.toBe(sameAddressKey('strasse@example.org'));
    expect(sameAddressKey('ada@example.org')).not.toBe(sameAddressKey('ada+1@example.org'));
  });
});
