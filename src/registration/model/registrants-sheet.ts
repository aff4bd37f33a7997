import type { FormField, FormerField } from '../../scheduling/events.js';
import type { Application } from './registration.js';

/** What stands in a file of registrants before their answers. */
export const FACTS = ['name', 'e-mail', 'status', 'time zone', 'language', 'registered at'] as const;

/** A question's words head its column; where two ask in the same words, its key stands beside them. */
export function questionHeads(form: readonly FormField[]): string[] {
  const taken = (label: string, key: string): boolean => (FACTS as readonly string[]).includes(label.trim().toLowerCase()) || form.some((other) => other.key !== key && other.label.trim().toLowerCase() === label.trim().toLowerCase());
  return form.map(({ key, label }) => (taken(label, key) ? `${label} (${key})` : label));
}

/** Of what was asked before, each question that is not asked at all any more, in its last words. */
export function onceAsked(form: readonly FormField[], askedBefore: readonly FormerField[]): FormField[] {
  const last = new Map(askedBefore.map((field) => [field.key, field]));
  return [...last.values()].filter(({ key }) => !form.some((field) => field.key === key));
}

/** An answer as one cell: several choices apart by semicolons, a tick as yes or no. */
export function asCell(answer: string | string[] | boolean | number | undefined): string {
  if (answer === undefined) return '';
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  return Array.isArray(answer) ? answer.map((one) => one.replace(/[;\\]/g, '\\$&')).join('; ') : String(answer);
}

/** The same read back, to be judged as if it had been given on the page. An empty cell is no answer. */
export function fromCell(cell: string, { kind }: Pick<FormField, 'kind'>): string | string[] | boolean | undefined {
  if (cell === '') return undefined;
  if (kind === 'checkbox') {
    const said = cell.trim().toLowerCase();
    return ['yes', 'true', '1', 'x'].includes(said) ? true : ['no', 'false', '0'].includes(said) ? false : cell;
  }
  return kind === 'choices' ? apart(cell) : cell;
}

function apart(cell: string): string[] {
  return (cell.match(/(?:\\[^]|[^;\\])+/g) ?? []).map((one) => one.trim().replace(/\\([^])/g, '$1')).filter(Boolean);
}

type Place = 'name' | 'email' | 'timeZone' | 'locale' | { question: FormField } | null;

const NAMES: Record<string, Place> = {
  'name': 'name', 'full name': 'name', 'e-mail': 'email', 'email': 'email', 'e-mail address': 'email', 'email address': 'email', 'time zone': 'timeZone', 'language': 'locale',
};

/** What each column of a file is, told by its head; null for what a registration has no place for. */
export function placesOf(heads: readonly string[], form: readonly FormField[]): Place[] {
  const known = new Map<string, Place>(Object.entries(NAMES));
  const asked = questionHeads(form);
  form.forEach((question, at) => {
    for (const head of [asked[at]!, question.key]) if (!known.has(plain(head))) known.set(plain(head), { question });
  });
  const taken = new Set<Place>();
  return heads.map((head) => {
    const place = known.get(plain(head)) ?? null;
    if (taken.has(place)) return null; // the first of two columns that say the same
    taken.add(place);
    return place;
  });
}

/** One line of a file as an application, to be judged like everybody's. */
export function applicationIn(cells: readonly string[], places: readonly Place[]): Application {
  const application: Application & { answers: Record<string, unknown> } = { name: '', email: '', answers: {} };
  places.forEach((place, at) => {
    const cell = cells[at] ?? '';
    if (place === null || cell === '') return;
    if (typeof place === 'string') application[place] = cell;
    else application.answers[place.question.key] = fromCell(cell, place.question);
  });
  return application;
}

const plain = (head: string): string => head.trim().toLowerCase();
