import type { ApiDocument } from './public/api-document.js';
import { renderDocument } from './public/document.js';
import { Door, type DoorProps } from './public/door.js';
import { EventData } from './public/event-data.js';
import type { FormProblem, PublicSession, TypedValues } from './public/public-session.js';
import { Description, SessionHead } from './public/session-head.js';

export { renderApiReference } from './public/api-reference.js';
export type { ApiDocument, FormProblem, PublicSession, TypedValues };

export interface PublicPage extends DoorProps {
  /** `public/page.css` as built, put into the one `<style>`; its hash belongs into the page's policy. */
  css: string;
  /** Address of `public/enhance.ts` as built. The page is whole without it. */
  script?: string;
  /** Absolute address of the page, for link previews. */
  address?: string;
  icon?: string;
  /** Where the viewer's zone is known already; otherwise the script fills it in. */
  viewerTimeZone?: string;
}

/** The public page of a session, as one HTML document. Pure: the same session, the same page. */
export function renderPublicPage({ session, css, script, address, icon, viewerTimeZone, ...door }: PublicPage): string {
  const wrong = door.problem ? 'Please look again: ' : '';
  return renderDocument({
    title: `${wrong}${session.title} · ${session.hostName}`,
    css,
    script,
    icon,
    head: <EventData session={session} address={address} />,
    children: (
      <main id="main" class="session">
        <SessionHead session={session} viewerTimeZone={viewerTimeZone} />
        <Door session={session} {...door} />
        <Description text={session.description} />
      </main>
    ),
  });
}

/** A page that says one thing: not found, too many requests, something broke. */
export function renderMessagePage({ title, text, css, icon, action }: { title: string; text: string; css: string; icon?: string; action?: { href: string; label: string; method?: 'post' } }): string {
  return renderDocument({
    title: `${title} · Foyer`,
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
