import type { common as meant } from '../en/common.js';

export const common: typeof meant = {
  skip: 'Ir al contenido',
  optional: '(opcional)',
  oneMoment: 'Un momento',
  loading: 'Cargando',
  mainMenu: 'Principal',
  tryAgain: 'Volver a intentarlo',
  close: 'Cerrar',
  done: 'Listo',
  languages: 'Idioma',

  times: {
    own: 'Tu zona horaria',
    session: 'La zona horaria de la sesión',
    both: 'Tu zona horaria, que es la de la sesión',
  },
};
