import type { talk as meant } from '../en/talk.js';
import { counting } from '../numbers.js';

const count = counting('fr');

export const talk: typeof meant = {
  talk: {
    name: 'Discussion, questions, sondages',
    news: 'du nouveau',
    of: (deed, what) => `${deed} : ${what}`,
    chat: 'Discussion',
    unread: (messages) => count(messages, { one: '# message non lu', many: '# de messages non lus', other: '# messages non lus' }),
    newFrom: (name) => `Message de ${name}.`,
    nothing: 'Personne n’a encore rien écrit.',
    earlier: 'Messages précédents',
    newBelow: 'Nouveaux messages',
    message: 'Votre message',
    to: 'À',
    everyone: 'Tout le monde',
    team: 'Hôtes et intervenants',
    hosts: 'Hôtes uniquement',
    one: (name) => `${name} uniquement`,
    toTeam: 'aux hôtes et intervenants',
    toHosts: 'aux hôtes uniquement',
    toYou: 'à vous uniquement',
    toOne: (name) => `à ${name} uniquement`,
    onlyTeam: 'Seuls les hôtes et les intervenants lisent ce que vous écrivez.',
    send: 'Envoyer',
    sending: 'Envoi…',
    delete: 'Supprimer',
    deleteOf: (name, text) => `Supprimer ce que ${name} a écrit : ${text}`,
    deleted: 'Ce message a été supprimé.',
  },
};
