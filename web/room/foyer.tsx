import { useEffect, useState } from 'preact/hooks';
import { DeviceCheck } from '../attendee/devices/device-check.tsx';
import { serverNow } from '../attendee/entry.ts';
import { Heading } from '../attendee/screen.tsx';
import { BothTimes } from '../kit/both-times.tsx';
import { Button } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';
import { Notice } from '../kit/notice.tsx';
import type { Line } from './connection.ts';
import { minuteTold, timeLeft } from './countdown.ts';
import styles from './foyer.module.css';
import { isStewardInNeed, useStart } from './doors.tsx';
import type { RoomState } from './room-state.ts';
import type { Visit } from './visit.ts';

/** Waiting for the host. Nothing to do here: the doors open by themselves. */
export function Foyer({ visit, room, line }: { visit: Visit; room: RoomState; line: Line }) {
  const { session, you } = room;
  return (
    <Frame screen="foyer" width={visit.devices ? 'wide' : 'narrow'} centred={!visit.devices}>
      <div class={visit.devices ? styles.two : styles.one}>
        <div class={styles.words}>
          <Heading tab={`Waiting · ${session.title}`}>Waiting for the host</Heading>
          <p class={styles.title}>{session.title}</p>
          <BothTimes when={session.when} />
          <Countdown startsAt={session.when.startsAt} late={session.hostMissing} />
          {session.hostMissing && <p class={styles.late} role="status">The host is not here yet. We have reminded them.</p>}
          {isStewardInNeed(room) && <InTheirPlace visit={visit} line={line} />}
          <Doing line={line} />
          {!room.media && visit.devices && <Notice>Sound and picture are not available at the moment. They come by themselves.</Notice>}
          <p class={styles.soft}>You are here as {you.name}.</p>
          <div><Button onClick={() => void visit.leave()}>Leave</Button></div>
        </div>
        {visit.devices && <DeviceCheck devices={visit.devices} />}
      </div>
    </Frame>
  );
}

/** The organizer named this person for the case that no host comes. */
function InTheirPlace({ visit, line }: { visit: Visit; line: Line }) {
  const { busy, trouble, start } = useStart(visit);
  return (
    <div class={styles.place}>
      <p>You may start in their place. You are the host then.</p>
      <Button look="primary" large busy={busy} disabled={line !== 'open'} onClick={() => void start()}>Start</Button>
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
      {open ? 'You are let in as soon as the host starts. You need not press anything.' : 'The connection was lost. Reconnecting… Your place is kept.'}
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
  return (
    <div>
      <p class={styles.countdown} role="timer" aria-live="off">
        {left ? <>Starts in <strong>{left}</strong></> : late ? '' : 'The host will open the doors any moment.'}
      </p>
      <p class="unseen" aria-live="polite">{minuteTold(startsAt, now)}</p>
    </div>
  );
}
