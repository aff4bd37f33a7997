import type { views as meant } from '../en/views.js';

export const views: typeof meant = {
  views: {
    speaker: 'Ver quem fala',
    grid: 'Ver em grade',
    smallWindow: 'Janela pequena',
    fair: 'Conexão instável',
    poor: 'Conexão ruim',
    pages: 'Páginas de pessoas',
    before: 'Anterior',
    next: 'Próxima',
    pageOf: (page, pages) => `${page} de ${pages}`,
  },
};
