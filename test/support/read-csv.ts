/** CSV as RFC 4180 has it, read by somebody else than who wrote it. */
export function readCsv(text: string): string[][] {
  if (!text.startsWith('\ufeff')) throw new Error('It has no mark at its start by which spreadsheets know UTF-8.');
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  cells.lastIndex = 1;
  for (let found; (found = cells.exec(text)); ) {
    rows.at(-1)!.push(found[1] === undefined ? found[2]! : found[1].replaceAll('""', '"'));
    if (found[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** Its lines, each by the names of its columns. */
export function linesOfCsv(text: string): Record<string, string>[] {
  const [heads, ...lines] = readCsv(text);
  return lines.map((line) => Object.fromEntries(heads!.map((head, n) => [head, line[n]!])));
}
