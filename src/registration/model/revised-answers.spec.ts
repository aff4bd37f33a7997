import type { FormField } from '../../scheduling/events.js';
import { reviseAnswers } from './revised-answers.js';

const field = (key: string, more: Partial<FormField> = {}): FormField => ({ key, label: key, help: '', kind: 'short-text', required: false, options: [], ...more });

describe('answers that are revised', () => {
  it('take what is new and keep what is not named', () => {
    const { answers, mistakes } = reviseAnswers([field('firm'), field('diet')], { firm: 'Clay Ltd', diet: 'none' }, { firm: 'Kiln Ltd' });
    expect({ answers, mistakes }).toEqual({ answers: { firm: 'Kiln Ltd', diet: 'none' }, mistakes: [] });
  });

  it('are judged by the form of today where they change', () => {
    const { mistakes } = reviseAnswers([field('site', { kind: 'url', required: true })], { site: 'https://clay.example' }, { site: 'clay' });
    expect(mistakes).toEqual([expect.objectContaining({ pointer: '/answers/site', code: 'url' })]);
    expect(reviseAnswers([field('site', { required: true })], { site: 'x' }, { site: '' }).mistakes).toEqual([expect.objectContaining({ code: 'required' })]);
  });

  it('are not judged again where they stay, whatever the form has become', () => {
    const form = [field('size', { kind: 'choice', options: ['S', 'M'] }), field('new', { required: true }), field('note')];
    const { answers, mistakes } = reviseAnswers(form, { size: 'XL' }, { size: 'XL', new: '', note: 'hello' });
    expect({ answers, mistakes }).toEqual({ answers: { size: 'XL', note: 'hello' }, mistakes: [] });
  });

  it('to what is no longer asked are kept, can be taken back, and cannot be given anew', () => {
    expect(reviseAnswers([], { old: 'yes' }, {}).answers).toEqual({ old: 'yes' });
    expect(reviseAnswers([], { old: 'yes' }, { old: '' })).toEqual({ answers: {}, mistakes: [] });
    expect(reviseAnswers([], { old: 'yes' }, { old: 'no' }).mistakes).toEqual([expect.objectContaining({ pointer: '/answers/old', code: 'unknown-question' })]);
  });

  it('to questions that nobody ever asked are refused, also by names that every object has', () => {
    for (const key of ['nobody', 'toString', 'constructor', 'a/b~c']) {
      expect(reviseAnswers([field('firm')], {}, { [key]: 'x' }).mistakes).toHaveLength(1);
    }
  });

  it('open the questions that hang on them, and close others', () => {
    const form = [
      field('diet', { kind: 'choice', options: ['None', 'Vegan'] }),
      field('more', { required: true, when: { key: 'diet', is: 'Vegan' } }),
    ];
    expect(reviseAnswers(form, { diet: 'None' }, { diet: 'Vegan' }).mistakes).toEqual([expect.objectContaining({ pointer: '/answers/more', code: 'required' })]);
    expect(reviseAnswers(form, { diet: 'None' }, { diet: 'Vegan', more: 'no nuts' })).toEqual({ answers: { diet: 'Vegan', more: 'no nuts' }, mistakes: [] });
    expect(reviseAnswers(form, { diet: 'Vegan', more: 'no nuts' }, { diet: 'None' })).toEqual({ answers: { diet: 'None' }, mistakes: [] });
    // a condition that came after the registration makes nobody answer
    expect(reviseAnswers([...form, field('name')], { diet: 'Vegan' }, { name: 'Ada' })).toEqual({ answers: { diet: 'Vegan', name: 'Ada' }, mistakes: [] });
  });
});
