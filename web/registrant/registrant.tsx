import { useCallback, useEffect, useState } from 'preact/hooks';
import { wear } from '../kit/look.ts';
import { speak } from '../words/spoken.js';
import { read, type Own } from './ask.ts';
import { forgetToken } from './link.ts';
import { OwnPage } from './own-page.tsx';
import { DeadLink, Erased, Opening, Unreachable } from './plain-pages.tsx';

type State = { at: 'opening' } | { at: 'dead-link' } | { at: 'unreachable'; sentence: string } | { at: 'here'; own: Own } | { at: 'erased' };

/** One person's page about one registration, with the link from a mail as the only key. */
export function Registrant({ token }: { token: string | null }) {
  const [state, setState] = useState<State>(token ? { at: 'opening' } : { at: 'dead-link' });

  const open = useCallback(async () => {
    if (!token) return;
    const answer = await read(token);
    if ('value' in answer) {
      wear(answer.value.session.accent);
      await speak(answer.value.registration.locale);
      return setState({ at: 'here', own: answer.value });
    }
    const { status, sentence } = answer.refused;
    setState(status === 404 || status === 422 ? { at: 'dead-link' } : { at: 'unreachable', sentence });
  }, [token]);

  useEffect(() => void open(), [open]);

  switch (state.at) {
    case 'opening':
      return <Opening />;
    case 'dead-link':
      return <DeadLink />;
    case 'unreachable':
      return <Unreachable sentence={state.sentence} onAgain={() => { setState({ at: 'opening' }); void open(); }} />;
    case 'erased':
      return <Erased />;
    case 'here':
      return (
        <OwnPage
          token={token!}
          own={state.own}
          onNews={(own) => setState({ at: 'here', own })}
          onErased={() => { forgetToken(); setState({ at: 'erased' }); }}
        />
      );
  }
}
