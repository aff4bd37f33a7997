import fc from 'fast-check';
import { FIELD_KINDS, type FieldKind, type FormField } from '../../scheduling/events.js';
import { judgeAnswers } from './answers.js';

const question = (kind: FieldKind, more: Partial<FormField> = {}): FormField => ({ key: 'q', label: 'Q', help: '', kind, required: false, options: kind.startsWith('choice') ? ['Red', 'Green'] : [], ...more });
const judged = (field: FormField, given: unknown) => {
  const { answers, mistakes } = judgeAnswers([field], { q: given });
  for (const { detail } of mistakes) expect(detail).toMatch(/^[A-Z].{10,}\.$/); // said to people beside the field
  return mistakes.length > 0 ? mistakes.map(({ code }) => code).join() : answers['q'];
};

describe('an answer', () => {
  it.each<[FieldKind, unknown, unknown]>([
    ['short-text', '  Potter  ', 'Potter'],
    ['long-text', 'one\ntwo', 'one\ntwo'],
    ['choice', 'Red', 'Red'],
    ['choices', ['Green', 'Red', 'Green'], ['Green', 'Red']],
    ['choices', 'Red', ['Red']],
    ['short-text', 'x'.repeat(500), 'x'.repeat(500)],
    ['long-text', 'x'.repeat(5_000), 'x'.repeat(5_000)],
    ['long-text', 'a\tb\r\nc', 'a\tb\r\nc'],
    ['phone', '1234', '1234'],
    ['phone', '+1 (2) 3-4/5.6', '+1 (2) 3-4/5.6'],
    ['number', '-1e3', -1_000],
    ['url', 'http://example.com', 'http://example.com'],
    ['checkbox', true, true],
    ['checkbox', 'on', true],
    ['checkbox', undefined, false],
    ['checkbox', 'false', false],
    ['phone', '+49 (30) 123-456', '+49 (30) 123-456'],
    ['url', 'https://example.com/a?b', 'https://example.com/a?b'],
    ['number', 4.5, 4.5],
    ['number', '4.5', 4.5],
    ['number', 0, 0],
    ['date', '2028-02-29', '2028-02-29'],
  ])('to a %s question, %j, is kept as %j', (kind, given, kept) => {
    expect(judged(question(kind), given)).toEqual(kept);
  });

  it.each<[FieldKind, unknown, string]>([
    ['short-text', 'x'.repeat(501), 'too-long'],
    ['long-text', 'x'.repeat(5_001), 'too-long'],
    ['short-text', 'a\u0000b', 'characters'],
    ['short-text', 'a\ud800b', 'characters'],
    ['short-text', 7, 'text'],
    ['short-text', { toString: 'x' }, 'text'],
    ['short-text', ['a'], 'text'],
    ['choice', 'Blue', 'choice'],
    ['choice', ['Red'], 'text'],
    ['choices', ['Red', 'Blue'], 'choice'],
    ['choices', [['Red']], 'choice'],
    ['choices', { 0: 'Red' }, 'choice'],
    ['checkbox', 'perhaps', 'checkbox'],
    ['checkbox', 1, 'checkbox'],
    ['long-text', 'a\u0008b', 'characters'],
    ['long-text', 'a\u000bb', 'characters'],
    ['long-text', 'a\u000cb', 'characters'],
    ['long-text', 'a\u001fb', 'characters'],
    ['long-text', 'a\u007fb', 'characters'],
    ['phone', 'call me', 'phone'],
    ['phone', '123', 'phone'],
    ['phone', '1'.repeat(31), 'phone'],
    ['phone', '12+34', 'phone'],
    ['phone', 'tel 1234', 'phone'],
    ['phone', '1234 x', 'phone'],
    ['url', 'xhttps://example.com', 'url'],
    ['url', 'httpsx://example.com', 'url'],
    ['date', '2026-12-01T00:00', 'date'],
    ['date', 'x2026-12-01', 'date'],
    ['date', '2026-13-01', 'date'],
    ['url', 'javascript:alert(1)', 'url'],
    ['url', 'example.com', 'url'],
    ['number', 'four', 'number'],
    ['number', Number.POSITIVE_INFINITY, 'number'],
    ['number', 'Infinity', 'number'],
    ['date', '2026-02-30', 'date'],
    ['date', '1.12.2026', 'date'],
  ])('to a %s question, %j, is refused as %s', (kind, given, code) => {
    expect(judged(question(kind), given)).toBe(code);
  });

  it.each(FIELD_KINDS)('to a required %s question must be given', (kind) => {
    for (const nothing of [undefined, null, '', '   ', false, []]) expect(judged(question(kind, { required: true }), nothing)).toBe('required');
  });

  it.each(FIELD_KINDS.filter((kind) => kind !== 'checkbox'))('to a %s question that is not required may be left out', (kind) => {
    for (const nothing of [undefined, null, '', '  ']) expect(judgeAnswers([question(kind)], { q: nothing })).toEqual({ answers: {}, mistakes: [] });
  });

  it('to a question that nobody asked is refused where it stands', () => {
    const given = JSON.parse('{"__proto__": "x", "a/b~c": 1, "constructor": 2}') as Record<string, unknown>;
    expect(judgeAnswers([], given).mistakes.map(({ pointer, code }) => [pointer, code])).toEqual([['/answers/__proto__', 'unknown-question'], ['/answers/a~1b~0c', 'unknown-question'], ['/answers/constructor', 'unknown-question']]);
  });

  it('is never taken from the prototype of what was sent', () => {
    expect(judgeAnswers([question('short-text', { key: 'constructor', required: true })], {}).mistakes).toHaveLength(1);
    expect(judgeAnswers([question('short-text', { key: 'constructor' })], JSON.parse('{"constructor": "Eiffel"}') as object as Record<string, unknown>).answers).toEqual({ constructor: 'Eiffel' });
  });

  it('is asked for, and kept, only where the question is asked', () => {
    const form: FormField[] = [
      question('choice', { key: 'coming' }),
      question('short-text', { key: 'why', required: true, when: { key: 'coming', is: 'Red' } }),
      question('checkbox', { key: 'sure', when: { key: 'coming', is: 'Green' } }),
      question('short-text', { key: 'how', required: true, when: { key: 'sure', is: 'true' } }),
    ];
    const kept = (given: Record<string, unknown>) => {
      const { answers, mistakes } = judgeAnswers(form, given);
      return mistakes.length > 0 ? mistakes.map(({ pointer, code }) => `${pointer} ${code}`) : answers;
    };
    expect(kept({})).toEqual({});
    expect(kept({ coming: 'Red' })).toEqual(['/answers/why required']);
    expect(kept({ coming: 'Red', why: 'fun', how: 'never asked' })).toEqual({ coming: 'Red', why: 'fun' });
    expect(kept({ coming: 'Green', why: 'fun' })).toEqual({ coming: 'Green', sure: false });
    for (const tick of [true, 'on', 'true']) expect(kept({ coming: 'Green', sure: tick })).toEqual(['/answers/how required']);
    expect(kept({ coming: 'Red', sure: true, why: 'fun', how: '' })).toEqual({ coming: 'Red', why: 'fun' });
  });

  it('whatever it is, is kept as text, options, number or tick that the form allows, or is a mistake', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_KINDS), fc.boolean(), fc.anything(), (kind, required, given) => {
        const { answers, mistakes } = judgeAnswers([question(kind, { required })], { q: given });
        if (mistakes.length > 0) return mistakes.every(({ pointer, code, detail }) => pointer === '/answers/q' && /^[a-z-]+$/.test(code) && detail.endsWith('.')) && Object.keys(answers).length === 0;
        const kept = answers['q'];
        return kept === undefined ? !required : JSON.parse(JSON.stringify(kept)) !== null && ['string', 'boolean', 'number', 'object'].includes(typeof kept);
      }),
      { numRuns: 2_000 },
    );
  });
});
