import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useMe } from '../desk/account.ts';
import { usePageTitle } from '../desk/page-title.ts';
import { ButtonLink } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';
import { Doorway } from './doorway.tsx';
import styles from './front-page.module.css';

/** The house from the street. Who is signed in is shown straight to the desk. */
export function FrontPage() {
  const me = useMe();
  const { route } = useLocation();
  usePageTitle('Sessions that start together');

  useEffect(() => {
    if (me.data) route('/desk', true);
  }, [me.data]);

  return (
    <Frame width="wide" nav={<ButtonLink href="/sign-in">Sign in</ButtonLink>}>
      <div class={styles.front}>
        <div class={styles.words}>
          <h1>Everyone waits in the foyer. You open the doors.</h1>
          <p>Set a time. People register, get their own link, and wait together. When you press Start, all of them are in the room at once.</p>
          <p>
            <ButtonLink look="primary" large href="/sign-in?new">Create an account</ButtonLink>
          </p>
          <p class={styles.guest}>Invited to a session? Your link is in your e-mail: you need no account.</p>
        </div>
        <Doorway />
      </div>
    </Frame>
  );
}
