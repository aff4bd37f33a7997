import { useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { spellMoment } from '../../kit/times.ts';
import { problemOf } from '../refused.ts';
import { deviceName } from './device-name.ts';
import { useDevices, useSignOutDevice } from './own.ts';
import styles from './account.module.css';

/** The browsers in which somebody is signed in. */
export function Devices() {
  const devices = useDevices();
  const signOut = useSignOutDevice();
  const heading = useRef<HTMLHeadingElement>(null);
  const [said, setSaid] = useState('');
  const error = devices.error ?? signOut.error;
  return (
    <section class={styles.part} aria-labelledby="devices">
      <h2 id="devices" tabIndex={-1} ref={heading}>Where you are signed in</h2>
      {error && <Notice tone="danger" action={devices.isError && <Button onClick={() => void devices.refetch()}>Try again</Button>}>{problemOf(error)?.detail}</Notice>}
      <ul class={styles.list}>
        {devices.data?.map(({ id, userAgent, createdAt, current }) => {
          const name = deviceName(userAgent);
          return (
            <li key={id}>
              <span><b>{name}</b> <span class={styles.soft}>since {spellMoment(createdAt)}</span></span>
              {current
                ? <span class={styles.here}>this one</span>
                : (
                  <Button
                    look="bare"
                    aria-label={`Sign out ${name}, signed in since ${spellMoment(createdAt)}`}
                    busy={signOut.isPending && signOut.variables === id}
                    onClick={() => signOut.mutate(id, { onSuccess: () => { setSaid(`${name} is signed out.`); heading.current?.focus(); } })}
                  >
                    Sign out
                  </Button>
                )}
            </li>
          );
        })}
      </ul>
      <p class="unseen" role="status">{said}</p>
    </section>
  );
}
