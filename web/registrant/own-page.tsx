import { Heading } from '../attendee/screen.tsx';
import { BothTimes } from '../kit/both-times.tsx';
import { ButtonLink } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';
import { Notice } from '../kit/notice.tsx';
import { spellMoment } from '../kit/times.ts';
import type { Own } from './ask.ts';
import { ChangeForm } from './change-form.tsx';
import { askedOnce, spelled } from './draft.ts';
import { GiveUpSeat } from './give-up-seat.tsx';
import { LinkAgain } from './link-again.tsx';
import { HeldData } from './held-data.tsx';
import styles from './registrant.module.css';

export interface OwnPageProps {
  token: string;
  own: Own;
  onNews: (own: Own) => void;
  onErased: () => void;
}

/** What somebody said when they registered, and all that they may do about it. */
export function OwnPage({ token, own, onNews, onErased }: OwnPageProps) {
  const { session, registration, changeable } = own;
  return (
    <Frame width="normal" screen={changeable ? 'registration' : registration.status === 'withdrawn' ? 'withdrawn' : 'over'}>
      <div class={styles.page}>
        <header class={styles.head}>
          <p class={styles.kicker}>Your registration</p>
          <Heading tab={`Your registration · ${session.title}`} class={styles.title}>{session.title}</Heading>
          {session.hostName && <p class={styles.soft}>with {session.hostName}</p>}
          <BothTimes when={session.when} />
        </header>
        <Standing own={own} token={token} />
        {changeable ? <ChangeForm token={token} own={own} onNews={onNews} /> : <WhatYouSaid own={own} />}
        {changeable && (
          <section class={styles.section} aria-labelledby="link-title">
            <h2 id="link-title">Your link</h2>
            <LinkAgain token={token} email={registration.email} />
          </section>
        )}
        {changeable && (
          <section class={styles.section} aria-labelledby="seat-title">
            <h2 id="seat-title">Not coming?</h2>
            <GiveUpSeat token={token} session={session} onNews={onNews} />
          </section>
        )}
        <section class={styles.section} aria-labelledby="data-title">
          <h2 id="data-title">What is held about you</h2>
          <HeldData token={token} slug={session.slug} coming={changeable} onErased={onErased} />
        </section>
      </div>
    </Frame>
  );
}

/** How the registration stands, and the one obvious next step. */
function Standing({ own: { session, registration, changeable }, token }: { own: Own; token: string }) {
  if (registration.status === 'withdrawn') {
    const again = session.registration?.open;
    return (
      <Notice title="Your registration is cancelled" action={again && <ButtonLink href={`/s/${encodeURIComponent(session.slug)}`}>Register again</ButtonLink>}>
        Your seat is free and your link no longer opens the door. {again && 'If you want to come after all, register again: you get a new link.'}
      </Notice>
    );
  }
  if (session.phase === 'cancelled') return <Notice title="The session was cancelled">It does not take place. There is nothing for you to do.</Notice>;
  if (session.phase === 'missed') return <Notice title="The session did not take place">The host did not open it.</Notice>;
  if (!changeable) return <Notice title="The session is over">Thank you for coming by. What you said can still be read, taken along and erased here.</Notice>;
  const live = session.phase === 'live';
  return (
    <Notice tone={live ? 'lit' : 'good'} title={live ? 'Open now' : 'You have a seat'} action={<ButtonLink look="primary" href={`/j/${encodeURIComponent(token)}`}>{live ? 'Join' : 'Go to the door'}</ButtonLink>}>
      {live ? 'The doors are open: your link leads straight in.' : 'Come when it is time, or a little early: you wait in the foyer until the host opens.'}
    </Notice>
  );
}

/** The answers where they can only be read. */
function WhatYouSaid({ own }: { own: Own }) {
  const { registration, fields } = own;
  return (
    <section class={styles.section} aria-labelledby="said-title">
      <h2 id="said-title">What you said</h2>
      <dl class={styles.said}>
        <div><dt>E-mail</dt><dd>{registration.email}</dd></div>
        <div><dt>Name</dt><dd>{registration.name}</dd></div>
        {fields.map(({ key, label }) => <div key={key}><dt>{label}</dt><dd>{spelled(Object.hasOwn(registration.answers, key) ? registration.answers[key] : undefined)}</dd></div>)}
        {askedOnce(own).map(({ key, answer }) => <div key={key}><dt>Asked earlier: {key}</dt><dd>{answer}</dd></div>)}
        <div><dt>Registered</dt><dd>{spellMoment(registration.registeredAt)}</dd></div>
      </dl>
    </section>
  );
}
