import type { common as meant } from '../en/common.js';

export const common: typeof meant = {
  skip: 'Aller au contenu',
  optional: '(facultatif)',
  oneMoment: 'Un instant',
  loading: 'Chargement',
  mainMenu: 'Menu principal',
  tryAgain: 'Réessayer',
  close: 'Fermer',
  done: 'Terminé',
  languages: 'Langue',

  times: {
    own: 'Votre fuseau horaire',
    session: 'Le fuseau horaire de la rencontre',
    both: 'Votre fuseau horaire, et celui de la rencontre',
  },
};
