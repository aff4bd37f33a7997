/** The last page. */
export const closing = {
  closing: {
    left: { heading: 'You left', text: 'The session goes on without you. You can come back at any time until it ends.' },
    leftEarly: { heading: 'You left', text: 'Your seat is kept. Come back when it is time, or a little earlier.' },
    thanks: { heading: 'Thank you for coming', text: 'The session has ended. Camera and microphone are off.' },
    calledOff: { heading: 'This session was cancelled', text: 'The host has called it off. Camera and microphone are off.' },
    ended: { heading: 'This session has ended', text: 'It is over, and its room is closed.' },
    cancelled: { heading: 'This session was cancelled', text: 'It will not take place. Everyone who registered was told by e-mail.' },
    missed: { heading: 'This session did not take place', text: 'Nobody opened it at the planned time. Ask whoever invited you for a new date.' },
    endedAt: (time: string) => `Ended ${time}`,
    rejoin: 'Rejoin',
    closePage: 'You can close this page.',
  },
};
