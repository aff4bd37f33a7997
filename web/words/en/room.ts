import { counting, listing } from '../numbers.js';

const count = counting('en');
const list = listing('en-GB');

/** The room: its bar, its notices, its end. */
export const room = {
  room: {
    tab: (place: string, title: string) => `${place} · ${title}`,
    inside: 'In the room',
    live: 'Live',
    controls: 'Controls',
    more: 'More',
    devices: 'Devices',
    devicesTitle: 'Camera, microphone, speaker',
    leave: 'Leave',
    soundBlocked: 'The browser plays no sound before you press something.',
    hear: 'Click to hear',
    doorsOpen: 'The doors are open. You are in the room.',
    allIn: (people: number) => count(people, { one: 'Who waited is in.', other: 'All # who waited are in.' }),
    someIn: (those: number, of: number) => `${those} of ${of} in.`,
    notReached: (names: readonly string[], more: number) => `Not reached yet: ${list(more > 0 ? [...names, `${more} more`] : names)}.`,
    noHost: (time: string) => `No host is here. Unless one comes back, this session ends at ${time}.`,
    lost: 'The connection was lost. Reconnecting… Your place is kept.',
    interrupted: 'Sound and picture are interrupted. They come back by themselves.',
    blocked: 'Sound and picture do not get through on this network. Try another one, such as your phone’s. This page keeps trying.',
    endForAll: 'End for all',
    endAsk: 'End it for everyone?',
    endText: 'Everyone leaves the room and it closes for good. To go yourself and let the others stay, press Leave.',
    goOn: 'Go on',
  },
};
