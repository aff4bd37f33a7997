import type { Words } from '../words/en.js';
import { around, mistakeSaid, refusalSaid } from '../words/said.js';
import { QuestionField, namesAsked, questionsOf, type Question } from './form-fields.js';
import { STANDINGS, type FormProblem, type PublicSession, type Reader, type Standing, type TypedValues } from './public-session.js';

interface RegistrationFormProps {
  session: PublicSession;
  reader: Reader;
  problem?: FormProblem;
  values?: TypedValues;
}

/** What the script says in the page's language (`enhance.ts`), so that it need not load all the words. */
export type FormWords = Pick<Words['form'], 'again' | 'failed' | 'unreachable'> & Pick<Words, 'mistakes' | 'refusals'>;

/** The form: whole without script, answered in place with it. What it was read in is what the mails will speak. */
export function RegistrationForm({ session, reader: { words, locale }, problem, values = {} }: RegistrationFormProps) {
  const questions = questionsOf(session.registration?.fields ?? [], words, session.passcode);
  const { form: { again, failed, unreachable }, mistakes, refusals } = words;
  const asked = namesAsked(session.registration?.fields ?? [], values);
  const said = problem && inWords(problem, questions, words);
  return (
    <form id="register" method="post" action={`/s/${encodeURIComponent(session.slug)}`} data-api={`/api/public/sessions/${encodeURIComponent(session.slug)}/registrations`}
      data-words={JSON.stringify({ again, failed, unreachable, mistakes, refusals } satisfies FormWords)} accept-charset="utf-8">
      <input type="hidden" name="locale" value={locale} />
      <Summary problem={said} again={again} questions={questions} />
      {questions.map((question) => (
        <QuestionField question={question} words={words} typed={values} asked={!question.condition || asked.has(question.name)} error={said?.errors?.find((error) => isAbout(error.pointer, question))?.detail} />
      ))}
      <p class="small"><span class="mark" aria-hidden="true">*</span> {words.form.needed}</p>
      <button class="go" type="submit">{words.form.register}</button>
    </form>
  );
}

/** The same mistakes, told in the page's language. */
function inWords({ title, detail, code, errors = [] }: FormProblem, questions: Question[], { mistakes, refusals, form }: Words): FormProblem {
  return {
    detail: refusalSaid(refusals, code, detail ?? title ?? form.failed),
    errors: errors.map((error) => ({ ...error, detail: mistakeSaid(mistakes, error, questions.find((one) => isAbout(error.pointer, one))?.kind) })),
  };
}

/** What went wrong, first on the page and first in the ear; empty until something does. */
function Summary({ problem, again, questions }: { problem?: FormProblem; again: string; questions: Question[] }) {
  const errors = problem?.errors ?? [];
  return (
    <div id="summary" class="summary" role="alert" tabIndex={-1} hidden={!problem} autofocus={!!problem}>
      {problem && <p>{errors.length ? again : problem.detail}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.map((error) => {
            const question = questions.find((one) => isAbout(error.pointer, one));
            return <li>{question ? <a href={`#${question.id}`}><b>{question.label}</b> {error.detail}</a> : error.detail}</li>;
          })}
        </ul>
      )}
    </div>
  );
}

function isAbout(pointer: string, question: Question): boolean {
  return pointer === question.pointer || pointer.startsWith(`${question.pointer}/`);
}

/** Said the same whether or not the address was known: what it says depends on the session alone. The script shows what the answer names. */
export function CheckYourEmail({ session, words: { sent, done }, standing, address }: { session: PublicSession; words: Words; standing?: Standing; address?: string }) {
  return (
    <dialog id="done" class="done" open={!!standing} aria-labelledby="done-title">
      <h2 id="done-title">{sent.title}</h2>
      {STANDINGS.map((one) => <Said key={one} standing={one} session={session} sent={sent} address={address} hidden={one !== (standing ?? 'confirmed')} />)}
      <p class="small">{sent.nothing}</p>
      <form method="dialog"><button class="go" autofocus={!!standing}>{done}</button></form>
    </dialog>
  );
}

function Said({ standing, session, sent, address, hidden }: { standing: Standing; session: PublicSession; sent: Words['sent']; address?: string; hidden: boolean }) {
  const [before, after] = around(standing === 'confirmed' ? sent.onItsWay : sent[standing].onItsWay);
  const next = standing !== 'confirmed' ? sent[standing].next(session.hostName) : session.phase === 'live' ? sent.live : sent.later;
  return (
    <div data-standing={standing} hidden={hidden}>
      <p>{before}<b data-address>{address || sent.theAddress}</b>{after}</p>
      <p>{next}</p>
    </div>
  );
}
