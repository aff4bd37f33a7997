import { counting } from '../numbers.js';

const count = counting('en');

/** Waiting for the host, and waiting with the host. */
export const foyer = {
  foyer: {
    tab: (title: string) => `Waiting · ${title}`,
    heading: 'Waiting for the host',
    doing: 'You are let in as soon as the host starts. You need not press anything.',
    noMedia: 'Sound and picture are not available at the moment. They come by themselves.',
    hereAs: (name: string) => `You are here as ${name}.`,
    startsIn: (left: string) => `Starts in ${left}`,
    anyMoment: 'The host will open the doors any moment.',
    /** Above a large 3, 2, 1; and said aloud: "3 seconds". */
    opening: 'The doors open',
    opensIn: (time: string) => `The doors open in ${time}.`,
    /** Shown and said aloud where a host has stopped the countdown. */
    stopped: 'The host has stopped the start. You go on waiting.',
    /** Said aloud at the planned time. */
    itIsTime: 'The planned time has come. The host opens the doors any moment.',
    /** Said aloud: "5 minutes". */
    lessThan: (minutes: string) => `It starts in less than ${minutes}.`,
    hostMissing: 'The host is not here yet. We have reminded them.',
    inTheirPlace: 'You may start in their place. You are the host then.',
  },

  /** Who came after a host locked the room. */
  door: { heading: 'Asking to come in', text: 'You have knocked. A host sees it and lets you in: you need not press anything.' },

  backstage: {
    name: 'Backstage',
    label: 'Before the start',
    waiting: (people: number) => (people === 0 ? 'Nobody is waiting yet' : count(people, { one: '# person is waiting', other: '# people are waiting' })),
    opening: 'You are about to be seen and heard',
    stopped: 'The start is stopped. They go on waiting.',
    stop: 'Stop',
    /** Said aloud to hosts while it counts. */
    stopBy: 'Press Escape to stop it.',
    unheardByHost: 'They do not see or hear you before you start.',
    unheard: 'They do not see or hear you before the host starts.',
    start: 'Start',
    steward: 'No host has come. You may start in their place.',
  },
};
