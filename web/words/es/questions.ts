import type { questions as meant } from '../en/questions.js';
import { counting } from '../numbers.js';

const count = counting('es');
const votesCount = (votes: number) => count(votes, { one: '# voto', many: '# de votos', other: '# votos' });

export const questions: typeof meant = {
  questions: {
    name: 'Preguntas',
    nothing: 'Nadie ha preguntado nada todavía. Empieza tú.',
    nothingYet: 'Nadie ha preguntado nada todavía.',
    yours: 'Tu pregunta',
    whoReads: 'Los demás ven la pregunta, pero no quién la hace.',
    withoutName: 'Preguntar sin mi nombre',
    ask: 'Preguntar',
    allowAnonymous: 'Permitir preguntas sin nombre',
    noName: 'Sin nombre',
    mine: 'Tu pregunta',
    answered: 'Respondidas',
    dismissed: 'Descartadas',
    vote: (votes, text) => `${votesCount(votes)}. Yo también quiero saberlo: ${text}`,
    answer: 'Respuesta',
    markAnswered: 'Respondida',
    write: 'Responder',
    dismiss: 'Descartar',
    reopen: 'Abrir de nuevo',
    publish: 'Publicar',
    notNow: 'Ahora no',
  },
};
