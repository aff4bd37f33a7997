import { spellMoment } from '../kit/times.ts';
import type { Delivery } from './sessions.ts';
import styles from './deliveries.module.css';

/** A stable name from the server as words: `link-again` → "Link again". */
function inWords(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const ARRIVED = new Set(['sent', 'delivered', 'accepted']);
const LOST = new Set(['failed', 'refused', 'bounced', 'given-up', 'dead']);

function tone(status: string): string {
  return (ARRIVED.has(status) ? styles.arrived : LOST.has(status) ? styles.lost : styles.underway)!;
}

/** How the newest mail to somebody fared. */
export function LastDelivery({ deliveries }: { deliveries: Delivery[] }) {
  const last = newestFirst(deliveries)[0];
  if (!last) return <span class={styles.underway}>–</span>;
  return <span>{inWords(last.kind)} <span class={tone(last.status)}>{last.status.replaceAll('-', ' ')}</span></span>;
}

/** Every mail to somebody, newest first: what, when, how it fared, and what the mail server said. */
export function DeliveryHistory({ deliveries }: { deliveries: Delivery[] }) {
  if (deliveries.length === 0) return <p class={styles.underway}>None yet.</p>;
  return (
    <ol class={styles.history}>
      {newestFirst(deliveries).map((mail) => (
        <li key={mail.id}>
          <p><b>{inWords(mail.kind)}</b> <span class={tone(mail.status)}>{mail.status.replaceAll('-', ' ')}</span></p>
          <p class={styles.when}>
            {mail.sentAt ? `Sent ${spellMoment(mail.sentAt)}` : `Written ${spellMoment(mail.createdAt)}`}
            {mail.attempts > 1 && `, ${mail.attempts} tries`}
            {!mail.sentAt && mail.nextTryAt && `, next try ${spellMoment(mail.nextTryAt)}`}
          </p>
          {!ARRIVED.has(mail.status) && mail.lastAnswer && <p class={styles.when}>“{mail.lastAnswer}”</p>}
        </li>
      ))}
    </ol>
  );
}

function newestFirst(deliveries: Delivery[]): Delivery[] {
  return deliveries.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}
