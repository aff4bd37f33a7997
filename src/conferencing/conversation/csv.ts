/** What a spreadsheet takes for a formula, or for the mark that stands before such a thing. */
const FORMULA = /^[\s']*[=+\-@\t\r＝＋－＠]/;

/** A cell: what would begin a formula is made text by a quotation mark before it, which spreadsheets hide. */
function cell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) || /^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180, with the mark at its start by which spreadsheets know UTF-8. */
export function csvOf(heads: readonly string[], rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return `\ufeff${[heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
