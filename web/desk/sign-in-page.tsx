import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import { Frame } from '../kit/frame.tsx';
import { Notice } from '../kit/notice.tsx';
import { useAskForLink, useMe, useSignIn } from './account.ts';
import { keepInvitation } from './account/invitation-page.tsx';
import { MailedLinkPage, takeInvitation, takeMailedLink } from './mailed-link.tsx';
import { usePageTitle } from './page-title.ts';
import { mistakeAt, problemOf } from './refused.ts';
import styles from './sign-in-page.module.css';

/** In, with an account or with a new one. */
export function SignInPage() {
  const { query, route } = useLocation();
  const newcomer = 'new' in query;
  const next = /^\/desk(?![\w.])/.test(query['next'] ?? '') ? query['next']! : '/desk';
  const me = useMe();
  const signIn = useSignIn(newcomer);
  const [typed, setTyped] = useState({ name: '', email: '', password: '' });
  const form = useRef<HTMLFormElement>(null);
  const [mailed, setMailed] = useState(takeMailedLink);
  const [invitation] = useState(takeInvitation);
  const askForLink = useAskForLink();
  const problem = problemOf(signIn.error ?? askForLink.error);
  usePageTitle(newcomer ? 'Create an account' : 'Sign in');

  useEffect(() => {
    if (invitation) {
      keepInvitation(invitation);
      route('/desk/invitation', true);
    } else if (me.data && !mailed) route(next, true);
  }, [me.data, mailed]);
  useEffect(() => {
    signIn.reset();
    askForLink.reset();
  }, [newcomer]);
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid], input')?.focus();
  }, [problem]);

  const put = (name: keyof typeof typed) => (event: { currentTarget: HTMLInputElement }) => setTyped({ ...typed, [name]: event.currentTarget.value });
  const other = `/sign-in?${newcomer ? '' : 'new&'}${query['next'] ? `next=${encodeURIComponent(query['next'])}` : ''}`;
  const mistakes = signIn.error ?? askForLink.error;
  if (mailed) return <MailedLinkPage link={mailed} onEnd={() => setMailed(null)} />;
  return (
    <Frame home="/" width="narrow" centred>
      <form
        ref={form}
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          askForLink.reset();
          if (!signIn.isPending) signIn.mutate(typed);
        }}
      >
        <h1>{newcomer ? 'Create an account' : 'Welcome back'}</h1>
        {problem && !problem.errors?.length && <Notice tone="danger">{problem.detail}</Notice>}
        {newcomer && (
          <TextField label="Your name" help="Your guests see it." name="name" autocomplete="name" required value={typed.name} onInput={put('name')} error={mistakeAt(signIn.error, '/name')} />
        )}
        <TextField label="E-mail" name="email" type="email" inputMode="email" autocomplete="username" spellcheck={false} required value={typed.email} onInput={put('email')} error={mistakeAt(mistakes, '/email')} />
        <TextField
          label="Password"
          name="password"
          type="password"
          autocomplete={newcomer ? 'new-password' : 'current-password'}
          required
          value={typed.password}
          onInput={put('password')}
          error={mistakeAt(signIn.error, '/password')}
        />
        <Button type="submit" look="primary" large busy={signIn.isPending}>{newcomer ? 'Create account' : 'Sign in'}</Button>
        {!newcomer && (
          <Button
            busy={askForLink.isPending}
            onClick={() => {
              signIn.reset();
              askForLink.mutate(typed.email);
            }}
          >
            Mail me a link instead
          </Button>
        )}
        <p role="status" class={askForLink.isSuccess ? undefined : 'unseen'}>{askForLink.isSuccess && 'If there is an account with this address, a link is on its way. It works for a quarter of an hour.'}</p>
        <p class={styles.other}>
          {newcomer ? 'You have one already? ' : 'First time here? '}
          <a href={other}>{newcomer ? 'Sign in' : 'Create an account'}</a>
        </p>
      </form>
    </Frame>
  );
}
