import type { common as meant } from '../en/common.js';

export const common: typeof meant = {
  skip: 'Ir para o conteúdo',
  optional: '(opcional)',
  oneMoment: 'Um momento',
  loading: 'Carregando',
  mainMenu: 'Principal',
  tryAgain: 'Tentar de novo',
  close: 'Fechar',
  done: 'Pronto',
  languages: 'Idioma',

  times: {
    own: 'Seu fuso horário',
    session: 'O fuso horário da sessão',
    both: 'Seu fuso horário, que é o da sessão',
  },
};
