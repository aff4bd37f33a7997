import type { room as meant } from '../en/room.js';
import { counting, listing } from '../numbers.js';

const count = counting('fr');
const list = listing('fr');

export const room: typeof meant = {
  room: {
    tab: (place, title) => `${place} · ${title}`,
    inside: 'Dans la salle',
    live: 'En direct',
    controls: 'Commandes',
    more: 'Plus',
    devices: 'Appareils',
    devicesTitle: 'Caméra, micro, haut-parleur',
    leave: 'Quitter',
    soundBlocked: 'Le navigateur ne joue aucun son avant que vous ayez appuyé quelque part.',
    hear: 'Activer le son',
    doorsOpen: 'Les portes sont ouvertes. Vous êtes dans la salle.',
    allIn: (people) => count(people, { one: 'La personne qui attendait est entrée.', other: 'Les # personnes qui attendaient sont entrées.' }),
    someIn: (those, of) => `${those} sur ${of} dans la salle.`,
    notReached: (names, more) => `Pas encore joint : ${list(more > 0 ? [...names, `${more} de plus`] : names)}.`,
    noHost: (time) => `Aucun hôte n’est là. Si personne ne revient, la rencontre prendra fin : ${time}.`,
    lost: 'La connexion a été perdue. Reconnexion… Votre place vous est gardée.',
    interrupted: 'Le son et l’image sont interrompus. Ils reviendront d’eux-mêmes.',
    blocked: 'Le son et l’image ne passent pas sur ce réseau. Essayez-en un autre, par exemple celui de votre téléphone. Cette page continue d’essayer.',
    endForAll: 'Terminer pour tous',
    endAsk: 'Terminer pour tout le monde ?',
    endText: 'Tout le monde quitte la salle et elle ferme pour de bon. Pour partir sans les autres, appuyez sur « Quitter ».',
    goOn: 'Continuer',
  },
};
