import { useId } from 'preact/hooks';
import { AreaField, Field, FieldError, TextField, Tick } from '../kit/field.tsx';
import { withLinks } from '../kit/with-links.tsx';
import { words } from '../words/spoken.js';
import { questionsOf } from '../public/form-fields.tsx';
import type { Field as Question } from './ask.ts';
import { optionsOf, type Typed } from './draft.ts';
import styles from './registrant.module.css';

interface AnswerFieldProps {
  field: Question;
  typed: Typed;
  /** What was answered before: it can stay even where it is not offered any more. */
  before: Typed;
  error?: string;
  onType: (typed: Typed) => void;
}

const LINES = { phone: 'tel', url: 'url', number: 'number', date: 'date' } as const;

/** A question of the registration page, with its answer in it: the same kinds, drawn by the kit. */
export function AnswerField({ field, typed, before, error, onType }: AnswerFieldProps) {
  const id = useId();
  const { kind, label, required } = field;
  const help = field.help && withLinks(field.help);
  const shared = { label, help, error, required, optional: !required };
  const options = optionsOf(field, before);
  const text = typeof typed === 'string' ? typed : '';

  if (kind === 'checkbox') {
    return (
      <div class={styles.group} data-wrong={error ? '' : undefined}>
        <Tick label={label} help={help} checked={typed === true} onChange={onType} />
        <FieldError id={`${id}-error`} error={error} />
      </div>
    );
  }
  if (kind === 'choices' || (kind === 'choice' && options.length <= 6)) {
    const picked = Array.isArray(typed) ? typed : [text];
    const pick = (value: string, on: boolean): void => onType(kind === 'choice' ? value : on ? [...picked, value] : picked.filter((one) => one !== value));
    const described = [help && `${id}-help`, `${id}-error`].filter(Boolean).join(' ');
    return (
      <fieldset class={styles.group} aria-describedby={described} data-wrong={error ? '' : undefined}>
        <legend>{label}{!required && <span class={styles.soft}> {words.optional}</span>}</legend>
        {help && <p class={styles.help} id={`${id}-help`}>{help}</p>}
        {options.map(({ value, gone }) => (
          <Tick key={value} type={kind === 'choice' ? 'radio' : 'checkbox'} name={`${id}-choice`} value={value} checked={picked.includes(value)}
            onChange={(on) => pick(value, on)} label={gone ? words.own.notOffered(value) : value} />
        ))}
        {kind === 'choice' && !required && <Tick type="radio" name={`${id}-choice`} value="" checked={text === ''} onChange={() => onType('')} label={words.own.noAnswer} />}
        <FieldError id={`${id}-error`} error={error} />
      </fieldset>
    );
  }
  if (kind === 'choice') {
    return (
      <Field {...shared}>
        {(control) => (
          <select {...control} value={text} onChange={(event) => onType(event.currentTarget.value)}>
            <option value="">{words.form.choose}</option>
            {options.map(({ value, gone }) => <option key={value} value={value}>{gone ? words.own.notOffered(value) : value}</option>)}
          </select>
        )}
      </Field>
    );
  }
  if (kind === 'long-text') return <AreaField {...shared} value={text} onInput={(event) => onType(event.currentTarget.value)} />;
  const [, , asked] = questionsOf([field]);
  return (
    <TextField {...shared} type={kind === 'short-text' ? 'text' : LINES[kind]} autocomplete={asked?.autocomplete ?? 'off'} value={text}
      {...(kind === 'number' && { step: 'any', inputMode: 'decimal' as const })} onInput={(event) => onType(event.currentTarget.value)} />
  );
}
