import { BothTimes } from '../kit/both-times.tsx';
import { Button, ButtonLink } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';
import { Spinner } from '../kit/spinner.tsx';
import { around } from '../words/said.js';
import { words } from '../words/spoken.js';
import type { PublicSession, Resolved } from './entry.ts';
import styles from './plain-pages.module.css';
import { Heading } from './screen.tsx';

/** A moment's wait, with nothing to read but what is being done. */
export function Opening() {
  return (
    <Frame width="narrow" centred screen="opening">
      <div class={styles.still}>
        <Spinner large label={words.opening} />
        <p aria-hidden="true">{words.opening}…</p>
      </div>
    </Frame>
  );
}

/** A link that leads nowhere: what that may mean, and what to do. */
export function DeadLink() {
  const { deadLink } = words;
  return (
    <Frame width="narrow" centred screen="dead-link">
      <div class={styles.stack}>
        <Heading tab={`${deadLink.tab} · Foyer`}>{deadLink.heading}</Heading>
        <p>{deadLink.text}</p>
        <ul class={styles.list}>
          <li>{deadLink.newest}</li>
          <li>{deadLink.register}</li>
          <li>{deadLink.ask}</li>
        </ul>
      </div>
    </Frame>
  );
}

/** No answer from the server: said plainly, and tried again by itself. */
export function Unreachable({ sentence, onAgain }: { sentence: string; onAgain: () => void }) {
  return (
    <Frame width="narrow" centred screen="unreachable">
      <div class={styles.stack}>
        <Heading tab={`${words.unreachable.tab} · Foyer`}>{words.unreachable.heading}</Heading>
        <p role="status">{words.unreachable.keepsTrying(sentence)}</p>
        <div><Button look="primary" large onClick={onAgain}>{words.tryAgain}</Button></div>
      </div>
    </Frame>
  );
}

/** Somebody who has a seat here opened another's link: it would take that person's seat. */
export function OtherSeat({ invited: { session, you, otherSeat }, onKeep, onUse }: { invited: Resolved; onKeep: () => void; onUse: () => void }) {
  const { otherSeat: said } = words;
  const [before, after] = around(said.belongsTo);
  const [hereBefore, hereAfter] = around((name) => said.youAre(session.title, name));
  return (
    <Frame width="narrow" centred screen="other-seat">
      <div class={styles.stack}>
        <Heading tab={`${session.title} · Foyer`}>{said.heading}</Heading>
        <p>{before}<b>{you.name}</b>{after} {hereBefore}<b>{otherSeat?.name}</b>{hereAfter} {said.oneSeat}</p>
        <div><Button look="primary" large onClick={onKeep}>{said.back}</Button></div>
        {session.registration?.open && <div><ButtonLink href={`/s/${encodeURIComponent(session.slug)}`}>{said.register}</ButtonLink></div>}
        <div><Button look="bare" onClick={onUse}>{said.use(you.name)}</Button></div>
      </div>
    </Frame>
  );
}

/** Somebody came by the room's address where a registration is asked for. */
export function RegistrationNeeded({ session }: { session: PublicSession }) {
  return (
    <Frame width="narrow" centred screen="registration-needed">
      <div class={styles.stack}>
        <Heading tab={`${session.title} · Foyer`}>{session.title}</Heading>
        <BothTimes when={session.when} />
        <p>{words.registrationNeeded.text}</p>
        <div><ButtonLink look="primary" large href={`/s/${encodeURIComponent(session.slug)}`}>{words.form.register}</ButtonLink></div>
        <p class={styles.soft}>{words.registrationNeeded.already}</p>
      </div>
    </Frame>
  );
}
