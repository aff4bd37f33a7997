import { lineOf, wordsOf } from './words.js';

describe('what somebody types', () => {
  it('keeps its lines and its signs, and loses what stands around it', () => {
    expect(wordsOf('  one\r\ntwo\rthree\tfour 👩‍🎨 é  \n')).toBe('one\ntwo\nthree\tfour 👩‍🎨 é');
  });

  it('has no more than one empty line between two', () => {
    expect(wordsOf('one\n\n\n\ntwo\n\nthree\nfour')).toBe('one\n\ntwo\n\nthree\nfour');
  });

  it('turns no direction, controls nothing, and can be stored', () => {
    expect(wordsOf('a\u0000\u0008b\u000b\u001f\u007f\u009fc\u202a\u202ed\u2066\u2069e')).toBe('abcde');
    expect(wordsOf('half a pair: \ud83d')).toBe('half a pair: \ufffd');
  });

  it.each(['', '   ', '\n\n', '\u0000\u202e'])('is refused where nothing is left of it: %j', (typed) => {
    expect(() => wordsOf(typed)).toThrow(expect.objectContaining({ code: 'nothing-said', status: 422, sentence: 'Write something first.' }));
  });

  it('on one line has single spaces', () => {
    expect(lineOf(' one\ntwo \t three ')).toBe('one two three');
  });
});
