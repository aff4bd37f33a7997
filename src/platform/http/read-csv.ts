/** What our own files have before text that a spreadsheet would take for a formula. */
const MARKED = /^'[\s']*[=+\-@\t\r＝＋－＠]/;

export interface CsvRecord {
  /** On which line of the file it begins, from 1. */
  line: number;
  cells: string[];
}

/** A file that cannot be read, and where. */
export class UnreadableCsv extends Error {
  constructor(readonly line: number, sentence: string) {
    super(sentence);
  }
}

/**
 * RFC 4180, as spreadsheets really write it: any line end, a mark at the start or none, commas, or semicolons or
 * tabs where the first line has more of them. Empty lines are left out. The mark before formulas, which `csvLine`
 * writes, is taken off again.
 *
 * @throws UnreadableCsv for a quotation mark that is never closed, or that is followed by text
 */
export function readCsv(file: string): CsvRecord[] {
  const text = file.startsWith('\ufeff') ? file.slice(1) : file;
  const separator = separatorOf(text);
  const records: CsvRecord[] = [];
  let line = 1;
  let begun = 1;
  let cells: string[] = [];
  let at = 0;
  const endRecord = (): void => {
    if (cells.length > 1 || cells[0] !== '') records.push({ line: begun, cells: cells.map(unmarked) });
    cells = [];
  };
  while (at < text.length) {
    if (cells.length === 0) begun = line;
    let value = '';
    if (text[at] === '"') {
      const opened = line;
      for (at += 1; ; ) {
        const closing = text.indexOf('"', at);
        if (closing < 0) throw new UnreadableCsv(opened, 'A quotation mark is opened here and never closed.');
        value += text.slice(at, closing);
        at = closing + 1;
        if (text[at] !== '"') break;
        value += '"';
        at += 1;
      }
      line += value.match(/\r\n|\r|\n/g)?.length ?? 0;
      if (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') throw new UnreadableCsv(line, 'After a closing quotation mark there is text.');
    } else {
      const from = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') at += 1;
      value = text.slice(from, at);
    }
    cells.push(value);
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      cells.push(''); // the file ends behind a separator
    } else if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
    else at += 1;
    line += 1;
    endRecord();
  }
  return records;
}

/** Which of the three there is most of in the first line, outside of quotation marks. */
function separatorOf(text: string): string {
  const counts = new Map([[',', 0], [';', 0], ['\t', 0]]);
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\r' || sign === '\n')) break;
    else if (!quoted && counts.has(sign)) counts.set(sign, counts.get(sign)! + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

const unmarked = (cell: string): string => (MARKED.test(cell) ? cell.slice(1) : cell);
