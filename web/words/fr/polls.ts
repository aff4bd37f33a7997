import type { polls as meant } from '../en/polls.js';
import { counting } from '../numbers.js';

const count = counting('fr');
const percent = new Intl.NumberFormat('fr', { style: 'percent' });

export const polls: typeof meant = {
  polls: {
    name: 'Sondages',
    one: 'Sondage :',
    toIt: 'Voter',
    make: 'Nouveau sondage',
    nothing: 'Il n’y a pas encore de sondage.',
    status: { draft: 'Brouillon, visible par les hôtes uniquement', open: 'Ouvert', closed: 'Fermé' },
    thanks: 'Votre vote est enregistré.',
    change: 'Le changer',
    several: 'Choisissez-en autant que vous voulez.',
    vote: 'Voter',
    yours: 'votre vote',
    share: (votes, part) => `${votes} · ${percent.format(part)}`,
    ballots: (people) => count(people, { one: '# personne a voté.', many: '# de personnes ont voté.', other: '# personnes ont voté.' }),
    open: 'Ouvrir le sondage',
    close: 'Fermer le sondage',
    openAgain: 'Rouvrir',
    drop: 'Jeter',
    show: 'Montrer les résultats à tout le monde',
    hide: 'Masquer les résultats',
    everyoneSees: 'Tout le monde voit les résultats.',
    opensLater: 'Il pourra être ouvert une fois la rencontre commencée.',
    question: 'Intitulé',
    option: (n) => `Réponse ${n}`,
    removeOption: (n) => `Retirer la réponse ${n}`,
    addOption: 'Ajouter une réponse',
    allowSeveral: 'Plusieurs réponses sont possibles',
    openNow: 'Ouvrir maintenant',
    keep: 'Garder en brouillon',
    discard: 'Ne pas garder',
  },
};
