import { useId, useRef, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Notice } from '../kit/notice.tsx';
import { mistakeAt, problemOf } from './refused.ts';
import { useImportRegistrants, type ImportedRow } from './registrants.ts';
import styles from './registrants-table.module.css';

const FATES: Record<ImportedRow['fate'], string> = { 'new': 'New', 'registered-already': 'Registered already', 'twice-in-the-file': 'Twice in the file', mistaken: 'Needs another look' };
/** The server takes three million letters. */
const MOST_LETTERS = 3_000_000;
const SHOWN = 200;

interface ImportRegistrantsProps {
  sessionId: string;
  onImported: (people: number) => void;
}

/** People from a file: first it is said what would become of each line, then they are registered. */
export function ImportRegistrants({ sessionId, onImported }: ImportRegistrantsProps) {
  const foresee = useImportRegistrants(sessionId);
  const really = useImportRegistrants(sessionId);
  const input = useRef<HTMLInputElement>(null);
  const help = useId();
  const [csv, setCsv] = useState<string>();
  const [tooLong, setTooLong] = useState(false);
  const rows = foresee.data?.rows ?? [];
  const count = (fate: ImportedRow['fate']): number => rows.filter((row) => row.fate === fate).length;
  const error = foresee.error ?? really.error;

  async function look(file: File | undefined): Promise<void> {
    if (!file) return;
    const text = textIn(await file.arrayBuffer());
    setTooLong(text.length > MOST_LETTERS);
    foresee.reset();
    really.reset();
    setCsv(text);
    if (text.length <= MOST_LETTERS) foresee.mutate({ csv: text, dryRun: true });
  }

  function close(): void {
    setCsv(undefined);
    if (input.current) input.current.value = ''; // the same file, corrected, may be chosen again
  }

  function bring(): void {
    if (csv === undefined || really.isPending) return;
    really.mutate({ csv, dryRun: false }, {
      onSuccess: (done) => {
        close();
        onImported(done.rows.filter(({ fate }) => fate === 'new').length);
      },
    });
  }

  const people = count('new');
  return (
    <>
      <Button aria-describedby={help} onClick={() => input.current?.click()}>Import from CSV</Button>
      <input ref={input} type="file" accept=".csv,.tsv,.txt,text/csv" hidden onChange={(event) => void look(event.currentTarget.files?.[0])} />
      <p id={help} class={styles.none}>A file whose first line names the columns: name, e-mail, and questions if you like. You see what becomes of each line before anybody is registered.</p>
      <Dialog
        open={csv !== undefined}
        onClose={close}
        title={foresee.data ? (people === 1 ? 'Register one person?' : `Register ${people} people?`) : 'Import from CSV'}
        actions={
          <>
            <Button onClick={close}>{people > 0 ? 'Not now' : 'Close'}</Button>
            {people > 0 && <Button look="primary" busy={really.isPending} onClick={bring}>{people === 1 ? 'Register' : 'Register them'}</Button>}
          </>
        }
      >
        {tooLong && <Notice tone="danger">This file is too large. Up to 10,000 people fit into one: please divide it.</Notice>}
        {error && <Notice tone="danger">{mistakeAt(error, '/csv') ?? problemOf(error)?.detail}</Notice>}
        {foresee.isPending && <p role="status">Looking at each line …</p>}
        {foresee.data && (
          <>
            <p role="status">{people > 0 ? 'Each of them gets their link by e-mail.' : 'There is nobody new in it.'}</p>
            <ul class={styles.fates}>
              {(Object.keys(FATES) as ImportedRow['fate'][]).filter((fate) => count(fate) > 0).map((fate) => <li key={fate}>{FATES[fate]}: <b>{count(fate)}</b></li>)}
            </ul>
            {foresee.data.ignored.length > 0 && <p class={styles.none}>Nothing is taken from {foresee.data.ignored.map((head) => `“${head}”`).join(', ')}.</p>}
            <div class={styles.lines} tabIndex={0} role="region" aria-label="Each line of the file">
              <table>
                <thead><tr><th scope="col">Line</th><th scope="col">Who</th><th scope="col">What becomes of it</th></tr></thead>
                <tbody>
                  {troubledFirst(rows).slice(0, SHOWN).map((row) => (
                    <tr key={row.line}>
                      <td>{row.line}</td>
                      <td>{row.name || '–'}<br /><span class={styles.soft}>{row.email || '–'}</span></td>
                      <td>{FATES[row.fate]}{row.mistakes.map(({ pointer, detail }) => <span key={pointer} class={styles.wrong}>{detail}</span>)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {rows.length > SHOWN && <p class={styles.soft}>and {rows.length - SHOWN} more lines</p>}
            </div>
          </>
        )}
      </Dialog>
    </>
  );
}

/** What needs a look stands above what does not. */
function troubledFirst(rows: readonly ImportedRow[]): ImportedRow[] {
  const order: ImportedRow['fate'][] = ['mistaken', 'twice-in-the-file', 'registered-already', 'new'];
  return order.flatMap((fate) => rows.filter((row) => row.fate === fate));
}

/** Older spreadsheets save in the letters of Windows; whoever has an umlaut in their name should not pay for it. */
function textIn(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
