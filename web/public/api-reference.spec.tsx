import { readFileSync } from 'node:fs';
import type { ApiDocument } from './api-document.js';
import { renderApiReference } from './api-reference.js';

const published = JSON.parse(readFileSync('client/openapi.json', 'utf8')) as ApiDocument;
const pageOf = (document: ApiDocument): string => renderApiReference({ document, css: '', origin: 'https://foyer.example' });

describe('the page of the API', () => {
  const page = pageOf(published);
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);

  it('has each operation of the document under an address of its own', () => {
    const operations = Object.values(published.paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId!));
    expect(operations.length).toBeGreaterThan(20);
    expect(ids).toEqual(expect.arrayContaining(operations));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has each schema, with every property and its description', () => {
    for (const [name, schema] of Object.entries(published.components!.schemas!)) {
      const [, about = ''] = page.split(` id="schema-${name}"`);
      for (const property of Object.keys(schema.properties ?? {})) expect(about.split('</article>')[0]).toContain(`<code>${property}</code>`);
    }
    expect(page).toContain('Which of the two, when the zone');
  });

  it('leads nowhere but to places that are there', () => {
    const places = [...page.matchAll(/href="#([^"]+)"/g)].map(([, place]) => place!);
    expect(places.length).toBeGreaterThan(50);
    for (const place of places) expect(ids).toContain(place);
    expect(page).toContain('href="/openapi.json"');
  });

  it('runs no script and loads nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|src=|href="(?:https?:)?\/\//);
  });

  it('says what stands in the document as text', () => {
    const hostile = '"><img src=x onerror=alert(1)>';
    const page = pageOf({ info: { title: hostile, version: '1', description: hostile }, paths: { [hostile]: { get: { operationId: 'a', summary: hostile, tags: ['t'], parameters: [{ name: hostile, in: 'query', description: hostile, schema: { enum: [hostile] } }] } } } });
    expect(page).not.toContain('<img');
  });
});
