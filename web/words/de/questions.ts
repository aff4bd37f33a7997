import type { questions as meant } from '../en/questions.js';
import { counting } from '../numbers.js';

const count = counting('de');
const votesCount = (votes: number) => count(votes, { one: '# Stimme', other: '# Stimmen' });

export const questions: typeof meant = {
  questions: {
    name: 'Fragen',
    nothing: 'Noch hat niemand etwas gefragt. Machen Sie den Anfang.',
    nothingYet: 'Noch hat niemand etwas gefragt.',
    yours: 'Ihre Frage',
    whoReads: 'Die anderen sehen die Frage, aber nicht, wer sie stellt.',
    withoutName: 'Ohne meinen Namen fragen',
    ask: 'Fragen',
    allowAnonymous: 'Fragen ohne Namen erlauben',
    noName: 'Ohne Namen',
    mine: 'Ihre Frage',
    answered: 'Beantwortet',
    dismissed: 'Verworfen',
    vote: (votes, text) => `${votesCount(votes)}. Das möchte ich auch wissen: ${text}`,
    answer: 'Antwort',
    markAnswered: 'Beantwortet',
    write: 'Antworten',
    dismiss: 'Verwerfen',
    reopen: 'Wieder öffnen',
    publish: 'Veröffentlichen',
    notNow: 'Jetzt nicht',
  },
};
