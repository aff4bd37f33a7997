import { Invalid, type Mistake } from '../../platform/model/refusal.js';
import type { Condition, FieldKind, FormField } from '../events.js';

export interface DraftField {
  key?: string;
  label: string;
  help?: string;
  kind: FieldKind;
  required?: boolean;
  options?: string[];
  when?: Condition | null;
}

/**
 * The questions of a registration page, as one definition that draws the form and judges the answers.
 *
 * @throws Invalid for a question without a choice to make, two with one key, or a condition that nothing before it can meet.
 */
export function formFrom(drafts: readonly DraftField[]): FormField[] {
  const mistakes: Mistake[] = [];
  // `constructor` is a name that the reading of bodies throws away.
  const taken = new Set<string>(['constructor']);
  const fields: FormField[] = [];
  for (const [index, draft] of drafts.entries()) {
    const choice = draft.kind === 'choice' || draft.kind === 'choices';
    const options = choice ? [...new Set((draft.options ?? []).map((option) => option.trim()).filter(Boolean))] : [];
    if (choice && options.length < 2) {
      mistakes.push({ pointer: `/registration/fields/${index}/options`, code: 'options', detail: 'Give at least two options to choose from.' });
    }
    if (draft.key && taken.has(draft.key)) {
      mistakes.push({ pointer: `/registration/fields/${index}/key`, code: 'key-taken', detail: 'This key is taken: choose another one.' });
    }
    const key = draft.key ?? freeKey(draft.label, taken);
    taken.add(key);
    const when = draft.when ?? undefined;
    if (when && !canBeMet(when, fields)) {
      mistakes.push({ pointer: `/registration/fields/${index}/when`, code: 'condition', detail: 'Choose an answer that a question before this one offers.' });
    }
    fields.push({ key, label: draft.label.trim(), help: draft.help?.trim() ?? '', kind: draft.kind, required: draft.required ?? false, options, ...(when && { when: { key: when.key, is: when.is } }) });
  }
  if (mistakes.length > 0) throw new Invalid(mistakes);
  return fields;
}

function canBeMet({ key, is }: Condition, before: readonly FormField[]): boolean {
  const field = before.find((one) => one.key === key);
  return field !== undefined && (field.kind === 'checkbox' ? is === 'true' : field.options.includes(is));
}

function freeKey(label: string, taken: ReadonlySet<string>): string {
  const stem = label.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 32).replace(/^-+|-+$/g, '') || 'question';
  for (let n = 1; ; n++) {
    const key = n === 1 ? stem : `${stem}-${n}`;
    if (!taken.has(key)) return key;
  }
}
