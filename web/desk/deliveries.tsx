import { spellMoment } from '../kit/times.ts';
import { fateOf, isLost, kindOf, lastOf, lineOf, newestFirst, whyOf, type Tone } from './mail-words.ts';
import type { Delivery } from './sessions.ts';
import styles from './deliveries.module.css';

const TONES: Record<Tone, string | undefined> = { arrived: styles.arrived, lost: styles.lost, trouble: styles.trouble, quiet: styles.quiet };

/** A mail's fate, as words in their colour. */
function Fate({ mail }: { mail: Delivery }) {
  const { tone, words } = fateOf(mail, Date.now());
  return <span class={TONES[tone]}>{words}</span>;
}

/** How the newest mail to somebody fared, and whether an earlier one was lost. */
export function LastDelivery({ deliveries }: { deliveries: Delivery[] }) {
  const last = lastOf(deliveries);
  if (!last) return <span class={styles.quiet}>–</span>;
  const lost = deliveries.filter((mail) => mail !== last && isLost(mail)).length;
  return (
    <span>
      {kindOf(last)} <Fate mail={last} />
      {lost > 0 && <span class={styles.earlier}> {isLost(last) ? `and ${lost} more` : lost === 1 ? 'one before it did not arrive' : `${lost} before it did not arrive`}</span>}
    </span>
  );
}

/** Every mail to somebody, newest first: what, when, how it fared and why; all that became of it on demand. */
export function DeliveryHistory({ deliveries }: { deliveries: Delivery[] }) {
  if (deliveries.length === 0) return <p class={styles.quiet}>None yet.</p>;
  return (
    <ol class={styles.mails}>
      {newestFirst(deliveries).map((mail) => (
        <li key={mail.id}>
          <p><b>{kindOf(mail)}</b> <Fate mail={mail} /></p>
          {whyOf(mail) && <p>{whyOf(mail)}</p>}
          <p class={styles.when}>
            {mail.sentAt ? `Sent ${spellMoment(mail.sentAt)}` : `Written ${spellMoment(mail.createdAt)}`}
            {mail.attempts > 1 && `, ${mail.attempts} tries`}
            {mail.status === 'deferred' && mail.nextTryAt && `, next try ${spellMoment(mail.nextTryAt)}`}
          </p>
          <details class={styles.all}>
            <summary>All that became of it<span class="unseen">: {kindOf(mail)}</span></summary>
            <Happenings mail={mail} />
          </details>
        </li>
      ))}
    </ol>
  );
}

function Happenings({ mail }: { mail: Delivery }) {
  return (
    <ol class={styles.happenings}>
      {mail.history.map((happening) => {
        const { words, answer } = lineOf(happening);
        return (
          <li key={`${happening.at} ${happening.event}`}>
            <time dateTime={happening.at}>{spellMoment(happening.at)}</time>
            <div>
              <p>{words}{happening.nextTryAt && happening.event !== 'not-reached' && `, next try ${spellMoment(happening.nextTryAt)}`}</p>
              {answer && <p class={styles.answer}>{answer}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
