import fc from 'fast-check';
import { formFrom } from './form.js';

describe('a registration form', () => {
  it('names each answer after its question, and no two alike', () => {
    const keys = formFrom([
      { label: 'Your company?', kind: 'short-text' }, { label: 'Your company', kind: 'short-text' }, { label: '会社', kind: 'short-text' }, { label: '??', kind: 'short-text' }, { label: 'x', key: 'mine', kind: 'short-text' },
    ]).map(({ key }) => key);
    expect(keys).toEqual(['your-company', 'your-company-2', 'question', 'question-2', 'mine']);
  });

  it('keeps what was not said plain: not required, no help, no options', () => {
    expect(formFrom([{ label: ' Name of your dog ', kind: 'short-text', options: ['ignored'] }])).toEqual([
      { key: 'name-of-your-dog', label: 'Name of your dog', help: '', kind: 'short-text', required: false, options: [] },
    ]);
  });

  it('offers a choice between two at least; doubles and blanks are none', () => {
    expect(formFrom([{ label: 'Tea?', kind: 'choice', options: ['Yes', ' Yes ', 'No', ''] }])[0]!.options).toEqual(['Yes', 'No']);
    expect(() => formFrom([{ label: 'a', kind: 'short-text' }, { label: 'Tea?', kind: 'choices', options: ['Yes', 'Yes'] }])).toThrow(
      expect.objectContaining({ mistakes: [{ pointer: '/registration/fields/1/options', code: 'options', detail: expect.stringContaining('two options') as string }] }),
    );
  });

  it('refuses two questions of one key, and names the second', () => {
    expect(() => formFrom([{ label: 'a', key: 'k', kind: 'short-text' }, { label: 'b', key: 'k', kind: 'date' }])).toThrow(
      expect.objectContaining({ mistakes: [{ pointer: '/registration/fields/1/key', code: 'key-taken', detail: expect.stringContaining('taken') as string }] }),
    );
  });

  it('calls no answer by a name that would be lost on the way', () => {
    expect(formFrom([{ label: 'Constructor', kind: 'short-text' }])[0]!.key).toBe('constructor-2');
    expect(() => formFrom([{ label: 'x', key: 'constructor', kind: 'short-text' }])).toThrow(expect.objectContaining({ mistakes: [expect.objectContaining({ code: 'key-taken' })] }));
  });

  it('asks a question only after an answer that one before it offers', () => {
    const diet = { label: 'Diet', kind: 'choices' as const, options: ['Vegan', 'Kosher'] };
    const more = (key: string, is: string) => ({ label: 'More', kind: 'long-text' as const, when: { key, is } });
    expect(formFrom([diet, more('diet', 'Vegan')])[1]).toMatchObject({ key: 'more', when: { key: 'diet', is: 'Vegan' } });
    expect(formFrom([{ label: 'Coming by car', kind: 'checkbox' }, more('coming-by-car', 'true')])[1]!.when).toEqual({ key: 'coming-by-car', is: 'true' });
    expect(formFrom([{ ...diet, when: null }])[0]).not.toHaveProperty('when');
    for (const fields of [[more('diet', 'Vegan'), diet], [diet, more('diet', 'Halal')], [{ label: 'Name', kind: 'short-text' as const }, more('name', 'Ada')], [diet, more('more', 'Vegan')]]) {
      expect(() => formFrom(fields)).toThrow(expect.objectContaining({ mistakes: [expect.objectContaining({ pointer: expect.stringMatching(/^\/registration\/fields\/[01]\/when$/), code: 'condition', detail: expect.stringContaining('a question before') as string })] }));
    }
  });

  it('names an answer in so many letters, and ends or begins none with a dash', () => {
    const keyOf = (label: string): string => formFrom([{ label, kind: 'short-text' }])[0]!.key;
    expect([keyOf('a'.repeat(40)), keyOf(`${'a'.repeat(31)} bc`), keyOf('  (Why)  '), keyOf('Ärger & Übel')]).toEqual(['a'.repeat(32), 'a'.repeat(31), 'why', 'a-rger-u-bel']);
  });

  it('keeps what was said, without what stands around it', () => {
    expect(formFrom([{ label: ' Tea? ', help: ' Or coffee. ', kind: 'choice', required: true, options: [' Tea ', 'Coffee'] }])).toEqual([{ key: 'tea', label: 'Tea?', help: 'Or coffee.', kind: 'choice', required: true, options: ['Tea', 'Coffee'] }]);
  });

  it('has different keys for whatever labels', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }), (labels) => {
        const keys = formFrom(labels.map((label) => ({ label, kind: 'short-text' as const }))).map(({ key }) => key);
        return new Set(keys).size === labels.length && keys.every((key) => /^[a-z0-9][a-z0-9-]{0,39}$/.test(key));
      }),
    );
  });
});
