import type { views as meant } from '../en/views.js';

export const views: typeof meant = {
  views: {
    speaker: 'Sprecheransicht',
    grid: 'Rasteransicht',
    pages: 'Seiten mit Personen',
    before: 'Zurück',
    next: 'Weiter',
    pageOf: (page, pages) => `${page} von ${pages}`,
  },
};
