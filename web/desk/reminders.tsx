import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useId, useRef, useState } from 'preact/hooks';
import { api } from '../../client/api.ts';
import { Button } from '../kit/button.tsx';
import { FieldError, SelectField, TextField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { spellMoment } from '../kit/times.ts';
import { minutesOf, spellLead, UNITS, type Unit } from './lead.ts';
import { dataOf, mistakeAt, problemOf } from './refused.ts';
import type { Session } from './sessions.ts';
import styles from './reminders.module.css';

const MOST = 3;
/** Everyone gets this one, whatever the organizer adds. */
const LAST_MINUTES = 30;

function useReminders(id: string) {
  return useQuery({
    queryKey: ['sessions', id, 'reminders'],
    queryFn: async () => (await dataOf(api.GET('/api/sessions/{id}/reminders', { params: { path: { id } } }))).minutesBefore,
  });
}

function useSetReminders(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (minutesBefore: number[]) => dataOf(api.PUT('/api/sessions/{id}/reminders', { params: { path: { id } }, body: { minutesBefore } })),
    onSuccess: ({ minutesBefore }) => cache.setQueryData(['sessions', id, 'reminders'], minutesBefore),
  });
}

/** The organizer's own reminders, beside the one that everybody gets. */
export function Reminders({ session }: { session: Session }) {
  const reminders = useReminders(session.id);
  const set = useSetReminders(session.id);
  const field = useRef<HTMLInputElement>(null);
  const [count, setCount] = useState('1');
  const [unit, setUnit] = useState<Unit>('days');
  const [unread, setUnread] = useState(false);
  const [said, setSaid] = useState('');
  const wrongAt = useId();
  const own = reminders.data ?? [];

  function add(): void {
    const minutes = minutesOf(count, unit);
    set.reset();
    setUnread(minutes === undefined);
    field.current?.focus();
    if (minutes === undefined || set.isPending) return;
    set.mutate([...own, minutes], { onSuccess: () => setSaid(`Added: ${spellLead(minutes)} before.`) });
  }

  function remove(minutes: number): void {
    if (set.isPending) return;
    set.mutate(own.filter((one) => one !== minutes), {
      onSuccess: () => {
        setSaid(`Removed: ${spellLead(minutes)} before.`);
        // The button that was pressed is gone; the keyboard goes on where one is added.
        requestAnimationFrame(() => field.current?.focus());
      },
    });
  }

  const wrong = unread ? 'Give a number, such as 2.' : mistakeAt(set.error, '/minutesBefore', true);
  return (
    <section class={styles.reminders} aria-labelledby="reminders">
      <h2 id="reminders">Reminders</h2>
      {reminders.isError && <Notice tone="danger" action={<Button onClick={() => void reminders.refetch()}>Try again</Button>}>{problemOf(reminders.error)?.detail}</Notice>}
      <ul class={styles.list}>
        {own.map((minutes) => (
          <li key={minutes}>
            <Moment session={session} minutes={minutes} />
            <Button look="bare" aria-label={`Remove the reminder ${spellLead(minutes)} before`} onClick={() => remove(minutes)}>Remove</Button>
          </li>
        ))}
        <li><Moment session={session} minutes={LAST_MINUTES} /> <span class={styles.always}>always</span></li>
      </ul>
      {reminders.data && own.length < MOST && (
        <form
          class={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TextField label="One more" inputMode="decimal" autocomplete="off" value={count} inputRef={field} onInput={(event) => setCount(event.currentTarget.value)} errorAt={wrong && wrongAt} />
          <SelectField label="Before the start" value={unit} options={UNITS} onChange={(value) => setUnit(value as Unit)} />
          <Button type="submit" busy={set.isPending}>Add</Button>
          <FieldError id={wrongAt} error={wrong} />
        </form>
      )}
      {set.error && !wrong && <Notice tone="danger">{problemOf(set.error)?.detail}</Notice>}
      <p class="unseen" role="status">{said}</p>
    </section>
  );
}

/** "1 day before", and when that is by the viewer's clock. */
function Moment({ session, minutes }: { session: Session; minutes: number }) {
  const at = Date.parse(session.when.startsAt) - minutes * 60_000;
  return (
    <span class={styles.moment}>
      <b>{spellLead(minutes)} before</b>{' '}
      <span class={styles.soft}>{at < Date.now() ? 'that moment has passed' : spellMoment(new Date(at).toISOString())}</span>
    </span>
  );
}
