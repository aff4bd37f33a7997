import { globSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { defineConfig } from 'vite';

const web = import.meta.dirname;

/** One page for each `<room>/index.html`, so that the desk's code never reaches an attendee. */
const pages = Object.fromEntries(globSync('*/index.html', { cwd: web }).map((page) => [basename(dirname(page)), resolve(web, page)]));

/**
 * Beside the pages: style and script of the page that the server renders (`web/render.tsx`), found by
 * the server through `.vite/manifest.json` under `public/page.css` and `public/enhance.ts`.
 * The output is apart from `dist/web/`, where tsc puts `render.js`.
 */
export default defineConfig({
  root: web,
  base: '/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: resolve(web, '../dist/web-assets'),
    emptyOutDir: true,
    manifest: true,
    // No inline script: the pages are served under a strict Content-Security-Policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // `light-dark()` stays as written: rewritten for older browsers, a part of a page could not be night by itself.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      input: { ...pages, page: resolve(web, 'public/page.css'), reference: resolve(web, 'public/reference.css'), enhance: resolve(web, 'public/enhance.ts') },
    },
  },
});
