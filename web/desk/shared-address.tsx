import { useRef, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Field } from '../kit/field.tsx';
import styles from './shared-address.module.css';

/** The session's public address, to read, copy, or open as others see it. */
export function SharedAddress({ address }: { address: string }) {
  const [copied, setCopied] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  async function copy(): Promise<void> {
    input.current!.select();
    // Without permission for the clipboard the address stays selected, one key away.
    await navigator.clipboard.writeText(address).then(() => setCopied(true), () => undefined);
    setTimeout(() => setCopied(false), 3_000);
  }

  return (
    <div>
      <Field label="Public page">
        {(control) => (
          <div class={styles.row}>
            <input {...control} ref={input} type="text" readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
            <Button onClick={() => void copy()}>{copied ? 'Copied' : 'Copy'}</Button>
          </div>
        )}
      </Field>
      <p class="unseen" role="status">{copied && 'The address is copied.'}</p>
      <p class={styles.look}><a href={address} target="_blank" rel="noopener">See it as others do</a></p>
    </div>
  );
}
