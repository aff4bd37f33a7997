import type { questions as meant } from '../en/questions.js';
import { counting } from '../numbers.js';

const count = counting('pt');
const votesCount = (votes: number) => count(votes, { one: '# voto', many: '# de votos', other: '# votos' });

export const questions: typeof meant = {
  questions: {
    name: 'Perguntas',
    nothing: 'Ninguém perguntou nada ainda. Comece você.',
    nothingYet: 'Ninguém perguntou nada ainda.',
    yours: 'A sua pergunta',
    whoReads: 'Os outros veem a pergunta, mas não quem a faz.',
    withoutName: 'Perguntar sem o meu nome',
    ask: 'Perguntar',
    allowAnonymous: 'Permitir perguntas sem nome',
    noName: 'Sem nome',
    mine: 'A sua pergunta',
    answered: 'Respondidas',
    dismissed: 'Descartadas',
    vote: (votes, text) => `${votesCount(votes)}. Também quero saber: ${text}`,
    answer: 'Resposta',
    markAnswered: 'Respondida',
    write: 'Responder',
    dismiss: 'Descartar',
    reopen: 'Abrir de novo',
    publish: 'Publicar',
    notNow: 'Agora não',
  },
};
