import type { common as meant } from '../en/common.js';

export const common: typeof meant = {
  skip: 'Zum Inhalt springen',
  optional: '(freiwillig)',
  oneMoment: 'Einen Moment',
  loading: 'Wird geladen',
  mainMenu: 'Hauptmenü',
  tryAgain: 'Noch einmal versuchen',
  close: 'Schließen',
  done: 'Fertig',
  languages: 'Sprache',

  times: {
    own: 'Ihre Zeitzone',
    session: 'Zeitzone der Veranstaltung',
    both: 'Ihre Zeitzone und die der Veranstaltung',
  },
};
