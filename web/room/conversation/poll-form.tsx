import { useRef, useState } from 'preact/hooks';
import { Icon } from '../../attendee/icons.tsx';
import { Button } from '../../kit/button.tsx';
import { TextField, Tick } from '../../kit/field.tsx';
import { words } from '../../words/spoken.js';
import styles from './polls.module.css';
import type { Talk } from './talk.ts';
import { useAsking } from './use-asking.ts';

const MOST_OPTIONS = 10;

/** A host writes a poll: kept as a draft, or opened at once. */
export function PollForm({ talk, live, onClose }: { talk: Talk; live: boolean; onClose: () => void }) {
  const [question, setQuestion] = useState('');
  const [options, setOptions] = useState(['', '']);
  const [multiple, setMultiple] = useState(false);
  const id = useRef(crypto.randomUUID());
  const form = useRef<HTMLFormElement>(null);
  const { trouble, busy, ask } = useAsking(talk);
  const answers = options.map((one) => one.trim()).filter(Boolean);
  const whole = question.trim() !== '' && answers.length >= 2;

  async function make(open: boolean) {
    if (!whole) return;
    const made = await ask(
      { type: 'make-poll', poll: id.current, question: question.trim(), options: answers, multiple },
      ...(open ? [{ type: 'turn-poll', poll: id.current, status: 'open' } as const] : []),
    );
    if (made) onClose();
  }

  function addOption() {
    setOptions([...options, '']);
    requestAnimationFrame(() => [...form.current!.querySelectorAll<HTMLInputElement>('[data-option] input')].at(-1)?.focus());
  }

  return (
    <form ref={form} class={styles.form} onSubmit={(event) => { event.preventDefault(); void make(live); }}>
      <TextField label={words.polls.question} value={question} maxLength={200} autofocus onInput={(event) => setQuestion(event.currentTarget.value)} />
      {options.map((option, at) => (
        <div key={at} class={styles.option} data-option>
          <TextField label={words.polls.option(at + 1)} value={option} maxLength={100} onInput={(event) => setOptions(options.with(at, event.currentTarget.value))} />
          {options.length > 2 && <Button look="bare" aria-label={words.polls.removeOption(at + 1)} onClick={() => setOptions(options.toSpliced(at, 1))}><Icon name="end" size={16} /></Button>}
        </div>
      ))}
      {options.length < MOST_OPTIONS && <div><Button look="bare" onClick={addOption}>{words.polls.addOption}</Button></div>}
      <Tick label={words.polls.allowSeveral} checked={multiple} onChange={setMultiple} />
      <p class={trouble ? styles.trouble : 'unseen'} role="alert">{trouble}</p>
      <p class={styles.deeds}>
        {live && <Button type="submit" look="primary" busy={busy} disabled={!whole}>{words.polls.openNow}</Button>}
        <Button look={live ? 'quiet' : 'primary'} busy={busy} disabled={!whole} onClick={() => void make(false)}>{words.polls.keep}</Button>
        <Button look="bare" onClick={onClose}>{words.polls.discard}</Button>
      </p>
    </form>
  );
}
