import { withLinks } from '../kit/with-links.js';
import { english, type Words } from '../words/en.js';
import { askedOf } from './asked.js';
import type { PublicField, TypedValues } from './public-session.js';

/** One question of the form: what is drawn, what was typed, what was wrong with it. */
export interface Question {
  id: string;
  /** The control's name in a form-encoded body. */
  name: string;
  /** Where an error about it points to (RFC 6901). */
  pointer: string;
  label: string;
  help: string;
  kind: PublicField['kind'] | 'email';
  autocomplete?: string;
  required: boolean;
  options: string[];
  /** Asked only then: of which control, with which value, and in words for a page without script. */
  condition?: { name: string; is: string; says: string };
}

/** The fixed questions and the organizer's own. Keys are the organizer's text, so ids are numbers. */
export function questionsOf(fields: PublicField[], { form }: Words = english, passcode = false): Question[] {
  return [
    { id: 'f-email', name: 'email', pointer: '/email', label: form.email, help: form.emailHelp, kind: 'email', autocomplete: 'email', required: true, options: [] },
    { id: 'f-name', name: 'name', pointer: '/name', label: form.name, help: '', kind: 'short-text', autocomplete: 'name', required: true, options: [] },
    ...fields.map((field, n) => ({
      ...field,
      id: `f-${n}`,
      name: `answers.${field.key}`,
      pointer: `/answers/${field.key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      autocomplete: { phone: 'tel', url: 'url' }[field.kind as string],
      condition: conditionOf(field, fields, form),
    })),
    ...(passcode ? [{ id: 'f-passcode', name: 'passcode', pointer: '/passcode', label: form.passcode, help: form.passcodeHelp, kind: 'short-text' as const, autocomplete: 'off', required: true, options: [] }] : []),
  ];
}

function conditionOf({ when }: PublicField, fields: PublicField[], { onlyIf, onlyIfTicked }: Words['form']): Question['condition'] {
  const on = when && fields.find(({ key }) => key === when.key);
  if (!on) return undefined;
  return { name: `answers.${when.key}`, is: when.is, says: on.kind === 'checkbox' ? onlyIfTicked(on.label) : onlyIf(on.label, when.is) };
}

/** The names of the controls that are to be answered by who typed this. */
export function namesAsked(fields: PublicField[], typed: TypedValues): ReadonlySet<string> {
  return new Set(askedOf(fields, (key) => valuesOf(typed, `answers.${key}`)).map(({ key }) => `answers.${key}`));
}

interface Shown {
  question: Question;
  words: Words;
  typed: TypedValues;
  /** Its condition is met, or it has none. */
  asked: boolean;
  error?: string;
}

/** A question with its label, help, control and error. Groups of choices are a fieldset, the rest one control. */
export function QuestionField({ question, words: { form }, typed, asked, error }: Shown) {
  const { id, pointer, kind, help, options, condition } = question;
  // A browser without script shows it to everybody, and would insist.
  const required = question.required && !condition;
  const describedBy = [condition && `${id}-if`, help && `${id}-help`, `${id}-error`].filter(Boolean).join(' ');
  const words = <>{question.label}{question.required && <span class="mark" aria-hidden="true">{'\u00a0*'}</span>}</>;
  const below = <p class="error" id={`${id}-error`}>{error}</p>;
  const above = (
    <>
      {condition && <p class="help only-if" id={`${id}-if`}>{condition.says}</p>}
      {help && <p class="help" id={`${id}-help`}>{withLinks(help)}</p>}
    </>
  );
  const place = { class: asked ? 'field asked' : 'field', 'data-pointer': pointer, 'data-if-name': condition?.name, 'data-if-is': condition?.is };
  const invalid = error ? true as const : undefined;
  const aria = { 'aria-describedby': describedBy, 'aria-invalid': invalid };

  if (kind === 'checkbox') {
    return (
      <div {...place} data-kind={kind}>
        <label class="tick">
          <input type="checkbox" id={id} name={question.name} value="true" checked={valuesOf(typed, question.name).length > 0} required={required} {...aria} />
          <span>{words}</span>
        </label>
        {above}{below}
      </div>
    );
  }
  if (kind === 'choices' || (kind === 'choice' && options.length <= 6)) {
    const picked = valuesOf(typed, question.name);
    return (
      <fieldset {...place} id={id} tabIndex={-1} aria-describedby={describedBy} {...(kind === 'choice' ? { role: 'radiogroup', 'aria-invalid': invalid } : {})}>
        <legend>{words}{question.required && kind === 'choices' && <span class="unseen"> {form.chooseSome}</span>}</legend>
        {above}
        {options.map((option) => (
          <label class="tick">
            {kind === 'choice'
              ? <input type="radio" name={question.name} value={option} checked={picked.includes(option)} required={required} />
              : <input type="checkbox" name={question.name} value={option} checked={picked.includes(option)} aria-invalid={invalid} />}
            <span>{option}</span>
          </label>
        ))}
        {below}
      </fieldset>
    );
  }
  return (
    <div {...place}>
      <label for={id}>{words}</label>
      {above}
      <Control question={{ ...question, required }} choose={form.choose} value={valuesOf(typed, question.name)[0] ?? ''} aria={aria} />
      {below}
    </div>
  );
}

function Control({ question: { id, name, kind, required, options, autocomplete }, choose, value, aria }: { question: Question; choose: string; value: string; aria: object }) {
  const all = { id, name, required, autocomplete: autocomplete ?? 'off', ...aria };
  switch (kind) {
    case 'long-text':
      return <textarea {...all} rows={4} defaultValue={value}>{value}</textarea>;
    case 'choice':
      return (
        <select {...all}>
          <option value="">{choose}</option>
          {options.map((option) => <option value={option} selected={option === value}>{option}</option>)}
        </select>
      );
    case 'email':
      return <input {...all} type="email" inputMode="email" autocapitalize="none" spellcheck={false} value={value} />;
    case 'phone':
      return <input {...all} type="tel" inputMode="tel" value={value} />;
    case 'url':
      return <input {...all} type="url" inputMode="url" placeholder="https://" value={value} />;
    case 'number':
      return <input {...all} type="number" inputMode="decimal" step="any" value={value} />;
    case 'date':
      return <input {...all} type="date" value={value} />;
    default:
      return <input {...all} type="text" value={value} />;
  }
}

function valuesOf(typed: TypedValues, name: string): readonly string[] {
  const value = Object.hasOwn(typed, name) ? typed[name]! : [];
  return typeof value === 'string' ? [value].filter(Boolean) : value;
}
