import type { talk as meant } from '../en/talk.js';
import { counting } from '../numbers.js';

const count = counting('es');

export const talk: typeof meant = {
  talk: {
    name: 'Chat, preguntas, encuestas',
    news: 'novedades',
    of: (deed, what) => `${deed}: ${what}`,
    chat: 'Chat',
    unread: (messages) => count(messages, { one: '# mensaje sin leer', many: '# de mensajes sin leer', other: '# mensajes sin leer' }),
    newFrom: (name) => `Mensaje de ${name}.`,
    nothing: 'Nadie ha escrito nada todavía.',
    earlier: 'Mensajes anteriores',
    newBelow: 'Mensajes nuevos',
    message: 'Mensaje',
    to: 'Para',
    everyone: 'Todo el mundo',
    team: 'Quienes dirigen y ponentes',
    hosts: 'Solo quienes dirigen',
    one: (name) => `Solo ${name}`,
    toTeam: 'para quienes dirigen y ponentes',
    toHosts: 'solo para quienes dirigen',
    toYou: 'solo para ti',
    toOne: (name) => `solo para ${name}`,
    onlyTeam: 'Lo que escribes lo leen solo quienes dirigen y los ponentes.',
    send: 'Enviar',
    sending: 'Enviando…',
    delete: 'Borrar',
    deleteOf: (name, text) => `Borrar lo que escribió ${name}: ${text}`,
    deleted: 'Este mensaje se ha borrado.',
  },
};
