import { isDeepStrictEqual } from 'node:util';
import type { FormField, FormerField } from '../events.js';

/** More than anybody rewrites while people register; the oldest words go first. */
const MOST_KEPT = 200;

/** What the form asked until now and asks no more, or in other words: so that what people answered keeps its question. */
export function formerQuestions(kept: FormerField[], before: readonly FormField[], after: readonly FormField[], now: Date): FormerField[] {
  const gone = before.filter((field) => !after.some((other) => isDeepStrictEqual(meaningOf(other), meaningOf(field))));
  return gone.length === 0 ? kept : [...kept, ...gone.map((field) => ({ ...field, until: now.toISOString() }))].slice(-MOST_KEPT);
}

/** Whether it has to be answered, its help and of whom it is asked change nothing of what was said. */
const meaningOf = ({ key, label, kind, options }: FormField): object => ({ key, label, kind, options });
