import { cleanAddress, cleanLine, cleanName, cleanText } from './clean.js';

describe('text of people, in a mail or a calendar', () => {
  it('has lines that end in LF, however they were typed, and no tabs', () => {
    expect(cleanText('a\r\nb\rc\u0085d\u2028e\u2029f\tg', 100)).toBe('a\nb\nc\nd\ne\nf g');
  });

  it('has nothing invisible in it, and nothing around it', () => {
    expect(cleanText('  \u0000a\u0007b\u000b\u001f\u007fc\u009f\u200e\u200fd\u202a\u202ee\u2066\u2069f\ufeff  ', 100)).toBe('abcdef');
    expect(cleanText('\ud83d', 100)).toBe('\ufffd');
  });

  it('is cut at so many characters, none of them in halves, and says so', () => {
    expect([cleanText('abcd', 4), cleanText('abcde', 4), cleanText('ab cde', 4)]).toEqual(['abcd', 'abc…', 'ab…']);
    expect([cleanText('😀😀😀😀', 4), cleanText('😀😀😀😀😀', 4)]).toEqual(['😀😀😀😀', '😀😀😀…']);
  });

  it('on one line has single spaces', () => {
    expect(cleanLine(' a \r\n\t b  c ', 100)).toBe('a b c');
    expect(cleanLine('abcdef', 4)).toBe('abc…');
  });
});

describe('a name', () => {
  it('holds nothing that ends or escapes a quoted one', () => {
    expect(cleanName('"Ada" \\ ^n Lovelace')).toBe("'Ada' ' n Lovelace");
  });

  it('is one line of 80 characters at most', () => {
    expect(cleanName('Ada\r\nBcc: eve')).toBe('Ada Bcc: eve');
    expect([cleanName('a'.repeat(80)), cleanName('a'.repeat(81)), cleanName('abcdef', 4)]).toEqual(['a'.repeat(80), `${'a'.repeat(79)}…`, 'abc…']);
  });
});

describe('an address', () => {
  it('is in one piece', () => {
    expect(cleanAddress(' ada@exa\r\n mple.org\u0000 ')).toBe('ada@example.org');
    expect([...cleanAddress('a'.repeat(321))]).toHaveLength(320);
  });
});
