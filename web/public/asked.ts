/** A question, as far as it matters for whether it is asked. */
interface Conditional {
  key: string;
  when?: { key: string; is: string };
}

/**
 * The questions that are asked of who has answered so: those without a condition, and those whose condition an
 * earlier answer meets, if that was asked itself. As the server judges it, which is the one that counts.
 */
export function askedOf<Field extends Conditional>(fields: readonly Field[], valuesOf: (key: string) => readonly string[]): Field[] {
  const asked: Field[] = [];
  for (const field of fields) {
    const { when } = field;
    if (!when || (asked.some(({ key }) => key === when.key) && valuesOf(when.key).includes(when.is))) asked.push(field);
  }
  return asked;
}
