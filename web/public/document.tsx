import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Mark } from '../kit/mark.js';
import { english, type Words } from '../words/en.js';

export interface DocumentParts {
  title: string;
  /** Whose language the document is in: English where nothing is said. */
  words?: Words;
  css: string;
  /** What of it another style replaces, as `client/look.ts` writes it. */
  look?: string;
  /** Address of the enhancing script, where there is something to enhance. */
  script?: string;
  icon?: string;
  /** More of the head: description, Open Graph, data for search engines. */
  head?: ComponentChildren;
  children: ComponentChildren;
  /** The same in other languages: below everything. */
  foot?: ComponentChildren;
}

/** A whole HTML document of the house: its walls, its style, no script of its own inside. */
export function renderDocument(parts: DocumentParts): string {
  return `<!doctype html>${renderToString(<Document {...parts} />)}`;
}

function Document({ title, words = english, css, look, script, icon, head, children, foot }: DocumentParts): VNode {
  return (
    <html lang={words.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#f7f2e7" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#15110c" media="(prefers-color-scheme: dark)" />
        <title>{title}</title>
        {head}
        {icon && <link rel="icon" href={icon} />}
        <style dangerouslySetInnerHTML={{ __html: css }} />
        {look && <style dangerouslySetInnerHTML={{ __html: look }} />}
        {script && <script type="module" src={script} />}
      </head>
      <body>
        <a class="skip unseen" href="#main">{words.skip}</a>
        <header class="top"><Mark /> <span>Foyer</span></header>
        {children}
        {foot}
      </body>
    </html>
  );
}
