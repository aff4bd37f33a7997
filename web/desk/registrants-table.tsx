import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { SelectField, TextField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { AddRegistrant } from './add-registrant.tsx';
import { ImportRegistrants } from './import-registrants.tsx';
import { Waiting } from './desk-frame.tsx';
import { problemOf } from './refused.ts';
import { DEED_DONE, DeedDialog, isAsked, type AskedDeed } from './registrant-deed.tsx';
import { RegistrantRow } from './registrant-row.tsx';
import { csvOf, useRegistrantDeed, useRegistrants, type Order, type Registrant, type RegistrantDeed, type RegistrationStatus, type Wanted } from './registrants.ts';
import { choicesOf, spellStatus } from './registrant-words.ts';
import { useDeliveries, type FormField, type FormerField } from './sessions.ts';
import styles from './registrants-table.module.css';

interface RegistrantsTableProps {
  sessionId: string;
  fields: FormField[];
  askedBefore: FormerField[];
  /** Nobody will register any more, and nothing is sent. */
  over?: boolean;
}

const ORDERS: { value: Order; label: string }[] = [
  { value: 'registered', label: 'First come first' },
  { value: '-registered', label: 'Newest first' },
  { value: 'name', label: 'Name, A to Z' },
  { value: '-name', label: 'Name, Z to A' },
];
const ALL = '';
/** So many fit on a screen: nobody needs to search them. */
const FEW = 8;
const TYPED_MS = 250;

/** Who registered, what they answered, whether their mail arrived, and what can be done about each of them. */
export function RegistrantsTable({ sessionId, fields, askedBefore, over = false }: RegistrantsTableProps) {
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState<Wanted>({});
  const registrants = useRegistrants(sessionId, true, wanted);
  const deed = useRegistrantDeed(sessionId);
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState<{ deed: AskedDeed; registrant: Registrant }>();
  const [said, setSaid] = useState('');

  useEffect(() => {
    const pause = setTimeout(() => setWanted(({ search: _, ...rest }) => (typed.trim() ? { ...rest, search: typed.trim() } : rest)), TYPED_MS);
    return () => clearTimeout(pause);
  }, [typed]);

  const people = registrants.data?.pages.flatMap(({ items }) => items) ?? [];
  const deliveries = useDeliveries(sessionId, people.map(({ id }) => id));
  const { total = 0, byStatus = {} } = registrants.data?.pages[0] ?? {};
  const narrowed = wanted.search !== undefined || wanted.status !== undefined || wanted.question !== undefined;
  const statuses = [...new Set([...Object.keys(byStatus), ...(wanted.status ? [wanted.status] : [])])];

  const choices = choicesOf(fields, askedBefore);

  function act(what: RegistrantDeed, registrant: Registrant): void {
    if (deed.isPending) return;
    deed.mutate({ deed: what, registrant }, {
      onSuccess: () => {
        setAsked(undefined);
        setSaid(DEED_DONE[what](registrant.name));
        // The row that was acted on is gone, and the keyboard with it.
        if (what === 'erase') requestAnimationFrame(() => heading.current?.focus());
      },
    });
  }

  function close(): void {
    deed.reset();
    setAsked(undefined);
  }

  return (
    <section class={styles.registrants} aria-labelledby="registrants">
      <h2 id="registrants" tabIndex={-1} ref={heading}>Registered {total > 0 && !narrowed && <span class={styles.count}>{total}</span>}</h2>
      {deliveries.isError && <Notice tone="danger" action={<Button onClick={() => void deliveries.refetch()}>Try again</Button>}>How the mails fared cannot be shown just now. {problemOf(deliveries.error)?.detail}</Notice>}
      {registrants.isPending && <Waiting />}
      {registrants.isError && <Notice tone="danger" action={<Button onClick={() => void registrants.refetch()}>Try again</Button>}>{problemOf(registrants.error)?.detail}</Notice>}
      {(narrowed || typed !== '' || total > FEW || statuses.length > 1) && (
        <div class={styles.tools} role="search" aria-label="Registrants">
          <TextField label="Search" type="search" placeholder="Name or e-mail" autocomplete="off" spellcheck={false} maxLength={200} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
          {(statuses.length > 1 || wanted.status) && (
            <SelectField
              label="Show"
              value={wanted.status ?? ALL}
              options={[{ value: ALL, label: 'Everybody' }, ...statuses.map((status) => ({ value: status, label: `${spellStatus(status)} (${byStatus[status] ?? 0})` }))]}
              onChange={(status) => setWanted(({ status: _, ...rest }) => (status === ALL ? rest : { ...rest, status: status as RegistrationStatus }))}
            />
          )}
          {choices.length > 0 && (
            <SelectField
              label="Answer"
              value={wanted.question === undefined ? ALL : String(choices.findIndex(({ question, answer }) => question === wanted.question && answer === wanted.answer))}
              options={[{ value: ALL, label: 'Any' }, ...choices.map(({ words }, at) => ({ value: String(at), label: words }))]}
              onChange={(at) => setWanted(({ question: _, answer: __, ...rest }) => (at === ALL ? rest : { ...rest, question: choices[Number(at)]!.question, answer: choices[Number(at)]!.answer }))}
            />
          )}
          <SelectField label="Order" value={wanted.sort ?? 'registered'} options={ORDERS} onChange={(sort) => setWanted({ ...wanted, sort: sort as Order })} />
        </div>
      )}
      <p class={styles.none} role="status">{narrowed && registrants.data && !registrants.isPlaceholderData ? (total === 1 ? 'One is found.' : total === 0 ? 'Nobody is found.' : `${total} are found.`) : said}</p>
      {registrants.data && people.length === 0 && !narrowed && <p class={styles.none}>{over ? 'Nobody did.' : 'Nobody yet. They appear here as they register.'}</p>}
      {people.length > 0 && (
        <table class={styles.table} aria-busy={registrants.isPlaceholderData}>
          <thead><tr><th scope="col">Name</th><th scope="col">E-mail</th><th scope="col">Registered</th><th scope="col">Last mail</th><th scope="col"><span class="unseen">More</span></th></tr></thead>
          <tbody>
            {people.map((person) => (
              <RegistrantRow
                key={person.id}
                sessionId={sessionId}
                person={person}
                fields={fields}
                askedBefore={askedBefore}
                deliveries={(deliveries.data ?? []).filter(({ registrationId }) => registrationId === person.id)}
                over={over}
                busy={deed.isPending && !isAsked(deed.variables.deed) && deed.variables.registrant.id === person.id}
                act={(what) => (isAsked(what) ? setAsked({ deed: what, registrant: person }) : act(what, person))}
                onCorrected={({ name }) => setSaid(`What you changed about ${name} is saved.`)}
              />
            ))}
          </tbody>
        </table>
      )}
      {registrants.hasNextPage && <p><Button busy={registrants.isFetchingNextPage} onClick={() => void registrants.fetchNextPage()}>Show more</Button></p>}
      {deed.error && !asked && <Notice tone="danger">{problemOf(deed.error)?.detail}</Notice>}
      {total > 0 && <p><a href={csvOf(sessionId, wanted)} download>Download as CSV</a></p>}
      {!over && (
        <div class={styles.ways}>
          <AddRegistrant sessionId={sessionId} onAdded={({ name }) => setSaid(`${name} is registered and gets the link by e-mail.`)} />
          <ImportRegistrants sessionId={sessionId} onImported={(people) => setSaid(people === 1 ? 'One person is registered and gets the link by e-mail.' : `${people} people are registered and get their links by e-mail.`)} />
        </div>
      )}
      {asked && <DeedDialog deed={asked.deed} name={asked.registrant.name} doing={deed} onClose={close} onYes={() => act(asked.deed, asked.registrant)} />}
    </section>
  );
}
