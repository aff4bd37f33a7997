import { useEffect, useState } from 'preact/hooks';
import { DeviceCheck } from '../attendee/devices/device-check.tsx';
import { serverNow } from '../attendee/entry.ts';
import { Heading } from '../attendee/screen.tsx';
import { BothTimes } from '../kit/both-times.tsx';
import { Button } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';
import { spellSpan } from '../kit/times.ts';
import { Notice } from '../kit/notice.tsx';
import { around } from '../words/said.js';
import { words } from '../words/spoken.js';
import type { Line } from './connection.ts';
import { minuteTold, timeLeft } from './countdown.ts';
import styles from './foyer.module.css';
import { DoorsOpening, StartStopped } from './doors-opening.tsx';
import { isStewardInNeed, useStart } from './doors.tsx';
import type { RoomState } from './room-state.ts';
import type { Visit } from './visit.ts';

/** Waiting for the host. Nothing to do here: the doors open by themselves. */
export function Foyer({ visit, room, line }: { visit: Visit; room: RoomState; line: Line }) {
  const { session, you } = room;
  const { foyer } = words;
  const devices = visit.devices && !visit.devices.resting ? visit.devices : null;
  return (
    <Frame screen="foyer" width={devices ? 'wide' : 'narrow'} centred={!devices}>
      <div class={devices ? styles.two : styles.one}>
        <div class={styles.words}>
          <Heading tab={foyer.tab(session.title)}>{foyer.heading}</Heading>
          <p class={styles.title}>{session.title}</p>
          <BothTimes when={session.when} />
          <Countdown startsAt={session.when.startsAt} late={session.hostMissing} />
          {session.hostMissing && <p class={styles.late} role="status">{foyer.hostMissing}</p>}
          {isStewardInNeed(room) && <InTheirPlace visit={visit} line={line} />}
          <StartStopped room={room} />
          <Doing line={line} />
          {!room.media && devices && <Notice>{foyer.noMedia}</Notice>}
          <p class={styles.soft}>{foyer.hereAs(you.name)}</p>
          <div><Button onClick={() => void visit.leave()}>{words.room.leave}</Button></div>
        </div>
        {devices && <DeviceCheck devices={devices} />}
      </div>
      <DoorsOpening visit={visit} room={room} line={line} />
    </Frame>
  );
}

/** The organizer named this person for the case that no host comes. */
function InTheirPlace({ visit, line }: { visit: Visit; line: Line }) {
  const { busy, trouble, start } = useStart(visit);
  return (
    <div class={styles.place}>
      <p>{words.foyer.inTheirPlace}</p>
      <Button data-part="start" look="primary" large busy={busy} disabled={line !== 'open'} onClick={() => void start()}>{words.backstage.start}</Button>
      {trouble && <p role="alert">{trouble}</p>}
    </div>
  );
}

/** What the page does at this moment, always in the same place. */
function Doing({ line }: { line: Line }) {
  const open = line === 'open';
  return (
    <p class={styles.doing} data-open={open} role="status">
      <span class={styles.lamp} aria-hidden="true" />
      {open ? words.foyer.doing : words.room.lost}
    </p>
  );
}

function Countdown({ startsAt, late }: { startsAt: string; late: boolean }) {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const tick = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(tick);
  }, []);
  const left = timeLeft(startsAt, now);
  const [before, after] = around(words.foyer.startsIn);
  return (
    <div>
      <p class={styles.countdown} role="timer" aria-live="off">
        {left ? <>{before}<strong>{left}</strong>{after}</> : late ? '' : words.foyer.anyMoment}
      </p>
      <p class="unseen" aria-live="polite">{minuteSaid(minuteTold(startsAt, now))}</p>
    </div>
  );
}

function minuteSaid(minutes: number | null): string {
  if (minutes === null) return '';
  return minutes === 0 ? words.foyer.itIsTime : words.foyer.lessThan(spellSpan(minutes, 'minute'));
}
