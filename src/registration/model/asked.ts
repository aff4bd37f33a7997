import type { FormField } from '../../scheduling/events.js';

/**
 * The questions that are asked of who has answered so: those without a condition, and those whose condition
 * an earlier answer meets, if that was asked itself.
 */
export function askedOf(form: readonly FormField[], given: Readonly<Record<string, unknown>>): FormField[] {
  const asked: FormField[] = [];
  for (const field of form) {
    if (!field.when || (asked.some(({ key }) => key === field.when!.key) && meets(Object.hasOwn(given, field.when.key) ? given[field.when.key] : undefined, field.when.is))) asked.push(field);
  }
  return asked;
}

/** A tick comes as `true`, or as `on` or `true` from a page without script. */
const meets = (answer: unknown, is: string): boolean => (Array.isArray(answer) ? answer : [answer]).some((one) => one === is || (is === 'true' && (one === true || one === 'on')) || (typeof one === 'string' && one.trim() === is));
