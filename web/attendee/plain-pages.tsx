import { BothTimes } from '../kit/both-times.tsx';
import { Button, ButtonLink } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';
import { Spinner } from '../kit/spinner.tsx';
import type { PublicSession, Resolved } from './entry.ts';
import styles from './plain-pages.module.css';
import { Heading } from './screen.tsx';

/** A moment's wait, with nothing to read but what is being done. */
export function Opening() {
  return (
    <Frame width="narrow" centred screen="opening">
      <div class={styles.still}>
        <Spinner large label="Opening the session" />
        <p aria-hidden="true">Opening the session…</p>
      </div>
    </Frame>
  );
}

/** A link that leads nowhere: what that may mean, and what to do. */
export function DeadLink() {
  return (
    <Frame width="narrow" centred screen="dead-link">
      <div class={styles.stack}>
        <Heading tab="Link not working · Foyer">This link no longer works</Heading>
        <p>It may have been replaced by a newer one, or a part of it was lost when it was copied.</p>
        <ul class={styles.list}>
          <li>Open the link in the newest mail that you have about this session.</li>
          <li>Or register again with the same address: the link is sent to you once more.</li>
          <li>Or ask whoever invited you.</li>
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
        <Heading tab="No connection · Foyer">We cannot reach the session</Heading>
        <p role="status">{sentence} This page keeps trying. Your place is kept.</p>
        <div><Button look="primary" large onClick={onAgain}>Try again</Button></div>
      </div>
    </Frame>
  );
}

/** Somebody who has a seat here opened another's link: it would take that person's seat. */
export function OtherSeat({ invited: { session, you, otherSeat }, onKeep, onUse }: { invited: Resolved; onKeep: () => void; onUse: () => void }) {
  return (
    <Frame width="narrow" centred screen="other-seat">
      <div class={styles.stack}>
        <Heading tab={`${session.title} · Foyer`}>Is this link yours?</Heading>
        <p>It belongs to <b>{you.name}</b>. In this browser you are in “{session.title}” as <b>{otherSeat?.name}</b>. There is one seat for each link, and using somebody else’s takes it from them.</p>
        <div><Button look="primary" large onClick={onKeep}>Back to my seat</Button></div>
        {session.registration?.open && <div><ButtonLink href={`/s/${encodeURIComponent(session.slug)}`}>Register somebody else</ButtonLink></div>}
        <div><Button look="bare" onClick={onUse}>I am {you.name}: use this link</Button></div>
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
        <p>People come to this session with a personal link. Register, and it is sent to you by e-mail.</p>
        <div><ButtonLink look="primary" large href={`/s/${encodeURIComponent(session.slug)}`}>Register</ButtonLink></div>
        <p class={styles.soft}>Registered already? Open the link in the mail that you received.</p>
      </div>
    </Frame>
  );
}
