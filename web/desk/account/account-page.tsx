import { DeskFrame } from '../desk-frame.tsx';
import { useMe } from '../account.ts';
import { usePageTitle } from '../page-title.ts';
import { ApiKeys } from './api-keys.tsx';
import { Address } from './address.tsx';
import { Devices } from './devices.tsx';
import { Leaving } from './leaving.tsx';
import { Password } from './password.tsx';
import styles from './account.module.css';

/** What belongs to whoever is signed in: their address, password, browsers and keys. */
export function AccountPage() {
  usePageTitle('Your account');
  return (
    <DeskFrame width="narrow">
      <Parts />
    </DeskFrame>
  );
}

function Parts() {
  const me = useMe();
  if (!me.data) return null;
  return (
    <div class={styles.page}>
      <h1>Your account</h1>
      <Address me={me.data} />
      <Password email={me.data.email} />
      <Devices />
      <ApiKeys workspaceName={me.data.workspaceName} />
      <Leaving email={me.data.email} />
    </div>
  );
}
