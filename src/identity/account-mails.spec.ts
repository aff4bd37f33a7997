import '@nestjs/common'; // before what a mail is written with: Jest refuses a CommonJS require of it while it is still being linked
import { oneLine } from './account-mails.js';

describe('what a stranger may have typed, in a mail about an account', () => {
  it('is one short line, none of its characters in halves', () => {
    expect(oneLine(' Ada\r\nBcc: eve\t Lovelace ')).toBe('Ada Bcc: eve Lovelace');
    expect([...oneLine('😀'.repeat(61))]).toEqual([...'😀'.repeat(59), '…']);
    expect(oneLine(`${'a'.repeat(59)}😀`)).toBe(`${'a'.repeat(59)}😀`);
  });

  it('turns no direction and holds nothing unseen', () => {
    expect(oneLine('Ada\u202egpj.exe\u0007\u2066')).toBe('Adagpj exe');
  });

  it.each(['www.evil.example', 'evil.example/x', 'https://evil.example', 'eve@evil.example', 'ü.example', '例.テスト', 'a..b', 'evil.example:80'])('is nothing that a mail program would make a link of: %s', (typed) => {
    expect(oneLine(typed)).not.toMatch(/[\p{L}\p{N}][.:/@]+[\p{L}\p{N}]/u);
  });
});
