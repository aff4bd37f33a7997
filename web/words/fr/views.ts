import type { views as meant } from '../en/views.js';

export const views: typeof meant = {
  views: {
    speaker: 'Vue intervenant',
    grid: 'Vue mosaïque',
    pages: 'Pages de personnes',
    before: 'Précédente',
    next: 'Suivante',
    pageOf: (page, pages) => `${page} sur ${pages}`,
  },
};
