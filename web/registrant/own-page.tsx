import { Heading } from '../attendee/screen.tsx';
import { BothTimes } from '../kit/both-times.tsx';
import { ButtonLink } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';
import { Notice } from '../kit/notice.tsx';
import { spellMoment } from '../kit/times.ts';
import { words } from '../words/spoken.js';
import type { Own } from './ask.ts';
import { ChangeForm } from './change-form.tsx';
import { askedIn, askedOnce, draftOf, spelled } from './draft.ts';
import { GiveUpSeat } from './give-up-seat.tsx';
import { LinkAgain } from './link-again.tsx';
import { HeldData } from './held-data.tsx';
import { OfferedSeat } from './offered-seat.tsx';
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
          <p class={styles.kicker}>{words.own.kicker}</p>
          <Heading tab={words.own.tab(session.title)} class={styles.title}>{session.title}</Heading>
          {session.hostName && <p class={styles.soft}>{words.preJoin.withHost(session.hostName)}</p>}
          <BothTimes when={session.when} />
        </header>
        <Standing own={own} token={token} onNews={onNews} />
        {changeable ? <ChangeForm token={token} own={own} onNews={onNews} /> : <WhatYouSaid own={own} />}
        {changeable && registration.status === 'confirmed' && (
          <section class={styles.section} aria-labelledby="link-title">
            <h2 id="link-title">{words.own.link.title}</h2>
            <LinkAgain token={token} email={registration.email} />
          </section>
        )}
        {changeable && (
          <section class={styles.section} aria-labelledby="seat-title">
            <h2 id="seat-title">{words.own.giveUp.title}</h2>
            <GiveUpSeat token={token} session={session} seated={registration.status === 'confirmed'} onNews={onNews} />
          </section>
        )}
        <section class={styles.section} aria-labelledby="data-title">
          <h2 id="data-title">{words.own.held.title}</h2>
          <HeldData token={token} slug={session.slug} coming={changeable && registration.status === 'confirmed'} onErased={onErased} />
        </section>
      </div>
    </Frame>
  );
}

/** How the registration stands, and the one obvious next step. */
function Standing({ own: { session, registration, changeable }, token, onNews }: Pick<OwnPageProps, 'own' | 'token' | 'onNews'>) {
  const { own } = words;
  if (registration.status === 'withdrawn') {
    const again = session.registration?.open;
    return (
      <Notice title={own.withdrawn.title} action={again && <ButtonLink href={`/s/${encodeURIComponent(session.slug)}`}>{own.withdrawn.register}</ButtonLink>}>
        {own.withdrawn.text} {again && own.withdrawn.again}
      </Notice>
    );
  }
  if (registration.status === 'barred') return <Notice title={own.barred.title}>{own.barred.text}</Notice>;
  if (registration.status === 'revoked') return <Notice title={own.revoked.title}>{own.revoked.text(session.hostName)}</Notice>;
  if (session.phase === 'cancelled') return <Notice title={own.cancelled.title}>{own.cancelled.text}</Notice>;
  if (session.phase === 'missed') return <Notice title={own.missed.title}>{own.missed.text}</Notice>;
  if (registration.status === 'denied') return <Notice title={own.denied.title}>{own.denied.text(session.hostName)}</Notice>;
  if (!changeable) return <Notice title={own.over.title}>{own.over.text}</Notice>;
  if (registration.status === 'offered') return <OfferedSeat token={token} until={registration.offeredUntil ?? session.when.startsAt} onNews={onNews} />;
  if (registration.status !== 'confirmed') {
    const { title, text } = own[registration.status];
    return <Notice title={title}>{text(session.hostName)}</Notice>;
  }
  const live = session.phase === 'live';
  const now = live ? own.live : own.seat;
  return (
    <Notice tone={live ? 'lit' : 'good'} title={now.title} action={<ButtonLink look="primary" href={`/j/${encodeURIComponent(token)}`}>{now.go}</ButtonLink>}>
      {now.text}
    </Notice>
  );
}

/** The answers where they can only be read. */
function WhatYouSaid({ own }: { own: Own }) {
  const { registration, fields } = own;
  return (
    <section class={styles.section} aria-labelledby="said-title">
      <h2 id="said-title">{words.own.said}</h2>
      <dl class={styles.said}>
        <div><dt>{words.form.email}</dt><dd>{registration.email}</dd></div>
        <div><dt>{words.form.name}</dt><dd>{registration.name}</dd></div>
        {askedIn(fields, draftOf(own).answers).map(({ key, label }) => <div key={key}><dt>{label}</dt><dd>{spelled(Object.hasOwn(registration.answers, key) ? registration.answers[key] : undefined, words.own.yes)}</dd></div>)}
        {askedOnce(own, words.own.yes).map(({ key, answer }) => <div key={key}><dt>{words.own.askedEarlier(key)}</dt><dd>{answer}</dd></div>)}
        <div><dt>{words.own.registered}</dt><dd>{spellMoment(registration.registeredAt)}</dd></div>
      </dl>
    </section>
  );
}
