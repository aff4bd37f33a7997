import { counting } from '../numbers.js';

const count = counting('en');

/** What people write to each other in the room. */
export const talk = {
  talk: {
    name: 'Chat, questions, polls',
    news: 'something new',
    of: (deed: string, what: string) => `${deed}: ${what}`,
    chat: 'Chat',
    unread: (messages: number) => count(messages, { one: '# unread message', other: '# unread messages' }),
    newFrom: (name: string) => `Message from ${name}.`,
    nothing: 'Nothing has been said yet.',
    earlier: 'Earlier messages',
    newBelow: 'New messages',
    message: 'Message',
    to: 'To',
    everyone: 'Everyone',
    team: 'Hosts and speakers',
    hosts: 'Hosts only',
    one: (name: string) => `${name} alone`,
    toTeam: 'to hosts and speakers',
    toHosts: 'to hosts only',
    toYou: 'to you alone',
    toOne: (name: string) => `to ${name} alone`,
    onlyTeam: 'Only hosts and speakers read what you write.',
    send: 'Send',
    sending: 'Sending…',
    delete: 'Delete',
    deleteOf: (name: string, text: string) => `Delete what ${name} wrote: ${text}`,
    deleted: 'This message was deleted.',
  },
};
