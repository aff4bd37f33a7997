import { answersOf, choicesOf } from './registrant-words.ts';
import type { FormField } from './sessions.ts';

const field = (key: string, label: string, changes: Partial<FormField> = {}): FormField => ({ key, label, help: '', kind: 'short-text', required: false, options: [], ...changes }) as FormField;
const size = (label: string, ...options: string[]): FormField => field('size', label, { kind: 'choice', options });

describe('what a registrant answered', () => {
  const fields = [field('firm', 'Organisation')];
  const askedBefore = [{ ...field('firm', 'Company'), until: '2026-12-02T00:00:00.000Z' }, { ...size('How many are you?', 'S'), until: '2026-12-02T00:00:00.000Z' }];

  it('keeps the words in which it was asked', () => {
    expect(answersOf({ answers: { firm: 'Clay', size: 'S' }, registeredAt: '2026-12-01T00:00:00.000Z' }, fields, askedBefore)).toEqual([
      { key: 'firm', label: 'Company', answer: 'Clay' }, { key: 'size', label: 'How many are you?', answer: 'S' },
    ]);
    expect(answersOf({ answers: { firm: 'Kiln' }, registeredAt: '2026-12-03T00:00:00.000Z' }, fields, askedBefore)).toEqual([{ key: 'firm', label: 'Organisation', answer: 'Kiln' }]);
  });

  it('is a dash where nothing was said, and its key where nobody knows the question', () => {
    expect(answersOf({ answers: { gone: 'x' }, registeredAt: '2026-12-01T00:00:00.000Z' }, fields, askedBefore)).toEqual([{ key: 'firm', label: 'Organisation', answer: '–' }, { key: 'gone', label: 'gone', answer: 'x' }]);
  });

  it('can be chosen among what was ever offered, each once and in today’s words', () => {
    expect(choicesOf([size('Size', 'M', 'L'), field('firm', 'Firm'), field('meal', 'Meal', { kind: 'checkbox' })], [size('How many?', 'S', 'M')])).toEqual([
      { question: 'size', answer: 'M', words: 'Size: M' }, { question: 'size', answer: 'L', words: 'Size: L' },
      { question: 'meal', answer: 'true', words: 'Meal: yes' }, { question: 'meal', answer: 'false', words: 'Meal: no' },
      { question: 'size', answer: 'S', words: 'How many?: S' },
    ]);
  });
});
