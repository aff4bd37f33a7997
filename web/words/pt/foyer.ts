import type { foyer as meant } from '../en/foyer.js';
import { counting } from '../numbers.js';

const count = counting('pt');

export const foyer: typeof meant = {
  foyer: {
    tab: (title) => `Esperando · ${title}`,
    heading: 'Esperando a sessão começar',
    doing: 'Você entra assim que a sessão começar. Não é preciso apertar nada.',
    noMedia: 'O som e a imagem não estão disponíveis no momento. Eles chegam sozinhos.',
    hereAs: (name) => `Você está aqui como ${name}.`,
    startsIn: (left) => `Começa em ${left}`,
    anyMoment: 'As portas vão se abrir a qualquer momento.',
    opening: 'As portas vão se abrir',
    opensIn: (time) => `As portas se abrem em ${time}.`,
    stopped: 'O começo foi interrompido. Você continua esperando.',
    itIsTime: 'Chegou o horário previsto. As portas se abrem a qualquer momento.',
    lessThan: (minutes) => `Começa em menos de ${minutes}.`,
    hostMissing: 'Quem conduz a sessão ainda não chegou. Enviamos um lembrete.',
    inTheirPlace: 'Você pode começar em seu lugar. Então é você quem conduz a sessão.',
  },

  door: { heading: 'Você bateu à porta', text: 'Quem conduz vê e deixa você entrar. Não é preciso apertar nada.' },

  backstage: {
    name: 'Bastidores',
    label: 'Antes do começo',
    waiting: (people) => (people === 0 ? 'Ninguém está esperando ainda' : count(people, { one: '# pessoa está esperando', many: '# de pessoas estão esperando', other: '# pessoas estão esperando' })),
    opening: 'Em instantes verão e ouvirão você',
    stopped: 'O começo foi interrompido. Todos continuam esperando.',
    stop: 'Interromper',
    stopBy: 'Aperte Esc para interromper.',
    unheardByHost: 'Ninguém de fora vê nem ouve você antes de você começar.',
    unheard: 'Ninguém de fora vê nem ouve você antes de a sessão começar.',
    start: 'Começar',
    steward: 'Ninguém veio conduzir a sessão. Você pode começar em seu lugar.',
  },
};
