import type { ComponentChildren, InputEventHandler, Ref, TextareaHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { words } from '../words/spoken.js';
import styles from './field.module.css';

/** To be spread onto the control that a field is about. */
export interface ControlProps {
  id: string;
  class: string;
  required?: boolean;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

interface FieldProps {
  label: ComponentChildren;
  help?: ComponentChildren;
  /** What is wrong, and what to do about it. */
  error?: string;
  /** Id of an error that several fields share and that stands elsewhere. */
  errorAt?: string;
  required?: boolean;
  /** Said where most fields are required and this one is not. */
  optional?: boolean;
  children: (control: ControlProps) => ComponentChildren;
}

/** A label, a control, its help and its error, tied together for eyes, fingers and screen readers. */
export function Field({ label, help, error, errorAt, required, optional, children }: FieldProps) {
  const id = useId();
  const describedBy = [help && `${id}-help`, error && `${id}-error`, errorAt].filter(Boolean).join(' ');
  return (
    <div class={styles.field}>
      <label class={styles.label} for={id}>
        {label}
        {optional && <span class={styles.optional}> {words.optional}</span>}
      </label>
      {help && <p class={styles.help} id={`${id}-help`}>{help}</p>}
      {children({
        id,
        class: styles.control!,
        required: required || undefined,
        'aria-invalid': error || errorAt ? true : undefined,
        'aria-describedby': describedBy || undefined,
      })}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

/** The error's place: there before the error is, so that a screen reader hears it arrive. */
export function FieldError({ id, error }: { id: string; error?: string }) {
  return <p class={styles.error} id={id} aria-live="polite">{error}</p>;
}

type Shared = Omit<FieldProps, 'children'>;
interface TextFieldProps extends Shared {
  name?: string;
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search' | 'date' | 'time' | 'number';
  value?: string | number;
  onInput?: InputEventHandler<HTMLInputElement>;
  onBlur?: () => void;
  autocomplete?: string;
  inputMode?: 'text' | 'email' | 'tel' | 'url' | 'numeric' | 'decimal' | 'search';
  placeholder?: string;
  maxLength?: number;
  min?: string | number;
  max?: string | number;
  step?: string | number;
  list?: string;
  spellcheck?: boolean;
  autocapitalize?: 'off' | 'none';
  autofocus?: boolean;
  disabled?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** One line of text, or whatever `type` says. */
export function TextField({ label, help, error, errorAt, required, optional, inputRef, type = 'text', ...input }: TextFieldProps) {
  return (
    <Field label={label} help={help} error={error} errorAt={errorAt} required={required} optional={optional}>
      {(control) => <input ref={inputRef} type={type as 'text'} {...input} {...control} />}
    </Field>
  );
}

type AreaFieldProps = Shared & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof Shared>;

/** Several lines of text. */
export function AreaField({ label, help, error, required, optional, ...area }: AreaFieldProps) {
  return (
    <Field label={label} help={help} error={error} required={required} optional={optional}>
      {(control) => <textarea rows={4} {...area} {...control} />}
    </Field>
  );
}

interface SelectFieldProps extends Shared {
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** One of a few. */
export function SelectField({ value, options, onChange, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
      )}
    </Field>
  );
}

interface TickProps {
  label: ComponentChildren;
  help?: ComponentChildren;
  type?: 'checkbox' | 'radio';
  name?: string;
  value?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** A box (or, in a group, a radio button) with its words beside it, all of it pressable. */
export function Tick({ label, help, type = 'checkbox', onChange, ...input }: TickProps) {
  const id = useId();
  return (
    <label class={styles.tick}>
      <input
        type={type as 'checkbox'}
        {...input}
        onChange={(event) => onChange(event.currentTarget.checked)}
        aria-describedby={help ? `${id}-help` : undefined}
      />
      <span>
        {label}
        {help && <span class={styles.tickHelp} id={`${id}-help`}>{help}</span>}
      </span>
    </label>
  );
}
