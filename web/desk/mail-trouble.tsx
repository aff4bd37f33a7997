import { useId, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { spellMoment } from '../kit/times.ts';
import { isInTrouble, isLost, kindOf, whenNext, whyOf } from './mail-words.ts';
import { useDeliveries, type Delivery } from './sessions.ts';
import styles from './deliveries.module.css';

/** The mails that did not arrive, or have not yet, seen without looking for them. Nothing where all is well. */
export function MailTrouble({ sessionId }: { sessionId: string }) {
  const { data: deliveries = [] } = useDeliveries(sessionId, true);
  const [lost, late] = [deliveries.filter(isLost), deliveries.filter(isInTrouble)];
  if (lost.length + late.length === 0) return null;
  const next = late.flatMap(({ nextTryAt }) => nextTryAt ?? []).toSorted()[0];
  return (
    <div class={styles.stack}>
      {lost.length > 0 && <Told tone="danger" mails={lost} title={`${mails(lost.length)} did not arrive`} />}
      {late.length > 0 && <Told tone="lit" mails={late} title={`${mails(late.length)} ${late.length === 1 ? 'is' : 'are'} being tried again`} more={next && `The next try is ${whenNext(next, Date.now())}.`} />}
    </div>
  );
}

function mails(count: number): string {
  return count === 1 ? 'One mail' : `${count} mails`;
}

function Told({ tone, mails, title, more }: { tone: 'danger' | 'lit'; mails: Delivery[]; title: string; more?: string }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Notice tone={tone} title={title} action={<Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>{open ? 'Hide' : mails.length === 1 ? 'See it' : 'See them'}</Button>}>{more}</Notice>
      <ul id={id} class={styles.lostOnes} tabIndex={open ? 0 : undefined} aria-label={title} hidden={!open}>
        {open && mails.map((mail) => (
          <li key={mail.id}>
            <p><b>{mail.recipient}</b> · {kindOf(mail)}</p>
            <p>{whyOf(mail)} <span class={styles.when}>{spellMoment(mail.history.at(-1)?.at ?? mail.createdAt)}</span></p>
          </li>
        ))}
      </ul>
    </div>
  );
}
