import { useMutation } from '@tanstack/preact-query';
import { api, type Schemas } from '../../client/api.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { inWords } from './mail-words.ts';
import { dataOf, problemOf } from './refused.ts';
import styles from './mail-test.module.css';

type Answer = Schemas['MailTestAnswer'];
type Check = keyof Answer['checks'];

/** What a receiver asks before it believes a mail, and our answer in plain words. */
const QUESTIONS: readonly { check: Check; name: string; words: Record<Answer['checks'][Check]['result'], string> }[] = [
  { check: 'spf', name: 'SPF', words: { pass: 'Our mail server may send for our address.', fail: 'Our mail server is not named as one that may send for our address.', 'not-checked': 'Whether our mail server may send for our address was not checked.' } },
  { check: 'dkim', name: 'DKIM', words: { pass: 'Our mails are signed, and the key can be found.', fail: 'Our signature cannot be proven.', 'not-checked': 'Whether our mails are signed was not checked.' } },
  { check: 'dmarc', name: 'DMARC', words: { pass: 'Receivers can tell our mails from forged ones.', fail: 'Receivers cannot tell our mails from forged ones: they may call them spam.', 'not-checked': 'Whether receivers can tell our mails from forged ones was not checked.' } },
];
const SIGNS = { pass: '✓', fail: '✕', 'not-checked': '–' } as const;

const OUTCOMES: Record<Answer['outcome'], (to: string) => string> = {
  accepted: (to) => `A test mail is on its way to ${to}.`,
  refused: () => 'The mail server refused the test mail.',
  deferred: () => 'The mail server put the test mail off. It is not tried again.',
  'not-reached': () => 'Our own mail server cannot be reached.',
  unknown: () => 'The connection was lost after the test mail had been handed over: it may arrive.',
};

/** A mail to oneself, to see that mails arrive, and whether receivers will believe them. */
export function MailTest() {
  const test = useMutation({ mutationFn: () => dataOf(api.POST('/api/mail-test')) });
  return (
    <section class={styles.test} aria-labelledby="mail-test">
      <h2 id="mail-test">Do mails arrive?</h2>
      <p><Button busy={test.isPending} onClick={() => test.mutate()}>Send a test mail to myself</Button></p>
      {test.error && <Notice tone="danger">{problemOf(test.error)?.detail}</Notice>}
      {test.data && <Found answer={test.data} />}
    </section>
  );
}

function Found({ answer: { outcome, sentTo, answer, checks } }: { answer: Answer }) {
  const accepted = outcome === 'accepted';
  const why = accepted ? undefined : inWords(answer);
  // Nobody was asked, or nobody answered: said once.
  const same = checks.spf.detail === checks.dkim.detail && checks.dkim.detail === checks.dmarc.detail;
  return (
    <>
      <Notice tone={accepted ? 'good' : 'danger'} title={OUTCOMES[outcome](sentTo)}>
        {accepted ? 'If it is not there in a minute, look among the spam.' : <>{why && `${why.charAt(0).toUpperCase()}${why.slice(1)}. `}<span class={styles.detail}>“{answer}”</span></>}
      </Notice>
      {same ? (
        <p class={styles.detail}>SPF, DKIM and DMARC were not checked. {checks.spf.detail}</p>
      ) : (
        <ul class={styles.checks}>
          {QUESTIONS.map(({ check, name, words }) => {
            const { result, detail } = checks[check];
            return (
              <li key={check} class={styles[result]}>
                <span class={styles.sign} aria-hidden="true">{SIGNS[result]}</span>
                <div>
                  <p><b>{name}</b> {words[result]}</p>
                  <p class={styles.detail}>{detail}</p>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
