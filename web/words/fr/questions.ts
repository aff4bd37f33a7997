import type { questions as meant } from '../en/questions.js';
import { counting } from '../numbers.js';

const count = counting('fr');
const votesCount = (votes: number) => count(votes, { one: '# voix', many: '# de voix', other: '# voix' });

export const questions: typeof meant = {
  questions: {
    name: 'Questions',
    nothing: 'Personne n’a encore rien demandé. Lancez-vous.',
    nothingYet: 'Personne n’a encore rien demandé.',
    yours: 'Votre question',
    whoReads: 'Les autres voient la question, mais pas qui la pose.',
    withoutName: 'Demander sans mon nom',
    ask: 'Demander',
    allowAnonymous: 'Autoriser les questions sans nom',
    noName: 'Sans nom',
    mine: 'Votre question',
    answered: 'Avec réponse',
    dismissed: 'Écartées',
    vote: (votes, text) => `${votesCount(votes)}. Je veux le savoir aussi : ${text}`,
    answer: 'Réponse',
    markAnswered: 'Répondue',
    write: 'Répondre',
    dismiss: 'Écarter',
    reopen: 'Rouvrir',
    publish: 'Publier',
    notNow: 'Pas maintenant',
  },
};
