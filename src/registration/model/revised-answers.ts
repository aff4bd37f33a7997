import { isDeepStrictEqual } from 'node:util';
import type { FormField } from '../../scheduling/events.js';
import type { Mistake } from '../../platform/model/refusal.js';
import type { Answers } from '../events.js';
import { isEmpty, judgeAnswers, pointerTo } from './answers.js';
import { askedOf } from './asked.js';

/**
 * The answers after some of them were given anew. What is left as it was is not judged again, for the form
 * may have changed since: an answer that it would not take today stands, and a question that came later may
 * stay open. What is no longer asked can only be taken back. A changed answer may open questions, which are
 * judged then, and close others, whose answers go.
 */
export function reviseAnswers(form: readonly FormField[], stored: Answers, given: Readonly<Record<string, unknown>>): { answers: Answers; mistakes: Mistake[] } {
  const before = new Map<string, unknown>(Object.entries(stored));
  const isAsked = (key: string): boolean => form.some((field) => field.key === key);
  const changed = Object.keys(given).filter((key) => !isSame(given[key], before.get(key)));
  const answered = changed.filter((key) => isAsked(key) || !isEmpty(given[key]));
  const kept = pick(stored, (key) => !changed.includes(key));

  const merged = { ...pick(kept, isAsked), ...pick(given, (key) => answered.includes(key)) };
  const judged = judgeAnswers(form, merged);
  const [openBefore, openNow] = [stored, merged].map((answers) => askedOf(form, answers).map(({ key }) => key)) as [string[], string[]];
  const closed = (key: string): boolean => openBefore.includes(key) && !openNow.includes(key);
  const mine = [...answered, ...openNow.filter((key) => !openBefore.includes(key))].map(pointerTo);
  return {
    answers: { ...pick(kept, (key) => !closed(key)), ...pick(judged.answers, (key) => answered.includes(key)) },
    mistakes: judged.mistakes.filter(({ pointer }) => mine.includes(pointer)),
  };
}

const isSame = (one: unknown, other: unknown): boolean => (isEmpty(one) && isEmpty(other)) || isDeepStrictEqual(one, other);

const pick = <Value>(from: Readonly<Record<string, Value>>, meant: (key: string) => boolean): Record<string, Value> =>
  Object.fromEntries(Object.entries(from).filter(([key]) => meant(key)));
