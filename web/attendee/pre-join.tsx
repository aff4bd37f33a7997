import { useEffect, useRef, useState } from 'preact/hooks';
import { BothTimes } from '../kit/both-times.tsx';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextField } from '../kit/field.tsx';
import { Frame } from '../kit/frame.tsx';
import { Notice } from '../kit/notice.tsx';
import { words } from '../words/spoken.js';
import type { Arrival } from './arrival.ts';
import { AgreeToRecording } from './agree-to-recording.tsx';
import { DeviceCheck } from './devices/device-check.tsx';
import { said, type Resolved } from './entry.ts';
import { lastName, rememberName } from './last-name.ts';
import styles from './pre-join.module.css';
import { Heading } from './screen.tsx';

const LONGEST_NAME = 80;
/** Seldom enough that an office full of people who wait is not too much at once. */
const PLACE_AGAIN_MS = 15_000;

/** Before the door: who you are, how you look and sound, and one button. */
export function PreJoin({ arrival, invited }: { arrival: Arrival; invited: Resolved }) {
  const { session, you } = invited;
  const [name, setName] = useState(you.name || lastName());
  const [nameError, setNameError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [elsewhere, setElsewhere] = useState(false);
  /** How often the room was found full. */
  const [full, setFull] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const [agreed, setAgreed] = useState(false);
  const [notAgreed, setNotAgreed] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [passcode, setPasscode] = useState('');
  const [passcodeError, setPasscodeError] = useState<string>();
  const passcodeField = useRef<HTMLInputElement>(null);

  // A place that is freed goes to who asks first.
  useEffect(() => {
    if (full === 0) return;
    const again = setTimeout(() => void enter(false), PLACE_AGAIN_MS * (0.5 + Math.random()));
    return () => clearTimeout(again);
  }, [full]);

  async function enter(moveHere: boolean) {
    const given = name.trim().slice(0, LONGEST_NAME);
    if (!given) {
      setNameError(words.preJoin.noName);
      field.current?.focus();
      return;
    }
    setNameError(undefined);
    if (invited.passcode && !passcode.trim()) return wrongPasscode(words.mistakes['passcode-needed']);
    setPasscodeError(undefined);
    setNotAgreed(invited.recording !== null && !agreed);
    if (invited.recording && !agreed) return form.current?.querySelector<HTMLInputElement>('input[type=checkbox]')?.focus();
    setTrouble(undefined);
    setElsewhere(false);
    setBusy(true);
    const inTheWay = await arrival.enter(invited, given, moveHere, { ...(invited.passcode && { passcode: passcode.trim() }), ...(agreed && { recordingAgreed: true }) });
    if (!inTheWay) return rememberName(given);
    setBusy(false);
    if (inTheWay.code === 'room-full') return setFull((times) => times + 1);
    setFull(0);
    if (inTheWay.code === 'seat-held-elsewhere') setElsewhere(true);
    else if (invited.passcode && inTheWay.code === 'wrong-passcode') wrongPasscode(words.mistakes['wrong-passcode']);
    else setTrouble(said(inTheWay));
  }

  function wrongPasscode(why: string): void {
    setPasscodeError(why);
    passcodeField.current?.focus();
  }

  const { preJoin } = words;
  return (
    <Frame screen="pre-join" width={arrival.devices ? 'wide' : 'narrow'} centred={!arrival.devices}>
      <div class={arrival.devices ? styles.two : styles.one}>
        <header class={styles.about}>
          <Heading tab={preJoin.tab(session.title)} class={styles.title}>{session.title}</Heading>
          {session.hostName && <p class={styles.soft}>{preJoin.withHost(session.hostName)}</p>}
          {session.status === 'live' ? <p class={styles.live}>{preJoin.openNow}</p> : <BothTimes when={session.when} />}
        </header>
        {arrival.devices && <div class={styles.check}><DeviceCheck devices={arrival.devices} /></div>}
        <form ref={form} class={styles.form} data-long={invited.passcode || invited.recording ? '' : undefined} noValidate onSubmit={(event) => { event.preventDefault(); void enter(false); }}>
          <TextField label={preJoin.yourName} name="name" autocomplete="name" required maxLength={LONGEST_NAME} spellcheck={false}
            inputRef={field} value={name} error={nameError} onInput={(event) => setName(event.currentTarget.value)} />
          {invited.passcode && (
            <TextField label={words.form.passcode} name="passcode" autocomplete="off" required maxLength={100} spellcheck={false} autocapitalize="off" help={words.form.passcodeHelp}
              inputRef={passcodeField} value={passcode} error={passcodeError} onInput={(event) => setPasscode(event.currentTarget.value)} />
          )}
          {invited.recording && <AgreeToRecording seenBy={invited.recording} agreed={agreed} onAgree={(on) => { setAgreed(on); setNotAgreed(false); }} missing={notAgreed} />}
          <Button type="submit" look="primary" large busy={busy}>{invited.knock ? words.seat.ask : preJoin.join}</Button>
          {full === 0 && <p class={styles.soft}>{invited.shownOut === 'removed' ? words.seat.removed.text(session.title) : whatFollows(invited)}</p>}
          <div role="status">{full > 0 && <Notice tone="lit">{preJoin.full}</Notice>}</div>
          {trouble && <Notice tone="danger">{trouble}</Notice>}
        </form>
      </div>
      <Dialog open={elsewhere} onClose={() => setElsewhere(false)} title={preJoin.elsewhere.title}
        actions={<>
          <Button onClick={() => setElsewhere(false)}>{preJoin.elsewhere.stay}</Button>
          <Button look="primary" onClick={() => void enter(true)}>{preJoin.elsewhere.move}</Button>
        </>}>
        <p>{preJoin.elsewhere.text}</p>
      </Dialog>
    </Frame>
  );
}

function whatFollows({ session, you, knock }: Resolved): string {
  if (knock) return words.preJoin.knock;
  if (session.status === 'live') return words.preJoin.straightIn;
  if (you.role === 'attendee') return words.preJoin.wait;
  return words.preJoin.backstage;
}
