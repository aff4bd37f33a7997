import { useId, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { spellMoment } from '../kit/times.ts';
import { kindOf, whenNext, whyOf } from './mail-words.ts';
import { useMailTrouble, type Delivery } from './sessions.ts';
import styles from './deliveries.module.css';

/** The mails that did not arrive, or have not yet, seen without looking for them. Nothing where all is well. */
export function MailTrouble({ sessionId }: { sessionId: string }) {
  const [{ data: lost }, { data: late }] = [useMailTrouble(sessionId, 'lost'), useMailTrouble(sessionId, 'late')];
  if (!lost?.total && !late?.total) return null;
  const next = late?.items.flatMap(({ nextTryAt }) => nextTryAt ?? []).toSorted()[0];
  return (
    <div class={styles.stack}>
      {lost && lost.total > 0 && <Told tone="danger" mails={lost} title={`${mails(lost.total)} did not arrive`} />}
      {late && late.total > 0 && <Told tone="lit" mails={late} title={`${mails(late.total)} ${late.total === 1 ? 'is' : 'are'} being tried again`} more={next && `The next try is ${whenNext(next, Date.now())}.`} />}
    </div>
  );
}

function mails(count: number): string {
  return count === 1 ? 'One mail' : `${count} mails`;
}

function Told({ tone, mails, title, more }: { tone: 'danger' | 'lit'; mails: { items: Delivery[]; total: number }; title: string; more?: string }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Notice tone={tone} title={title} action={<Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>{open ? 'Hide' : mails.total === 1 ? 'See it' : 'See them'}</Button>}>{more}</Notice>
      <ul id={id} class={styles.lostOnes} tabIndex={open ? 0 : undefined} aria-label={title} hidden={!open}>
        {open && mails.items.map((mail) => (
          <li key={mail.id}>
            <p><b>{mail.recipient}</b> · {kindOf(mail)}</p>
            <p>{whyOf(mail)} <span class={styles.when}>{spellMoment(mail.history.at(-1)?.at ?? mail.createdAt)}</span></p>
          </li>
        ))}
        {open && mails.total > mails.items.length && <li><p>And {mails.total - mails.items.length} more.</p></li>}
      </ul>
    </div>
  );
}
