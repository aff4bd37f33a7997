/** From a link to the click on Join, and every door that stays shut. */
export const wayIn = {
  /** Why nobody answers. */
  unreachable: {
    server: 'The server does not answer properly at the moment.',
    crowd: 'Very many people are coming in at this moment.',
    offline: 'There is no connection to the server at the moment.',
    refused: 'That did not work.',
    room: 'The room could not be loaded.',
    tab: 'No connection',
    heading: 'We cannot reach the session',
    keepsTrying: (why: string) => `${why} This page keeps trying. Your place is kept.`,
  },
  opening: 'Opening the session',

  deadLink: {
    tab: 'Link not working',
    heading: 'This link no longer works',
    text: 'It may have been replaced by a newer one, or a part of it was lost when it was copied.',
    newest: 'Open the link in the newest mail that you have about this session.',
    register: 'Or register again with the same address: the link is sent to you once more.',
    ask: 'Or ask whoever invited you.',
  },

  registrationNeeded: {
    text: 'People come to this session with a personal link. Register, and it is sent to you by e-mail.',
    already: 'Registered already? Open the link in the mail that you received.',
  },

  preJoin: {
    tab: (title: string) => `Join · ${title}`,
    withHost: (host: string) => `with ${host}`,
    openNow: 'Open now',
    yourName: 'Your name',
    noName: 'Please enter your name, so that the others know who you are.',
    join: 'Join',
    knock: 'You ask to come in, and a host decides.',
    straightIn: 'The session has started. You go straight in.',
    full: 'All places in the room are taken. As soon as somebody leaves, you come in without doing anything: keep this page open.',
    wait: 'You wait in the foyer until the host opens the doors.',
    backstage: 'You go backstage. Those who wait do not see or hear you before the start.',
    elsewhere: {
      title: 'Move here?',
      text: 'You are already in this session on another device. There is one seat for each link: joining here ends it there.',
      stay: 'Stay there',
      move: 'Move here',
    },
  },

  seat: {
    moved: {
      tab: (title: string) => `Moved · ${title}`,
      heading: 'You moved to another device',
      text: (title: string) => `Your seat in “${title}” was opened on another device or in another window. Camera and microphone are off here.`,
      useHere: 'Use it here',
    },
    shutOut: {
      tab: (title: string) => `Not admitted · ${title}`,
      heading: 'You cannot come in at the moment',
      text: (title: string) => `The host has closed “${title}” for this seat. Ask the host if you think that this is a mistake.`,
    },
    removed: { heading: 'A host removed you', text: (title: string) => `A host removed you from “${title}”. You may ask to come in again, and a host decides.` },
    denied: { heading: 'A host did not let you in', text: (title: string) => `A host of “${title}” did not let you in now. You may ask again.` },
    banned: { heading: 'You cannot come into this session', text: (title: string) => `A host has decided that you cannot come back into “${title}”. If you think that this is a mistake, write to whoever invited you.` },
    revoked: { heading: 'Your link was taken back', text: (title: string) => `The organizer of “${title}” has taken your link back. If you think that this is a mistake, write to whoever invited you.` },
    ask: 'Ask to come in',
  },

  otherSeat: {
    heading: 'Is this link yours?',
    belongsTo: (name: string) => `It belongs to ${name}.`,
    youAre: (title: string, name: string) => `In this browser you are in “${title}” as ${name}.`,
    oneSeat: 'There is one seat for each link, and using somebody else’s takes it from them.',
    back: 'Back to my seat',
    register: 'Register somebody else',
    use: (name: string) => `I am ${name}: use this link`,
  },
};
