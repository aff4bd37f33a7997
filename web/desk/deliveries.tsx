import { spellMoment } from '../kit/times.ts';
import type { Delivery } from './sessions.ts';
import styles from './deliveries.module.css';

/** A stable name from the server as words: `link-again` → "Link again". */
function inWords(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const TONES: Partial<Record<Delivery['status'], string>> = { sent: styles.arrived, failed: styles.lost, expired: styles.lost };

/** A delivery's fate, as words in their colour. */
function Fate({ status }: { status: Delivery['status'] }) {
  return <span class={TONES[status] ?? styles.underway}>{status === 'deferred' ? 'will be tried again' : status}</span>;
}

/** How the newest mail to somebody fared. */
export function LastDelivery({ deliveries }: { deliveries: Delivery[] }) {
  const last = newestFirst(deliveries)[0];
  if (!last) return <span class={styles.underway}>–</span>;
  return <span>{inWords(last.kind)} <Fate status={last.status} /></span>;
}

/** Every mail to somebody, newest first: what, when, how it fared, and what the mail server said. */
export function DeliveryHistory({ deliveries }: { deliveries: Delivery[] }) {
  if (deliveries.length === 0) return <p class={styles.underway}>None yet.</p>;
  return (
    <ol class={styles.history}>
      {newestFirst(deliveries).map((mail) => (
        <li key={mail.id}>
          <p><b>{inWords(mail.kind)}</b> <Fate status={mail.status} /></p>
          <p class={styles.when}>
            {mail.sentAt ? `Sent ${spellMoment(mail.sentAt)}` : `Written ${spellMoment(mail.createdAt)}`}
            {mail.attempts > 1 && `, ${mail.attempts} tries`}
            {!mail.sentAt && mail.nextTryAt && `, next try ${spellMoment(mail.nextTryAt)}`}
          </p>
          {mail.status !== 'sent' && mail.lastAnswer && <p class={styles.when}>“{mail.lastAnswer}”</p>}
        </li>
      ))}
    </ol>
  );
}

function newestFirst(deliveries: Delivery[]): Delivery[] {
  return deliveries.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}
