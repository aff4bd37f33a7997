import { styleOf } from '../client/look.js';
import type { ApiDocument } from './public/api-document.js';
import { renderDocument } from './public/document.js';
import type { DoorProps } from './public/door.js';
import { EventData } from './public/event-data.js';
import { OtherLanguages } from './public/other-languages.js';
import type { FormProblem, PublicSession, Reader, TypedValues } from './public/public-session.js';
import { SessionPage } from './public/session-page.js';
import { ALL } from './words/all.js';
import { languageFor, localeFor } from './words/languages.js';

export { renderApiReference } from './public/api-reference.js';
export { acceptedIn } from './words/languages.js';
export type { ApiDocument, FormProblem, PublicSession, TypedValues };

export interface PublicPage extends Omit<DoorProps, 'reader'> {
  /** `public/page.css` as built, put into the one `<style>`; its hash belongs into the page's policy. */
  css: string;
  /** BCP 47 tags, the most wanted first: the page speaks the first that it knows. */
  wanted?: readonly string[];
  /** Address of `public/enhance.ts` as built. The page is whole without it. */
  script?: string;
  /** Absolute address of the page, for link previews. */
  address?: string;
  icon?: string;
  /** Where the viewer's zone is known already; otherwise the script fills it in. */
  viewerTimeZone?: string;
}

/** The public page of a session, as one HTML document. Pure: the same session and reader, the same page. */
export function renderPublicPage({ session, css, wanted, script, address, icon, viewerTimeZone, ...door }: PublicPage): string {
  const reader = readerOf(wanted);
  const { words } = reader;
  const title = `${session.title} · ${session.hostName}`;
  return renderDocument({
    title: door.problem ? words.page.lookAgain(title) : title,
    words,
    css,
    look: session.accent === null ? undefined : styleOf(session.accent),
    script,
    icon,
    head: <EventData session={session} words={words} address={address} />,
    children: <SessionPage session={session} reader={reader} viewerTimeZone={viewerTimeZone} {...door} />,
    foot: <OtherLanguages words={words} />,
  });
}

export interface MessagePage {
  title: string;
  text: string;
  css: string;
  icon?: string;
  action?: { href: string; label: string; method?: 'post' };
  /** What the message is written in, as for a public page. */
  wanted?: readonly string[];
}

/** A page that says one thing: not found, too many requests, something broke. */
export function renderMessagePage({ title, text, css, icon, action, wanted }: MessagePage): string {
  return renderDocument({
    title: `${title} · Foyer`,
    words: readerOf(wanted).words,
    css,
    icon,
    head: <meta name="robots" content="noindex" />,
    children: (
      <main id="main" class="message">
        <h1>{title}</h1>
        <p>{text}</p>
        {action && (action.method
          ? <form method={action.method} action={action.href}><button class="go" type="submit">{action.label}</button></form>
          : <p><a class="go" href={action.href}>{action.label}</a></p>)}
      </main>
    ),
  });
}

/** No session at an address, told in the reader's language. */
export function renderNoSession({ wanted, ...page }: Pick<MessagePage, 'css' | 'icon' | 'wanted'>): string {
  return renderMessagePage({ ...readerOf(wanted).words.page.notFound, wanted, ...page });
}

function readerOf(wanted: readonly string[] = []): Reader {
  const language = languageFor(wanted);
  return { words: ALL[language], locale: localeFor(language, wanted) };
}
