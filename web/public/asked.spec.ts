import { askedOf } from './asked.ts';

describe('a question with a condition', () => {
  const fields = [{ key: 'diet' }, { key: 'which', when: { key: 'diet', is: 'Other' } }, { key: 'why', when: { key: 'which', is: 'true' } }];
  const asked = (answers: Record<string, string[]>): string[] => askedOf(fields, (key) => answers[key] ?? []).map(({ key }) => key);

  it('is asked once the answer that it hangs on is given, and hangs on what is asked itself', () => {
    expect(asked({})).toEqual(['diet']);
    expect(asked({ diet: ['Vegan', 'Other'] })).toEqual(['diet', 'which']);
    expect(asked({ diet: ['Other'], which: ['true'] })).toEqual(['diet', 'which', 'why']);
    expect(asked({ which: ['true'] })).toEqual(['diet']);
  });
});
