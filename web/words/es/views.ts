import type { views as meant } from '../en/views.js';

export const views: typeof meant = {
  views: {
    speaker: 'Vista del orador',
    grid: 'Vista de cuadrícula',
    pages: 'Páginas de personas',
    before: 'Anterior',
    next: 'Siguiente',
    pageOf: (page, pages) => `${page} de ${pages}`,
  },
};
