import type { polls as meant } from '../en/polls.js';
import { counting } from '../numbers.js';

const count = counting('pt');
const percent = new Intl.NumberFormat('pt', { style: 'percent' });

export const polls: typeof meant = {
  polls: {
    name: 'Enquetes',
    one: 'Enquete:',
    toIt: 'Votar',
    make: 'Nova enquete',
    nothing: 'Ainda não há nenhuma enquete.',
    status: { draft: 'Rascunho: só quem conduz vê', open: 'Aberta', closed: 'Encerrada' },
    thanks: 'O seu voto chegou.',
    change: 'Mudar',
    several: 'Escolha quantas quiser.',
    vote: 'Votar',
    yours: 'seu voto',
    share: (votes, part) => `${votes} · ${percent.format(part)}`,
    ballots: (people) => count(people, { one: '# pessoa votou.', many: '# de pessoas votaram.', other: '# pessoas votaram.' }),
    open: 'Abrir a enquete',
    close: 'Encerrar a enquete',
    openAgain: 'Abrir de novo',
    drop: 'Descartar',
    show: 'Mostrar os resultados a todos',
    hide: 'Esconder os resultados',
    everyoneSees: 'Todos veem os resultados.',
    opensLater: 'Ela pode ser aberta quando a sessão tiver começado.',
    question: 'Pergunta',
    option: (n) => `Resposta ${n}`,
    removeOption: (n) => `Remover a resposta ${n}`,
    addOption: 'Adicionar uma resposta',
    allowSeveral: 'É possível escolher várias respostas',
    openNow: 'Abrir agora',
    keep: 'Guardar como rascunho',
    discard: 'Não guardar',
  },
};
