import type { Registrant } from './registrants.ts';
import type { FormField, FormerField } from './sessions.ts';

const STATUSES: Record<string, string> = {
  confirmed: 'Confirmed',
  pending: 'Waiting for your answer',
  waitlisted: 'On the waitlist',
  offered: 'Seat offered',
  denied: 'Denied',
  withdrawn: 'Cancelled',
  barred: 'Barred',
  revoked: 'Link revoked',
};

/** What somebody answered, in the words in which they were asked: an old answer keeps its question. */
export function answersOf({ answers, registeredAt }: Pick<Registrant, 'answers' | 'registeredAt'>, fields: readonly FormField[], askedBefore: readonly FormerField[]): { key: string; label: string; answer: string }[] {
  const thenAsked = (key: string): string | undefined => askedBefore.find((field) => field.key === key && field.until > registeredAt)?.label;
  const once = Object.keys(answers).filter((key) => !fields.some((field) => field.key === key));
  return [
    ...fields.map(({ key, label }) => ({ key, label: (answers[key] !== undefined && thenAsked(key)) || label, answer: spellAnswer(answers[key]) })),
    ...once.map((key) => ({ key, label: thenAsked(key) ?? askedBefore.findLast((field) => field.key === key)?.label ?? key, answer: spellAnswer(answers[key]) })),
  ];
}

/** What can be chosen in answer to any question, then or now: by which registrants can be told apart. */
export function choicesOf(fields: readonly FormField[], askedBefore: readonly FormField[]): { question: string; answer: string; words: string }[] {
  const all = [...fields, ...askedBefore].flatMap(({ key, label, kind, options }) =>
    (kind === 'checkbox' ? ['true', 'false'] : options).map((answer) => ({ question: key, answer, words: `${label}: ${kind !== 'checkbox' ? answer : answer === 'true' ? 'yes' : 'no'}` })));
  return all.filter(({ question, answer }, at) => all.findIndex((one) => one.question === question && one.answer === answer) === at);
}

/** A registration's status, in the organizer's words. */
export const spellStatus = (status: string): string => STATUSES[status] ?? status;

export function spellAnswer(answer: unknown): string {
  if (answer === undefined || answer === null || answer === '') return '–';
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No';
  return Array.isArray(answer) ? answer.join(', ') : String(answer);
}
