import { QuestionField, questionsOf, type Question } from './form-fields.js';
import type { FormProblem, PublicSession, TypedValues } from './public-session.js';

interface RegistrationFormProps {
  session: PublicSession;
  problem?: FormProblem;
  values?: TypedValues;
}

/** The form: whole without script, answered in place with it (`enhance.ts`). */
export function RegistrationForm({ session, problem, values = {} }: RegistrationFormProps) {
  const questions = questionsOf(session.registration?.fields ?? []);
  const errors = problem?.errors ?? [];
  return (
    <form id="register" method="post" action={`/s/${encodeURIComponent(session.slug)}`} data-api={`/api/public/sessions/${encodeURIComponent(session.slug)}/registrations`} accept-charset="utf-8">
      <Summary problem={problem} questions={questions} />
      {questions.map((question) => (
        <QuestionField question={question} typed={values} error={errors.find((error) => isAbout(error.pointer, question))?.detail} />
      ))}
      <p class="small"><span class="mark" aria-hidden="true">*</span> needed</p>
      <button class="go" type="submit">Register</button>
    </form>
  );
}

/** What went wrong, first on the page and first in the ear; empty until something does. */
function Summary({ problem, questions }: { problem?: FormProblem; questions: Question[] }) {
  const errors = problem?.errors ?? [];
  return (
    <div id="summary" class="summary" role="alert" tabIndex={-1} hidden={!problem} autofocus={!!problem}>
      {problem && <p>{errors.length ? 'Please look at this again:' : problem.detail ?? problem.title}</p>}
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

/** Said the same whether or not the address was known: what it says depends on the session alone. */
export function CheckYourEmail({ session, open, address }: { session: PublicSession; open: boolean; address?: string }) {
  return (
    <dialog id="done" class="done" open={open} aria-labelledby="done-title">
      <h2 id="done-title">Check your e-mail</h2>
      <p>Your personal link is on its way to <b id="done-address">{address || 'the address you gave'}</b>.</p>
      <p>
        {session.phase === 'live'
          ? 'The session is running: the link leads straight in.'
          : 'The message brings an invitation for your calendar, too. Open your link when it is time.'}
      </p>
      <p class="small">Nothing there after a few minutes? Look among the unwanted mail, or register once more with the same address.</p>
      <form method="dialog"><button class="go" autofocus={open}>Done</button></form>
    </dialog>
  );
}
