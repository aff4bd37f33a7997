import '../kit/base.css';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { render } from 'preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { speakEnglish } from '../words/spoken.js';
import { FrontPage } from '../front/front-page.tsx';
import { AccountPage } from './account/account-page.tsx';
import { InvitationPage } from './account/invitation-page.tsx';
import { WorkspacePage } from './account/workspace-page.tsx';
import { AfterPage } from './after/after-page.tsx';
import { StoryPage } from './after/story-page.tsx';
import { NewSession } from './new-session.tsx';
import { NotHere } from './not-here.tsx';
import { problemOf } from './refused.ts';
import { SessionList } from './session-list.tsx';
import { SessionPage } from './session-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** A refusal is an answer; only silence and a server's trouble are worth a second try. */
const cache = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && [0, 502, 503, 504].includes(problemOf(error)?.status ?? 500),
    },
  },
});

function noticeSignedOut(error: Error): void {
  if (problemOf(error)?.code === 'signed-out') cache.setQueryData(['me'], null);
}

/** Only the desk's own pages change in place; a room or a public page is loaded as itself. */
const OWN_PAGES = /^\/(?:$|[?#]|sign-in|desk)/;

// The desk speaks English, and so do the pieces that it shares with other pages.
void speakEnglish().then(() => render(
  <QueryClientProvider client={cache}>
    <LocationProvider scope={OWN_PAGES}>
      <Router onRouteChange={() => scrollTo(0, 0)}>
        <Route path="/" component={FrontPage} />
        <Route path="/sign-in" component={SignInPage} />
        <Route path="/desk" component={SessionList} />
        <Route path="/desk/new" component={NewSession} />
        <Route path="/desk/account" component={AccountPage} />
        <Route path="/desk/workspace" component={WorkspacePage} />
        <Route path="/desk/invitation" component={InvitationPage} />
        <Route path="/desk/sessions/:id" component={SessionPage} />
        <Route path="/desk/sessions/:id/after" component={AfterPage} />
        <Route path="/desk/sessions/:id/registrants/:registrationId" component={StoryPage} />
        <Route default component={NotHere} />
      </Router>
    </LocationProvider>
  </QueryClientProvider>,
  document.getElementById('page')!,
));
