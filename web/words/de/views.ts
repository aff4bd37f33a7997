import type { views as meant } from '../en/views.js';

export const views: typeof meant = {
  views: {
    speaker: 'Sprecheransicht',
    grid: 'Rasteransicht',
    smallWindow: 'Kleines Fenster',
    fair: 'Unruhige Verbindung',
    poor: 'Schlechte Verbindung',
    pages: 'Seiten mit Personen',
    before: 'Zurück',
    next: 'Weiter',
    pageOf: (page, pages) => `${page} von ${pages}`,
  },
};
