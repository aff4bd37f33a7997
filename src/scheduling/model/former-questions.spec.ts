import type { FormField } from '../events.js';
import { formerQuestions } from './former-questions.js';

const now = new Date('2026-12-01T10:00:00Z');
const field = (key: string, changes: Partial<FormField> = {}): FormField => ({ key, label: key, help: '', kind: 'short-text', required: false, options: [], ...changes });

describe('the questions that a form once asked', () => {
  it('keep their words when they are taken out or asked in other ones', () => {
    const before = [field('firm', { label: 'Company' }), field('size', { kind: 'choice', options: ['S', 'M'] }), field('diet')];
    const after = [field('firm', { label: 'Organisation' }), field('size', { kind: 'choice', options: ['S', 'M', 'L'] })];
    expect(formerQuestions([], before, after, now)).toEqual(before.map((one) => ({ ...one, until: '2026-12-01T10:00:00.000Z' })));
  });

  it('are none where only help, place or having to answer changed', () => {
    expect(formerQuestions([], [field('a'), field('b')], [field('b', { required: true }), field('a', { help: 'Please.' })], now)).toEqual([]);
  });

  it('are kept beside those that were kept already, and not without end', () => {
    const kept = formerQuestions([], [field('a')], [], now);
    expect(formerQuestions(kept, [field('b')], [], now).map(({ key }) => key)).toEqual(['a', 'b']);
    expect(formerQuestions(Array<typeof kept>(300).fill(kept).flat(), [field('z')], [], now)).toHaveLength(200);
  });
});
