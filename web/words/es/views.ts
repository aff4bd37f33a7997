import type { views as meant } from '../en/views.js';

export const views: typeof meant = {
  views: {
    speaker: 'Vista del orador',
    grid: 'Vista de cuadrícula',
    smallWindow: 'Ventana pequeña',
    fair: 'Conexión inestable',
    poor: 'Mala conexión',
    pages: 'Páginas de personas',
    before: 'Anterior',
    next: 'Siguiente',
    pageOf: (page, pages) => `${page} de ${pages}`,
  },
};
