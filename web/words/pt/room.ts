import type { room as meant } from '../en/room.js';
import { counting, listing } from '../numbers.js';

const count = counting('pt');
const list = listing('pt');

export const room: typeof meant = {
  room: {
    tab: (place, title) => `${place} · ${title}`,
    inside: 'Na sala',
    live: 'Ao vivo',
    controls: 'Controles',
    more: 'Mais',
    devices: 'Dispositivos',
    devicesTitle: 'Câmera, microfone, alto-falante',
    leave: 'Sair',
    soundBlocked: 'O navegador não toca nenhum som antes de você apertar algo.',
    hear: 'Ativar o som',
    doorsOpen: 'As portas estão abertas. Você está na sala.',
    allIn: (people) => count(people, { one: 'Quem esperava já está na sala.', other: 'As # pessoas que esperavam já estão na sala.' }),
    someIn: (those, of) => `${those} de ${of} na sala.`,
    notReached: (names, more) => `Ainda sem conexão: ${list(more > 0 ? [...names, `mais ${more}`] : names)}.`,
    noHost: (time) => `Ninguém que conduza a sessão está aqui. Se ninguém voltar, a sessão terminará: ${time}.`,
    lost: 'A conexão caiu. Reconectando… O seu lugar está guardado.',
    interrupted: 'O som e a imagem foram interrompidos. Eles voltam sozinhos.',
    blocked: 'O som e a imagem não passam por esta rede. Tente outra, como a do seu telefone. Esta página continua tentando.',
    endForAll: 'Encerrar para todos',
    endAsk: 'Encerrar para todo mundo?',
    endText: 'Todos saem da sala e ela se fecha de vez. Para sair e deixar os outros continuarem, toque em “Sair”.',
    goOn: 'Continuar',
  },
};
