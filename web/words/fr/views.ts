import type { views as meant } from '../en/views.js';

export const views: typeof meant = {
  views: {
    speaker: 'Vue intervenant',
    grid: 'Vue mosaïque',
    smallWindow: 'Petite fenêtre',
    fair: 'Connexion instable',
    poor: 'Mauvaise connexion',
    pages: 'Pages de personnes',
    before: 'Précédente',
    next: 'Suivante',
    pageOf: (page, pages) => `${page} sur ${pages}`,
  },
};
