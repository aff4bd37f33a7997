import { csvOf } from '../../../src/platform/http/csv.js';
import { readCsv } from '../../support/read-csv.js';

describe('a table for spreadsheets', () => {
  it('has no cell that begins a formula, and loses nothing', () => {
    const values = ['=1', '+1', '-1', '@x', '\t=1', '\r=1', ' =1', "'=1", '＝1', '', 'plain', 'a,b', 'say "hi"', 'two\nlines', ' space ', "'tis", '-', '—dash'];
    const [, ...rows] = readCsv(csvOf(['value'], values.map((value) => [value])));
    expect(rows.map(([value]) => value!.replace(/^'(?=[\s']*[=+\-@＝])/, ''))).toEqual(values);
    for (const [value] of rows) expect(value).not.toMatch(/^\s*[=+\-@\t\r＝]/);
  });

  it('leaves its own numbers numbers, and what is nothing empty', () => {
    expect(readCsv(csvOf(['n'], [[-3], [null], [true]]))).toEqual([['n'], ['-3'], [''], ['true']]);
  });
});
