import type { Field, Own } from './ask.ts';
import { askedOnce, changesBetween, draftOf, optionsOf } from './draft.ts';

const field = (key: string, kind: Field['kind'], options: string[] = []): Field => ({ key, label: key, help: '', kind, required: false, options });
const FIELDS = [field('firm', 'short-text'), field('days', 'choices', ['Mon', 'Tue']), field('size', 'choice', ['S', 'M']), field('years', 'number'), field('news', 'checkbox')];
const own = (answers: Record<string, unknown>, locale = 'de-AT', fields = FIELDS): Own =>
  ({ registration: { name: 'Nora', timeZone: 'Europe/Berlin', locale, answers }, fields }) as unknown as Own;

describe('a registration as it is being changed', () => {
  it('shows what was answered, control by control', () => {
    expect(draftOf(own({ firm: 'Clay', days: ['Tue'], years: 3, news: true }))).toEqual({
      name: 'Nora', timeZone: 'Europe/Berlin', language: 'de', answers: { firm: 'Clay', days: ['Tue'], size: '', years: '3', news: true },
    });
  });

  it('offers English to who reads none of our languages, and sends no language unless it is changed', () => {
    const before = draftOf(own({}, 'nl-BE'));
    expect(before.language).toBe('en');
    expect(changesBetween(before, { ...before, name: 'Nora K' }, FIELDS)).toEqual({ name: 'Nora K' });
  });

  it('sends what was changed and nothing else', () => {
    const before = draftOf(own({ firm: 'Clay', days: ['Tue'], years: 3 }));
    expect(changesBetween(before, before, FIELDS)).toEqual({});
    expect(changesBetween(before, { ...before, language: 'fr', answers: { ...before.answers, days: [], years: '4', news: true } }, FIELDS))
      .toEqual({ locale: 'fr', answers: { days: [], years: 4, news: true } });
  });

  it('leaves to the server what is no number', () => {
    const before = draftOf(own({}));
    expect(changesBetween(before, { ...before, answers: { ...before.answers, years: 'many' } }, FIELDS)).toEqual({ answers: { years: 'many' } });
  });

  it('keeps offering what was chosen once', () => {
    expect(optionsOf(field('size', 'choice', ['S']), 'XL')).toEqual([{ value: 'S', gone: false }, { value: 'XL', gone: true }]);
    expect(optionsOf(field('size', 'choice', ['S']), '')).toEqual([{ value: 'S', gone: false }]);
  });

  it('bears a question that has become another kind, and one that is gone', () => {
    expect(draftOf(own({ firm: ['a', 'b'], days: 'Mon', size: true, news: 'x' })).answers).toEqual({ firm: 'a, b', days: ['Mon'], size: '', years: '', news: false });
    expect(askedOnce(own({ firm: 'Clay', old: ['x', 'y'], ticked: true }), 'Yes')).toEqual([{ key: 'old', answer: 'x, y' }, { key: 'ticked', answer: 'Yes' }]);
  });
});
