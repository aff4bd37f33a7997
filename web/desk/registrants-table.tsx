import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { spellMoment } from '../kit/times.ts';
import { Waiting } from './desk-frame.tsx';
import { DeliveryHistory, LastDelivery } from './deliveries.tsx';
import { problemOf } from './refused.ts';
import { useDeliveries, type Delivery, type FormField, type Registrant, type useRegistrants } from './sessions.ts';
import styles from './registrants-table.module.css';

interface RegistrantsTableProps {
  sessionId: string;
  fields: FormField[];
  registrants: ReturnType<typeof useRegistrants>;
  /** Nobody will register any more. */
  over?: boolean;
}

/** Who registered, what they answered, and whether their mail arrived. */
export function RegistrantsTable({ sessionId, fields, registrants, over }: RegistrantsTableProps) {
  const deliveries = useDeliveries(sessionId, true);
  const people = registrants.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = registrants.data?.pages[0]?.total ?? 0;
  return (
    <section class={styles.registrants} aria-labelledby="registrants">
      <h2 id="registrants">Registered {total > 0 && <span class={styles.count}>{total}</span>}</h2>
      {deliveries.isError && <Notice tone="danger" action={<Button onClick={() => void deliveries.refetch()}>Try again</Button>}>How the mails fared cannot be shown just now. {problemOf(deliveries.error)?.detail}</Notice>}
      {registrants.isPending && <Waiting />}
      {registrants.isError && <Notice tone="danger" action={<Button onClick={() => void registrants.refetch()}>Try again</Button>}>{problemOf(registrants.error)?.detail}</Notice>}
      {registrants.data && people.length === 0 && <p class={styles.none}>{over ? 'Nobody did.' : 'Nobody yet. They appear here as they register.'}</p>}
      {people.length > 0 && (
        <table class={styles.table}>
          <thead><tr><th scope="col">Name</th><th scope="col">E-mail</th><th scope="col">Registered</th><th scope="col">Last mail</th><th scope="col"><span class="unseen">More</span></th></tr></thead>
          <tbody>
            {people.map((person) => (
              <Person key={person.id} person={person} fields={fields} deliveries={mailsTo(person, deliveries.data ?? [])} />
            ))}
          </tbody>
        </table>
      )}
      {registrants.hasNextPage && <p><Button busy={registrants.isFetchingNextPage} onClick={() => void registrants.fetchNextPage()}>Show more</Button></p>}
    </section>
  );
}

function Person({ person, fields, deliveries }: { person: Registrant; fields: FormField[]; deliveries: Delivery[] }) {
  const [open, setOpen] = useState(false);
  const id = `person-${person.id}`;
  return (
    <>
      <tr class={open ? styles.open : undefined}>
        <th scope="row">{person.name}{person.status !== 'confirmed' && <span class={styles.status}> {person.status}</span>}</th>
        <td>{person.email}</td>
        <td><time dateTime={person.registeredAt}>{spellMoment(person.registeredAt)}</time></td>
        <td><LastDelivery deliveries={deliveries} /></td>
        <td class={styles.more}>
          <Button look="bare" aria-expanded={open} aria-controls={id} aria-label={`${open ? 'Less' : 'More'} about ${person.name}`} onClick={() => setOpen(!open)}>{open ? 'Less' : 'More'}</Button>
        </td>
      </tr>
      <tr id={id} class={styles.details} hidden={!open}>
        <td colSpan={5}>
          {open && (
            <div class={styles.columns}>
              <div>
                <h3>Answers</h3>
                <dl>
                  {fields.map(({ key, label }) => <div key={key}><dt>{label}</dt><dd>{spellAnswer(person.answers[key])}</dd></div>)}
                  <div><dt>Time zone</dt><dd>{person.timeZone.replaceAll('_', ' ')}</dd></div>
                </dl>
              </div>
              <div>
                <h3>Mails</h3>
                <DeliveryHistory deliveries={deliveries} />
              </div>
            </div>
          )}
        </td>
      </tr>
    </>
  );
}

function mailsTo({ id }: Registrant, deliveries: Delivery[]): Delivery[] {
  return deliveries.filter(({ registrationId }) => registrationId === id);
}

function spellAnswer(answer: unknown): string {
  if (answer === undefined || answer === null || answer === '') return '–';
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No';
  return Array.isArray(answer) ? answer.join(', ') : String(answer);
}
