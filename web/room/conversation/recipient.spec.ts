import type { ChatTo } from '../../../client/protocol.ts';
import type { RoomState } from '../room-state.ts';
import { peopleFor, recipientNow, type Recipient } from './recipient.ts';

const to = (circle: ChatTo): Recipient => ({ to: circle, toPerson: null });
const ada: Recipient = { to: 'direct', toPerson: { seatId: 'ada', name: 'Ada' } };
const meeting: ChatTo[] = ['everyone', 'hosts', 'direct'];
const hosts: ChatTo[] = ['everyone', 'team', 'direct'];

describe('whom a message goes to', () => {
  it('is the usual, unless somebody was chosen', () => {
    expect(recipientNow(meeting, null, null)).toEqual(to('everyone'));
    expect(recipientNow(meeting, to('hosts'), to('everyone'))).toEqual(to('hosts'));
    expect(recipientNow([], null, null)).toBeNull();
  });

  it('stays whom it was begun for when the doors open', () => {
    expect(recipientNow(['team'], null, null)).toEqual(to('team'));
    expect(recipientNow(hosts, null, to('team'))).toEqual(to('team'));
  });

  it('is few rather than all where those whom it was meant for cannot be reached any more', () => {
    expect(recipientNow(hosts, to('hosts'), null)).toEqual(to('team'));
    expect(recipientNow(['everyone', 'team'], ada, null)).toEqual(to('team'));
    expect(recipientNow(['team'], to('everyone'), null)).toEqual(to('team'));
  });

  it('is never everyone because one person left', () => {
    const room = { people: [{ seatId: 'me', name: 'Me' }, { seatId: 'ben', name: 'Ben' }], you: { seatId: 'me' } } as unknown as RoomState;
    expect(recipientNow(meeting, ada, null)).toEqual(ada);
    expect(peopleFor(room, ada.toPerson).map(({ name }) => name)).toEqual(['Ben', 'Ada']);
    expect(peopleFor(room, null).map(({ name }) => name)).toEqual(['Ben']);
  });
});
