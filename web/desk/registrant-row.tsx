import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { spellMoment } from '../kit/times.ts';
import { CorrectRegistrant } from './correct-registrant.tsx';
import { DecideDialog, type Verb } from './decide.tsx';
import { DeliveryHistory, LastDelivery } from './deliveries.tsx';
import { answersOf, spellStatus } from './registrant-words.ts';
import type { Registrant, RegistrantDeed } from './registrants.ts';
import type { Delivery, FormField, FormerField } from './sessions.ts';
import styles from './registrants-table.module.css';

interface RegistrantRowProps {
  sessionId: string;
  person: Registrant;
  fields: FormField[];
  askedBefore: FormerField[];
  deliveries: Delivery[];
  /** Nothing is sent any more; correcting and erasing are still possible. */
  over: boolean;
  busy: boolean;
  act: (deed: RegistrantDeed) => void;
  onCorrected: (registrant: Registrant) => void;
}

/** One registrant; behind *More* what they answered, each mail to them, and what can be done. */
export function RegistrantRow({ sessionId, person, fields, askedBefore, deliveries, over, busy, act, onCorrected }: RegistrantRowProps) {
  const [open, setOpen] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const [asking, setAsking] = useState<Verb>();
  const id = `person-${person.id}`;
  const comes = person.status === 'confirmed';
  return (
    <>
      <tr class={open ? styles.open : undefined}>
        <th scope="row">{person.name}{!comes && <span class={styles.status}> {spellStatus(person.status)}{person.offeredUntil && ` until ${spellMoment(person.offeredUntil)}`}</span>}</th>
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
            <div class={styles.inside}>
              <div class={styles.deeds}>
                {comes && !over && <Button busy={busy} onClick={() => act('send-again')}>Send the link again</Button>}
                {comes && !over && <Button onClick={() => act('rotate')}>Give a new link</Button>}
                {comes && <Button aria-expanded={correcting} onClick={() => setCorrecting(!correcting)}>Correct</Button>}
                {!over && (person.status === 'pending' || person.status === 'denied') && <Button onClick={() => setAsking('approve')}>Approve</Button>}
                {!over && person.status === 'offered' && <Button onClick={() => setAsking('approve')}>Give them the seat</Button>}
                {!over && (comes || person.status === 'pending' || person.status === 'waitlisted' || person.status === 'offered') && (
                  <Button onClick={() => setAsking('deny')}>{comes ? 'Take the seat back' : person.status === 'offered' ? 'Take the offer back' : 'Deny'}</Button>
                )}
                {comes && !over && <Button look="danger" onClick={() => act('revoke')}>Revoke the link</Button>}
                {person.status === 'revoked' && !over && <Button busy={busy} onClick={() => act('restore')}>Restore the link</Button>}
                <Button look="danger" onClick={() => act('erase')}>Erase</Button>
              </div>
              {asking && <DecideDialog sessionId={sessionId} verb={asking} people={[person]} onClose={() => setAsking(undefined)} onDone={() => setAsking(undefined)} />}
              {correcting && (
                <CorrectRegistrant
                  sessionId={sessionId}
                  person={person}
                  fields={fields}
                  onDone={(after) => {
                    if (after) onCorrected(after);
                    setCorrecting(false);
                  }}
                />
              )}
              <div class={styles.columns}>
                {!correcting && (
                  <div>
                    <h3>Answers</h3>
                    <dl>
                      {answersOf(person, fields, askedBefore).map(({ key, label, answer }) => <div key={key}><dt>{label}</dt><dd>{answer}</dd></div>)}
                      <div><dt>Time zone</dt><dd>{person.timeZone.replaceAll('_', ' ')}</dd></div>
                    </dl>
                  </div>
                )}
                <div>
                  <h3>Mails</h3>
                  <DeliveryHistory deliveries={deliveries} />
                  <p><a class={styles.story} href={`/desk/sessions/${sessionId}/registrants/${person.id}`}>Everything that happened<span class="unseen">: {person.name}</span></a></p>
                </div>
              </div>
            </div>
          )}
        </td>
      </tr>
    </>
  );
}
