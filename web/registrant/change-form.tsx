import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Field, SelectField, TextField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { allZones, zoneTyped } from '../kit/zones.ts';
import { LANGUAGES } from '../words/languages.js';
import { around, mistakeSaid } from '../words/said.js';
import { choose, words } from '../words/spoken.js';
import { AnswerField } from './answer-field.tsx';
import { change, type Own, type Refused } from './ask.ts';
import { askedIn, askedOnce, changesBetween, draftOf, pointerTo, type Draft } from './draft.ts';
import styles from './registrant.module.css';

const languages = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));

/** What somebody said, open to be changed. One judge: the server, by the definition that drew the form. */
export function ChangeForm({ token, own, onNews }: { token: string; own: Own; onNews: (own: Own) => void }) {
  const before = draftOf(own);
  const [draft, setDraft] = useState<Draft>(before);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const [done, setDone] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const zones = useId();

  // The first thing to mend gets the focus, once its error stands beside it.
  useEffect(() => {
    if (refused?.mistakes.length) form.current?.querySelector<HTMLElement>('[aria-invalid], [data-wrong] input')?.focus();
  }, [refused]);

  const put = (changes: Partial<Draft>): void => {
    setDraft((now) => ({ ...now, ...changes }));
    setDone(undefined);
  };
  const wrong = (pointer: string, kind?: string): string | undefined => {
    const mistake = refused?.mistakes.find((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`));
    return mistake && mistakeSaid(words.mistakes, mistake, kind);
  };

  async function save(): Promise<void> {
    const meant = { ...draft, timeZone: zoneTyped(draft.timeZone) };
    setDraft(meant);
    setRefused(undefined);
    setDone(undefined);
    const wish = changesBetween(before, meant, own.fields);
    if (Object.keys(wish).length === 0) return setDone(words.own.unchanged);
    setBusy(true);
    const answer = await change(token, wish);
    setBusy(false);
    if ('refused' in answer) return setRefused(answer.refused);
    if (wish.locale !== undefined) await choose(wish.locale);
    setDraft(draftOf(answer.value));
    setDone(words.own.saved);
    onNews(answer.value);
  }

  const earlier = askedOnce(own, words.own.yes);
  const [asBefore, asAfter] = around(words.own.registeredAs);
  return (
    <form ref={form} class={styles.section} noValidate aria-labelledby="answers-title" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <h2 id="answers-title">{words.own.said}</h2>
      <p class={styles.soft}>{asBefore}<b>{own.registration.email}</b>{asAfter}</p>
      <TextField label={words.form.name} name="name" autocomplete="name" required maxLength={100} spellcheck={false} value={draft.name} error={wrong('/name')} onInput={(event) => put({ name: event.currentTarget.value })} />
      {askedIn(own.fields, draft.answers).map((field) => (
        <AnswerField key={field.key} field={field} typed={draft.answers[field.key] ?? ''} before={before.answers[field.key] ?? ''} error={wrong(pointerTo(field.key), field.kind)}
          onType={(typed) => put({ answers: { ...draft.answers, [field.key]: typed } })} />
      ))}
      {earlier.length > 0 && (
        <dl class={styles.said}>
          {earlier.map(({ key, answer }) => <div key={key}><dt>{words.own.askedEarlier(key)}</dt><dd>{answer}</dd></div>)}
        </dl>
      )}
      <div class={styles.pair}>
        <Field label={words.own.timeZone} help={words.own.timeZoneHelp} error={wrong('/timeZone')}>
          {(control) => (
            <input {...control} type="text" list={zones} autocomplete="off" spellcheck={false} value={draft.timeZone.replaceAll('_', ' ')}
              onFocus={(event) => event.currentTarget.select()} onInput={(event) => put({ timeZone: event.currentTarget.value })} onBlur={() => setDraft((now) => ({ ...now, timeZone: zoneTyped(now.timeZone) }))} />
          )}
        </Field>
        <datalist id={zones}>{allZones().map((zone) => <option key={zone} value={zone.replaceAll('_', ' ')} />)}</datalist>
        <SelectField label={words.own.language} help={words.own.languageHelp} value={draft.language} options={languages} error={wrong('/locale')} onChange={(language) => put({ language })} />
      </div>
      {refused && <Notice tone="danger">{refused.mistakes.length > 0 ? words.own.wrong : refused.sentence}</Notice>}
      <div class={styles.row}>
        <Button type="submit" busy={busy}>{words.own.save}</Button>
        <p class={styles.done} role="status">{done}</p>
      </div>
    </form>
  );
}
