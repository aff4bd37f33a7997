import fc from 'fast-check';
import type { FormField } from '../../scheduling/events.js';
import { asCell, fromCell, questionHeads } from './registrants-sheet.js';

const field = (changes: Partial<FormField>): FormField => ({ key: 'k', label: 'Company', help: '', kind: 'short-text', required: false, options: [], ...changes });

describe('a sheet of registrants', () => {
  it('gives an answer back as it was', () => {
    const option = fc.string({ minLength: 1 }).map((text) => text.trim()).filter(Boolean);
    fc.assert(fc.property(fc.uniqueArray(option, { minLength: 1 }), (chosen) => expect(fromCell(asCell(chosen), { kind: 'choices' })).toEqual(chosen)));
    fc.assert(fc.property(fc.string({ minLength: 1 }), (text) => expect(fromCell(asCell(text), { kind: 'long-text' })).toBe(text)));
    for (const ticked of [true, false]) expect(fromCell(asCell(ticked), { kind: 'checkbox' })).toBe(ticked);
    expect(fromCell(asCell(undefined), { kind: 'short-text' })).toBeUndefined();
    expect(fromCell('perhaps', { kind: 'checkbox' })).toBe('perhaps'); // to be refused by who judges it
  });

  it('heads each column so that it is told from the others', () => {
    expect(questionHeads([field({ key: 'a' }), field({ key: 'b', label: 'Size' }), field({ key: 'c', label: 'company ' }), field({ key: 'd', label: 'Status' })])).toEqual(['Company (a)', 'Size', 'company  (c)', 'Status (d)']);
  });
});
