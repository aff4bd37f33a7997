import { languageFor } from '../words/languages.js';
import { askedOf } from '../public/asked.ts';
import type { Field, Own, Wish } from './ask.ts';

export type Typed = string | string[] | boolean;

/** A registration as it is being changed: what stands in the form, control by control. */
export interface Draft {
  name: string;
  timeZone: string;
  language: string;
  /** By the keys of the questions. */
  answers: Readonly<Record<string, Typed>>;
}

export function draftOf({ registration, fields }: Own): Draft {
  const { name, timeZone, locale, answers } = registration;
  return {
    name,
    timeZone,
    // Mails to a reader of any other language are in English.
    language: languageFor([locale]),
    answers: Object.fromEntries(fields.map((field) => [field.key, typedOf(field, Object.hasOwn(answers, field.key) ? answers[field.key] : undefined)])),
  };
}

/** A form's question may have changed its kind since it was answered. */
function typedOf({ kind }: Field, answer: unknown): Typed {
  const texts = (Array.isArray(answer) ? answer : answer === undefined || typeof answer === 'boolean' ? [] : [answer]).map(String);
  if (kind === 'checkbox') return answer === true;
  return kind === 'choices' ? texts : texts.join(', ');
}

/**
 * Only what was changed: the server does not judge the rest again, so an answer that the form would not
 * take today stands until its author touches it.
 */
export function changesBetween(before: Draft, after: Draft, fields: readonly Field[]): Wish {
  const answers = fields.filter(({ key }) => JSON.stringify(after.answers[key]) !== JSON.stringify(before.answers[key]))
    .map(({ key, kind }) => [key, valueOf(kind, after.answers[key]!)] as const);
  return {
    ...(after.name !== before.name && { name: after.name }),
    ...(after.timeZone !== before.timeZone && { timeZone: after.timeZone }),
    ...(after.language !== before.language && { locale: after.language }),
    ...(answers.length > 0 && { answers: Object.fromEntries(answers) }),
  };
}

const valueOf = (kind: Field['kind'], typed: Typed): Typed | number =>
  kind === 'number' && typeof typed === 'string' && typed.trim() !== '' && Number.isFinite(Number(typed)) ? Number(typed) : typed;

/** The questions that the answers so far lead to. */
export const askedIn = (fields: readonly Field[], answers: Draft['answers']): Field[] => askedOf(fields, (key) => [answers[key] ?? []].flat().map(String));

/** What was chosen once and is not offered any more can stay chosen. */
export function optionsOf({ options }: Field, before: Typed): { value: string; gone: boolean }[] {
  const chosen = (Array.isArray(before) ? before : [before]).filter((one): one is string => typeof one === 'string' && one !== '');
  return [...options.map((value) => ({ value, gone: false })), ...chosen.filter((one) => !options.includes(one)).map((value) => ({ value, gone: true }))];
}

/** Answers to what the form does not ask any more. */
export function askedOnce({ registration: { answers }, fields }: Own, yes: string): { key: string; answer: string }[] {
  return Object.entries(answers).filter(([key]) => !fields.some((field) => field.key === key)).map(([key, answer]) => ({ key, answer: spelled(answer, yes) }));
}

/** An answer to be read; `yes` is what a tick says. */
export function spelled(answer: unknown, yes: string): string {
  if (answer === true) return yes;
  if (answer === undefined || answer === false || answer === '') return '–';
  return Array.isArray(answer) ? answer.join(', ') : String(answer);
}

export const pointerTo = (key: string): string => `/answers/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
