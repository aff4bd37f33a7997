import type { talk as meant } from '../en/talk.js';
import { counting } from '../numbers.js';

const count = counting('pt');

export const talk: typeof meant = {
  talk: {
    name: 'Chat, perguntas, enquetes',
    news: 'novidades',
    of: (deed, what) => `${deed}: ${what}`,
    chat: 'Chat',
    unread: (messages) => count(messages, { one: '# mensagem não lida', many: '# de mensagens não lidas', other: '# mensagens não lidas' }),
    newFrom: (name) => `Mensagem de ${name}.`,
    nothing: 'Ninguém escreveu nada ainda.',
    earlier: 'Mensagens anteriores',
    newBelow: 'Novas mensagens',
    message: 'Mensagem',
    to: 'Para',
    everyone: 'Todos',
    team: 'Quem conduz e palestrantes',
    hosts: 'Só quem conduz',
    one: (name) => `Só ${name}`,
    toTeam: 'para quem conduz e palestrantes',
    toHosts: 'só para quem conduz',
    toYou: 'só para você',
    toOne: (name) => `só para ${name}`,
    onlyTeam: 'Só quem conduz e os palestrantes leem o que você escreve.',
    send: 'Enviar',
    sending: 'Enviando…',
    delete: 'Apagar',
    deleteOf: (name, text) => `Apagar o que ${name} escreveu: ${text}`,
    deleted: 'Esta mensagem foi apagada.',
  },
};
