import { ButtonLink } from '../../kit/button.tsx';
import { spellClock, spellDuration } from '../../kit/times.ts';
import { tableAddress, type Attendance, type Attendee } from './aftermath.ts';
import styles from './after.module.css';

const ROLES: Record<Attendee['role'], string> = { host: 'Host', speaker: 'Speaker', attendee: '' };

/** Each who was in the room: from when to when, and for how long. */
export function WhoCame({ sessionId, attendance }: { sessionId: string; attendance: Attendance }) {
  const came = attendance.people.filter(({ stays }) => stays.length > 0);
  const waited = attendance.people.length - came.length;
  return (
    <section class={styles.part} aria-labelledby="who-came">
      <div class={styles.partHead}>
        <h2 id="who-came">Who came</h2>
        {came.length > 0 && <ButtonLink href={tableAddress(sessionId, 'attendance')} download="attendance.csv">Export as CSV</ButtonLink>}
      </div>
      {came.length === 0 && <p class={styles.soft}>Nobody was in the room.</p>}
      {came.length > 0 && (
        <table class={styles.people}>
          <thead><tr><th scope="col">Name</th><th scope="col">From – to</th><th scope="col">Time</th></tr></thead>
          <tbody>{came.map((person) => <Person key={person.seatId} sessionId={sessionId} person={person} />)}</tbody>
        </table>
      )}
      {waited > 0 && <p class={styles.soft}>{waited === 1 ? 'One more waited' : `${waited} more waited`} and {waited === 1 ? 'was' : 'were'} not there at the start.</p>}
    </section>
  );
}

function Person({ sessionId, person: { name, role, registrationId, stays, seconds } }: { sessionId: string; person: Attendee }) {
  return (
    <tr>
      <th scope="row">{!name ? <i>Wants to be forgotten</i> : registrationId ? <a href={`/desk/sessions/${sessionId}/registrants/${registrationId}`}>{name}</a> : name}{ROLES[role] && <span class={styles.role}> {ROLES[role]}</span>}</th>
      <td>{stays.map(({ cameAt, wentAt }) => <span key={cameAt} class={styles.stay}>{spellClock(Date.parse(cameAt))} – {wentAt ? spellClock(Date.parse(wentAt)) : 'now'}</span>)}</td>
      <td>{spellDuration(seconds)}</td>
    </tr>
  );
}
