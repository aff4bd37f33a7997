import type { foyer as meant } from '../en/foyer.js';
import { counting } from '../numbers.js';

const count = counting('fr');

export const foyer: typeof meant = {
  foyer: {
    tab: (title) => `En attente · ${title}`,
    heading: 'En attente de l’hôte',
    doing: 'Vous entrez dès que l’hôte commence. Vous n’avez rien à faire.',
    noMedia: 'Le son et l’image ne sont pas disponibles pour le moment. Ils viendront d’eux-mêmes.',
    hereAs: (name) => `Vous êtes ici sous le nom ${name}.`,
    startsIn: (left) => `Début dans ${left}`,
    anyMoment: 'L’hôte va ouvrir les portes d’un instant à l’autre.',
    opening: 'Les portes s’ouvrent',
    opensIn: (time) => `Les portes s’ouvrent dans ${time}.`,
    stopped: 'L’hôte a interrompu le début. Vous attendez encore.',
    itIsTime: 'L’heure prévue est arrivée. L’hôte ouvre les portes d’un instant à l’autre.',
    lessThan: (minutes) => `Début dans moins de ${minutes}.`,
    hostMissing: 'L’hôte n’est pas encore là. Nous lui avons envoyé un rappel.',
    inTheirPlace: 'Vous pouvez commencer à sa place. Vous devenez alors l’hôte.',
  },

  door: { heading: 'Vous avez frappé à la porte', text: 'L’hôte le voit et vous fera entrer. Vous n’avez rien à faire.' },

  backstage: {
    name: 'En coulisses',
    label: 'Avant le début',
    waiting: (people) => (people === 0 ? 'Personne n’attend encore' : count(people, { one: '# personne attend', many: '# de personnes attendent', other: '# personnes attendent' })),
    opening: 'Dans un instant, on vous verra et vous entendra',
    stopped: 'Le début est interrompu. Tout le monde attend encore.',
    stop: 'Interrompre',
    stopBy: 'Appuyez sur Échap pour interrompre.',
    unheardByHost: 'On ne vous voit et ne vous entend pas avant que vous commenciez.',
    unheard: 'On ne vous voit et ne vous entend pas avant que l’hôte commence.',
    start: 'Commencer',
    steward: 'Aucun hôte n’est venu. Vous pouvez commencer à sa place.',
  },
};
