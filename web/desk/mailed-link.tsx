import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { api } from '../../client/api.ts';
import { Button } from '../kit/button.tsx';
import { Frame } from '../kit/frame.tsx';
import { Notice } from '../kit/notice.tsx';
import { usePageTitle } from './page-title.ts';
import { dataOf, problemOf } from './refused.ts';
import styles from './sign-in-page.module.css';

/** What stood behind the `#` of a link from a mail about the account. */
export interface MailedLink {
  kind: 'link' | 'confirm';
  token: string;
}

/** What stood behind the `#` of an invitation to a workspace, kept for its own page. */
export function takeInvitation(): string | null {
  return takeFromAddress(/^#(join)=([\w.%-]+)$/)?.token ?? null;
}

export function takeMailedLink(): MailedLink | null {
  return takeFromAddress(/^#(link|confirm)=([\w.%-]+)$/) as MailedLink | null;
}

/** Takes it out of the address bar, where it would stay in the history. */
function takeFromAddress(shape: RegExp): { kind: string; token: string } | null {
  const [, kind, token] = shape.exec(location.hash) ?? [];
  if (!kind || !token) return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return { kind, token: decodeURIComponent(token) };
}

const WORDS = {
  link: { title: 'Welcome back', text: 'This link signs you in, once.', button: 'Sign in' },
  confirm: { title: 'Is this your address?', text: 'Confirm that the account with this address is yours.', button: 'Confirm my address' },
} as const;

/** Opening a link changes nothing, since mail programs open links too: the press of the button does. */
export function MailedLinkPage({ link, onEnd }: { link: MailedLink; onEnd: () => void }) {
  const cache = useQueryClient();
  const words = WORDS[link.kind];
  const [confirmed, setConfirmed] = useState(false);
  usePageTitle(words.title);
  const use = useMutation({
    mutationFn: async () => {
      if (link.kind === 'link') cache.setQueryData(['me'], await dataOf(api.POST('/api/identity/sign-in-by-link', { body: { token: link.token } })));
      else await dataOf(api.POST('/api/identity/confirm-address', { body: { token: link.token } }));
    },
    onSuccess: () => (link.kind === 'link' ? onEnd() : setConfirmed(true)),
  });
  const problem = problemOf(use.error);
  return (
    <Frame home="/" width="narrow" centred>
      <div class={styles.form}>
        <h1>{confirmed ? 'Thank you' : words.title}</h1>
        {problem && <Notice tone="danger">{problem.detail}</Notice>}
        <p role="status">{confirmed ? 'Your address is confirmed.' : words.text}</p>
        {confirmed || problem
          ? <Button look="primary" large onClick={onEnd}>Go on</Button>
          : <Button look="primary" large busy={use.isPending} onClick={() => use.mutate()}>{words.button}</Button>}
      </div>
    </Frame>
  );
}
