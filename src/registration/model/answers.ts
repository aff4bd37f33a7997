import type { FormField } from '../../scheduling/events.js';
import type { Mistake } from '../../platform/model/refusal.js';
import type { Answers } from '../events.js';
import { askedOf } from './asked.js';

type Judgement = { value: Answers[string] | undefined } | { mistake: [code: string, detail: string] };

/**
 * Whether answers fit the form that asked: judged by the same definition that draws it. Unknown keys are refused;
 * what was filled in where nothing was asked, on a page that shows every question, is left out.
 */
export function judgeAnswers(form: readonly FormField[], given: Readonly<Record<string, unknown>>): { answers: Answers; mistakes: Mistake[] } {
  const answers: Answers = {};
  const mistakes: Mistake[] = [];
  for (const field of askedOf(form, given)) {
    const judgement = judge(field, Object.hasOwn(given, field.key) ? given[field.key] : undefined);
    if ('mistake' in judgement) mistakes.push({ pointer: pointerTo(field.key), code: judgement.mistake[0], detail: judgement.mistake[1] });
    else if (judgement.value !== undefined) answers[field.key] = judgement.value;
  }
  for (const key of Object.keys(given)) {
    if (!form.some((field) => field.key === key)) mistakes.push({ pointer: pointerTo(key), code: 'unknown-question', detail: 'The form asks no such question.' });
  }
  return { answers, mistakes };
}

export const pointerTo = (key: string): string => `/answers/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
const missing: Judgement = { mistake: ['required', 'Please answer this.'] };
export const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

function judge(field: FormField, raw: unknown): Judgement {
  const given = typeof raw === 'string' ? raw.trim() : raw;
  if (field.kind === 'checkbox') return judgeCheckbox(field, given);
  if (isEmpty(given)) return field.required ? missing : { value: undefined };
  if (field.kind === 'choices') return judgeChoices(field, given);
  if (field.kind === 'number' && typeof given === 'number') return Number.isFinite(given) ? { value: given } : bad('number', 'Give a number.');
  if (typeof given !== 'string') return bad('text', 'Give this as text.');
  return judgeText(field, given);
}

const bad = (code: string, detail: string): Judgement => ({ mistake: [code, detail] });

function judgeCheckbox(field: FormField, given: unknown): Judgement {
  const ticked = given === true || given === 'on' || given === 'true';
  if (!ticked && !(isEmpty(given) || given === 'false')) return bad('checkbox', 'Tick it or leave it.');
  return !ticked && field.required ? bad('required', 'Please tick this to go on.') : { value: ticked };
}

function judgeChoices(field: FormField, given: unknown): Judgement {
  const chosen = Array.isArray(given) ? given : [given];
  const known = chosen.every((one): one is string => typeof one === 'string' && field.options.includes(one));
  return known ? { value: [...new Set(chosen)] } : bad('choice', 'Choose from the options.');
}

function judgeText(field: FormField, given: string): Judgement {
  const limit = field.kind === 'long-text' ? 5_000 : 500;
  if (given.length > limit) return bad('too-long', `At most ${limit} characters, please.`);
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(given) || !given.isWellFormed()) return bad('characters', 'It contains characters that cannot be stored.');
  switch (field.kind) {
    case 'choice': return field.options.includes(given) ? { value: given } : bad('choice', 'Choose one of the options.');
    case 'phone': return /^\+?[\d\s()./-]{4,30}$/.test(given) ? { value: given } : bad('phone', 'Give a phone number such as +49 30 1234567.');
    case 'url': return isWebAddress(given) ? { value: given } : bad('url', 'Give a web address such as https://example.com.');
    case 'number': return Number.isFinite(Number(given)) ? { value: Number(given) } : bad('number', 'Give a number.');
    case 'date': return isDate(given) ? { value: given } : bad('date', 'Give a date such as 2026-12-01.');
    default: return { value: given };
  }
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
