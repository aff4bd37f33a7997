import fc from 'fast-check';
import { csvLine, csvOf } from './csv.js';
import { UnreadableCsv, readCsv } from './read-csv.js';

const cellsOf = (text: string): string[][] => readCsv(text).map(({ cells }) => cells);
/** Texts that are made of what goes wrong in tables. */
const hostile = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom('"', "'", ',', ';', '\t', '\r', '\n', '\r\n', '=', '+', '-', '@', '＝', ' ', '\ufeff', 'ä', '1') }));
const table = fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(hostile, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

describe('a file of comma-separated values', () => {
  it('is read as it was written, whatever stands in its cells', () => {
    fc.assert(fc.property(table, (rows) => {
      const heads = ['a,b', ...rows[0]!.slice(1).map(() => 'head')]; // as many commas as columns, so that the separator shows
      expect(cellsOf(csvOf(heads, rows))).toEqual([heads, ...rows]);
    }), { numRuns: 2_000 });
  });

  it('has no cell that a spreadsheet would take for a formula', () => {
    fc.assert(fc.property(hostile, (text) => {
      const shown = csvLine([text]).replace(/\r\n$/, '').replace(/^"([^]*)"$/, '$1').replaceAll('""', '"');
      expect(shown).not.toMatch(/^[\s]*[=+\-@\t\r]/);
    }), { numRuns: 2_000 });
  });

  it.each<[string, string, string[][]]>([
    ['with any line end', 'a,b\r\nc,d\ne,f\rg,h', [['a', 'b'], ['c', 'd'], ['e', 'f'], ['g', 'h']]],
    ['with semicolons', 'name;e-mail\n"Kiln; Nora";n@x.example\n', [['name', 'e-mail'], ['Kiln; Nora', 'n@x.example']]],
    ['with tabs', 'name\te-mail\nNora, K.\tn@x.example', [['name', 'e-mail'], ['Nora, K.', 'n@x.example']]],
    ['with empty lines', 'a,b\n\n\nc,d\n\n', [['a', 'b'], ['c', 'd']]],
    ['ending behind a comma', 'a,b\nc,', [['a', 'b'], ['c', '']]],
    ['with lines inside of a cell', 'a,b\n"one\ntwo","say ""yes"""', [['a', 'b'], ['one\ntwo', 'say "yes"']]],
    ['with nothing in it', '\ufeff', []],
  ])('is read %s', (_, text, rows) => expect(cellsOf(text)).toEqual(rows));

  it('says on which line a record stands, and where a file cannot be read', () => {
    expect(readCsv('a,b\n"x\ny",1\n\nc,d').map(({ line }) => line)).toEqual([1, 2, 5]);
    for (const [text, line] of [['a,b\n"x', 2], ['a,b\n"x"y,1', 2]] as const) {
      expect(() => readCsv(text)).toThrow(expect.objectContaining({ constructor: UnreadableCsv, line }));
    }
  });

  it('of a million signs is read in the time of a blink, also where it is hostile', () => {
    expect(readCsv(`a,b\n${'"'.repeat(500_000)},x`)).toHaveLength(2);
    expect(readCsv(`a,b\n${'x,'.repeat(500_000)}`)).toHaveLength(2);
  });
});
