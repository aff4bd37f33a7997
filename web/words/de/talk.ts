import type { talk as meant } from '../en/talk.js';
import { counting } from '../numbers.js';

const count = counting('de');

export const talk: typeof meant = {
  talk: {
    name: 'Chat, Fragen, Umfragen',
    news: 'Neues',
    of: (deed, what) => `${deed}: ${what}`,
    chat: 'Chat',
    unread: (messages) => count(messages, { one: '# ungelesene Nachricht', other: '# ungelesene Nachrichten' }),
    newFrom: (name) => `Nachricht von ${name}.`,
    nothing: 'Noch hat niemand etwas geschrieben.',
    earlier: 'Frühere Nachrichten',
    newBelow: 'Neue Nachrichten',
    message: 'Nachricht',
    to: 'An',
    everyone: 'Alle',
    team: 'Leitung und Sprechende',
    hosts: 'Nur die Leitung',
    one: (name) => `Nur ${name}`,
    toTeam: 'an Leitung und Sprechende',
    toHosts: 'nur an die Leitung',
    toYou: 'nur an Sie',
    toOne: (name) => `nur an ${name}`,
    onlyTeam: 'Was Sie schreiben, lesen nur Leitung und Sprechende.',
    send: 'Senden',
    sending: 'Wird gesendet …',
    delete: 'Löschen',
    deleteOf: (name, text) => `Löschen, was ${name} geschrieben hat: ${text}`,
    deleted: 'Diese Nachricht wurde gelöscht.',
  },
};
