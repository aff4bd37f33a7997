import type { views as meant } from '../en/views.js';

export const views: typeof meant = {
  views: {
    speaker: 'Ver quem fala',
    grid: 'Ver em grade',
    pages: 'Páginas de pessoas',
    before: 'Anterior',
    next: 'Próxima',
    pageOf: (page, pages) => `${page} de ${pages}`,
  },
};
