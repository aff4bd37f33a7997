import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acceptedIn, renderApiReference, renderMessagePage, renderNoSession, renderPublicPage, type ApiDocument, type FormProblem, type PublicSession, type TypedValues } from '../../../web/render.js';
import { styleOf } from '../../../client/look.js';
import { Configuration } from '../config/configuration.js';
import { Compressed, wayFor } from './compressed.js';

interface Asset {
  file: string;
  css?: string[];
}

/** Where `vite build` left the pages: beside the built server, wherever that was put; where the sources are run, in their `dist`. */
const besideTheServer = fileURLToPath(new URL('../web-assets', import.meta.url));
const WEB_ASSETS = existsSync(besideTheServer) ? besideTheServer : join(process.cwd(), 'dist/web-assets');

/**
 * The server's only door to `web/`: pages that it renders itself, and the built entries of the others.
 * What it sends may load scripts and styles from here alone.
 */
@Injectable()
export class Pages {
  readonly assets = WEB_ASSETS;
  private readonly built = readBuilt();
  private readonly policy = policyOf(this.built.css);
  private readonly compressed = new Compressed();

  constructor(private readonly configuration: Configuration) {}

  publicPage(page: { session: PublicSession; wanted: readonly string[]; problem?: FormProblem; values?: TypedValues; standing?: 'confirmed' | 'pending' | 'waitlisted' }): string {
    const { css, script, icon } = this.built;
    return renderPublicPage({ ...page, css, script, icon, address: `${this.configuration.publicUrl}/s/${page.session.slug}` });
  }

  noSession(wanted: readonly string[]): string {
    return renderNoSession({ wanted, css: this.built.css, icon: this.built.icon });
  }

  /** `written`: in which language the words given here are. */
  message(title: string, text: string, action?: { href: string; label: string; method?: 'post' }, written = 'en'): string {
    return renderMessagePage({ title, text, action, wanted: [written], css: this.built.css, icon: this.built.icon });
  }

  /** The languages that a reader wants, the most wanted first: chosen on the page, then by `?lang=`, then by the browser. */
  languagesWanted({ headers, query }: Pick<FastifyRequest, 'headers' | 'query'>, chosen?: unknown): string[] {
    const { lang } = query as { lang?: unknown };
    const tags = [chosen, lang].filter((tag) => typeof tag === 'string' && tag.length <= 35) as string[];
    return [...tags, ...acceptedIn(headers['accept-language'] ?? '')];
  }

  apiReference(document: object): string {
    const { css, icon, reference: sheet } = this.built;
    return renderApiReference({ document: document as ApiDocument, css, icon, sheet, origin: this.configuration.publicUrl });
  }

  /** One of the pages that live in the browser: `attendee`, `desk` or `registrant`. */
  sendEntry(reply: FastifyReply, entry: 'attendee' | 'desk' | 'registrant'): void {
    const html = this.built.entries[entry];
    if (html) this.send(reply, 200, html);
    else this.send(reply, 503, this.message('Not built yet', 'The pages have not been built on this server: run npm run build.'));
  }

  /** `accent`: of the workspace whose page it is. */
  send(reply: FastifyReply, status: number, html: string, accent: string | null = null): void {
    void this.secure(reply, accent).status(status).header('cache-control', 'no-store').send(html);
  }

  /** Cached by what it says: the same session in the same language, the same tag. */
  sendCached(request: FastifyRequest, reply: FastifyReply, html: string, accent: string | null = null): void {
    const name = createHash('sha256').update(html).digest('base64url').slice(0, 22);
    const way = wayFor(request);
    const tag = `"${way ? `${name}-${way}` : name}"`;
    void this.secure(reply, accent).header('etag', tag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === tag) void reply.header('vary', 'accept-language, accept-encoding').status(304).send();
    else void this.compressed.send(request, reply.status(200), name, Buffer.from(html));
  }

  private secure(reply: FastifyReply, accent: string | null): FastifyReply {
    const socket = this.configuration.publicUrl.replace(/^http/, 'ws');
    return reply
      .type('text/html; charset=utf-8')
      .header('vary', 'accept-language')
      .header('content-security-policy', `${accent === null ? this.policy : policyOf(this.built.css, styleOf(accent))}; connect-src 'self' ${socket}`)
      .header('permissions-policy', 'camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self)');
  }
}

/** Of the styles that stand in a page, those whose hash is named here are applied, and no other. */
function policyOf(...styles: readonly string[]): string {
  const named = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${named.join(' ')}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob: mediastream:",
    "worker-src 'self' blob:",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Read once: a server that runs from sources without a build still answers, plainly. */
function readBuilt(): { css: string; script?: string; icon?: string; reference?: string; entries: Record<string, string | undefined> } {
  const text = (path: string): string | undefined => {
    try {
      return readFileSync(join(WEB_ASSETS, path), 'utf8');
    } catch {
      return undefined;
    }
  };
  const manifest = JSON.parse(text('.vite/manifest.json') ?? '{}') as Record<string, Asset | undefined>;
  const asset = (source: string): string | undefined => manifest[source]?.file;
  const script = asset('public/enhance.ts');
  const icon = asset('kit/mark.svg');
  const reference = asset('public/reference.css');
  return {
    css: text(asset('public/page.css') ?? '-') ?? '',
    ...(script && { script: `/${script}` }),
    ...(icon && { icon: `/${icon}` }),
    ...(reference && { reference: `/${reference}` }),
    entries: { attendee: text('attendee/index.html'), desk: text('desk/index.html'), registrant: text('registrant/index.html') },
  };
}
