import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { setImmediate } from 'node:timers/promises';
import type { Principal } from '../../identity/principal.js';
import { Sealer } from '../../platform/config/sealed.js';
import { UnreadableCsv, readCsv, type CsvRecord } from '../../platform/http/read-csv.js';
import { Clock } from '../../platform/model/clock.js';
import { Invalid, NotFound, type Mistake } from '../../platform/model/refusal.js';
import type { SessionFacts } from '../../scheduling/events.js';
import { SessionCopies } from '../copy-sessions.js';
import { Registration } from '../model/registration.js';
import { applicationIn, placesOf } from '../model/registrants-sheet.js';
import { RegistrationBurst } from '../registration-burst.js';
import { freshLink } from './fresh-link.js';
import { Organized } from './organized.js';

export const ROW_FATES = ['new', 'registered-already', 'twice-in-the-file', 'mistaken'] as const;
export type RowFate = (typeof ROW_FATES)[number];

export interface ImportedRow {
  /** Of the file, from 1. */
  line: number;
  name: string;
  email: string;
  fate: RowFate;
  mistakes: Mistake[];
}

export interface Imported {
  rows: ImportedRow[];
  /** Heads of columns that nothing was taken from. */
  ignored: string[];
}

const MOST_ROWS = 10_000;
const AT_ONCE = 500;

/**
 * A file of people to be registered. A dry run says what would become of each line; the real one does it for
 * those that are new, and leaves everybody else as they are: to import a file a second time adds nobody.
 */
export class ImportRegistrants extends Command<Imported> {
  constructor(
    readonly sessionId: string,
    readonly csv: string,
    readonly dryRun: boolean,
    readonly by: Principal,
  ) {
    super();
  }
}

@CommandHandler(ImportRegistrants)
export class ImportRegistrantsHandler implements ICommandHandler<ImportRegistrants> {
  constructor(
    private readonly em: EntityManager,
    private readonly organized: Organized,
    private readonly copies: SessionCopies,
    private readonly burst: RegistrationBurst,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async execute({ sessionId, csv, dryRun, by }: ImportRegistrants): Promise<Imported> {
    const session = await this.organized.sessionToChange(sessionId, by);
    if (!session.form) throw new NotFound('registration-page');
    this.organized.refuseWhenOver(session);
    const [heads, ...records] = recordsIn(csv);
    const places = placesOf(heads!.cells, session.form);
    if (!places.includes('email')) throw Invalid.at('/csv', 'no-address', 'No column is headed “e-mail”: the first line names the columns.');
    await this.copies.keep(session);
    const rows: ImportedRow[] = [];
    const seen = new Set<string>();
    for (let from = 0; from < records.length; from += AT_ONCE) {
      const judged = records.slice(from, from + AT_ONCE).map((record) => this.judge(record, places, session, seen, dryRun));
      const registrations = judged.flatMap(({ registration }) => registration ?? []);
      const known = dryRun ? await this.knownOf(sessionId, registrations) : await this.save(registrations);
      for (const { row, registration } of judged) rows.push(registration && known.has(registration.emailKey!) ? { ...row, fate: 'registered-already' } : row);
      await setImmediate(); // others are answered in between
    }
    return { rows, ignored: heads!.cells.filter((head, at) => places[at] === null && head.trim() !== '') };
  }

  private judge({ line, cells }: CsvRecord, places: ReturnType<typeof placesOf>, session: SessionFacts, seen: Set<string>, dryRun: boolean): { row: ImportedRow; registration?: Registration } {
    const application = applicationIn(cells, places);
    const row = { line, name: application.name.trim(), email: application.email.trim(), mistakes: [] };
    try {
      const form = session.form!.map((field) => ({ ...field, required: false }));
      const link = dryRun ? { tokenHash: '', sealedToken: '' } : freshLink(this.sealer);
      const registration = new Registration({ sessionId: session.sessionId, form, timeZone: session.when.timeZone }, application, link, this.clock.now());
      if (seen.has(registration.emailKey!)) return { row: { ...row, fate: 'twice-in-the-file' } };
      seen.add(registration.emailKey!);
      return { row: { ...row, fate: 'new' }, registration };
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      return { row: { ...row, fate: 'mistaken', mistakes: [...error.mistakes] } };
    }
  }

  /** Addresses that have a claim on a seat already. */
  private async knownOf(sessionId: string, registrations: readonly Registration[]): Promise<Set<string>> {
    const keys = registrations.map(({ emailKey }) => emailKey!);
    const rows = await this.em.find(Registration, { sessionId, emailKey: { $in: keys }, status: { $ne: 'withdrawn' } }, { fields: ['emailKey'] });
    return new Set(rows.map(({ emailKey }) => emailKey!));
  }

  private async save(registrations: readonly Registration[]): Promise<Set<string>> {
    const added = registrations.length > 0 ? await this.burst.saveNew(registrations) : new Set<string>();
    return new Set(registrations.flatMap(({ id, emailKey }) => (added.has(id) ? [] : [emailKey!])));
  }
}

function recordsIn(csv: string): CsvRecord[] {
  try {
    const records = readCsv(csv);
    if (records.length < 2) throw Invalid.at('/csv', 'empty', 'The file needs a first line that names the columns, and people below it.');
    if (records.length > MOST_ROWS + 1) throw Invalid.at('/csv', 'too-long', `At most ${MOST_ROWS} people in one file, please.`);
    if (csv.includes('\u0000')) throw Invalid.at('/csv', 'characters', 'It contains characters that cannot be stored.');
    return records;
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error;
    throw Invalid.at('/csv', 'unreadable', `Line ${error.line}: ${error.message}`);
  }
}
