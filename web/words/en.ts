import { counting, listing } from './numbers.js';

const count = counting('en');
const list = listing('en-GB');

/**
 * All sentences of the pages that attendees see, in English. The other languages have this shape. Dates, hours,
 * zones and spans of time are written by `Intl`, so no translator need think of them.
 */
export const english = {
  /** BCP 47. */
  language: 'en',

  skip: 'Skip to content',
  optional: '(optional)',
  oneMoment: 'One moment',
  tryAgain: 'Try again',
  close: 'Close',
  done: 'Done',
  /** Before the list of languages. */
  languages: 'Language',

  /** Said to screen readers before a time. */
  times: {
    own: 'Your time zone',
    session: 'The session’s time zone',
    both: 'Your time zone, and the session’s',
  },

  /** The session's public page. */
  page: {
    lookAgain: (title: string) => `Please look again: ${title}`,
    invites: {
      meeting: (host: string) => `${host} invites you to a meeting`,
      workshop: (host: string) => `${host} invites you to a workshop`,
      webinar: (host: string) => `${host} invites you to a webinar`,
    },
    /** For link previews where the organizer wrote no description. */
    summary: {
      meeting: (host: string) => `A meeting with ${host}.`,
      workshop: (host: string) => `A workshop with ${host}.`,
      webinar: (host: string) => `A webinar with ${host}.`,
    },
    sessionTime: 'Session’s time',
    yourTime: 'Your time',
    sameZone: (zone: string) => `${zone}, the same as the session’s`,
    about: 'About this session',
    liveTitle: 'It is running now',
    liveText: 'Come in: the host is already there.',
    openTitle: 'No registration needed',
    openText: 'Come at the time named here, or a little early: you wait in the foyer until the host opens the doors.',
    join: 'Join',
    liveRegister: 'It is running now. Register, and your link is sent at once.',
    cancelled: { title: 'Cancelled', text: (host: string) => `${host} has cancelled this session. Nothing more to do: whoever registered has been told.` },
    ended: { title: 'It is over', text: 'This session has ended. Thank you to everyone who came.' },
    missed: { title: 'It did not take place', text: (host: string) => `${host} has not started this session. If it is moved, whoever registered is told the new time by e-mail.` },
    closed: { title: 'Registration is closed', text: 'If you have registered, your personal link from the e-mail still works.' },
    notFound: { title: 'No such session', text: 'There is no session at this address. Look at the link again, or ask whoever sent it to you.' },
  },

  form: {
    register: 'Register',
    email: 'E-mail',
    emailHelp: 'Your personal link is sent here.',
    name: 'Name',
    /** After the sign that marks a question: it must be answered. */
    needed: 'needed',
    chooseSome: '(choose at least one)',
    choose: 'Choose…',
    again: 'Please look at this again:',
    failed: 'That did not work. Please try again.',
    unreachable: 'Foyer could not be reached. Everything you typed is still here: check your connection and press Register again.',
  },

  /** After registering. */
  sent: {
    title: 'Check your e-mail',
    onItsWay: (address: string) => `Your personal link is on its way to ${address}.`,
    /** In the place of an address that is not known any more. */
    theAddress: 'the address you gave',
    live: 'The session is running: the link leads straight in.',
    later: 'The message brings an invitation for your calendar, too. Open your link when it is time.',
    nothing: 'Nothing there after a few minutes? Look among the unwanted mail, or register once more with the same address.',
  },

  /** What is wrong with an answer, by the server's codes. */
  mistakes: {
    required: 'Please answer this.',
    'required-email': 'Please give your e-mail address.',
    'required-name': 'Please give your name.',
    'required-tick': 'Please tick this to go on.',
    address: 'That does not look like an e-mail address.',
    /** `{most}` is a number. */
    'too-long': 'At most {most} characters, please.',
    characters: 'It contains characters that cannot be stored.',
    text: 'Give this as text.',
    number: 'Give a number.',
    checkbox: 'Tick it or leave it.',
    choice: 'Choose from the options.',
    phone: 'Give a phone number such as +49 30 1234567.',
    url: 'Give a web address such as https://example.com.',
    date: 'Give a date such as 2026-12-01.',
    'unknown-question': 'The form does not ask this any more.',
    'time-zone': 'Choose a time zone such as Europe/Berlin.',
    locale: 'Choose a language.',
  },

  /** Why the server said no, by its codes. */
  refusals: {
    invalid: 'Some of what was sent needs another look.',
    'registration-closed': 'Registration is closed.',
    'registration-page-not-found': 'This session asks for no registration.',
    'registration-withdrawn': 'This registration was cancelled. Register again to come after all.',
    'registration-erased': 'It was erased: nothing is known of it.',
    'registration-needed': 'Register first: your link comes by e-mail.',
    'session-not-found': 'There is no such session.',
    'session-over': 'The session is over.',
    'session-not-startable': 'It can no longer be started.',
    'session-not-live': 'It is not live, so there is nothing to end.',
    'link-not-found': 'This link no longer works.',
    'no-seat': 'This browser holds no seat here.',
    'not-a-host': 'Only a host can do that.',
    'not-on-stage': 'You are not on stage.',
    'doors-closed': 'The doors are not open.',
    'stage-full': 'As many people as the room allows are sending already.',
    'media-unavailable': 'Audio and video cannot be reached at the moment.',
    'changed-meanwhile': 'Somebody else changed it at the same moment. Look again, then repeat.',
    'too-many': 'That was a lot at once. Please wait a moment.',
    'not-connected': 'There is no connection at the moment.',
    'no-answer': 'The server did not answer in time.',
    unexpected: 'Something went wrong on our side. It has been noted; please try again.',
  },

  devices: {
    both: 'Camera and microphone',
    allow: 'Allow camera and microphone when the browser asks.',
    noPicture: 'No picture of you',
    cameraIsOff: 'Your camera is off',
    muted: 'You are muted. Others will not hear you.',
    withoutThem: 'You can come in without.',
    change: 'Change devices',
    camera: 'Camera',
    noCamera: 'No camera',
    microphone: 'Microphone',
    noMicrophone: 'No microphone',
    speaker: 'Speaker',
    playSound: 'Play a sound',
    works: 'Your microphone works.',
    saySomething: 'Say something: the bar follows your voice.',
    mirror: 'Your camera, as others will see you, mirrored',
    mute: 'Mute',
    unmute: 'Unmute',
    cameraOff: 'Camera off',
    cameraOn: 'Camera on',
  },

  /** Why a device cannot be used, and what to do. */
  trouble: {
    camera: {
      insecure: 'The camera works only at an address that begins with https.',
      denied: 'This page may not use your camera. Allow it in the browser (the sign beside the address), then try again.',
      missing: 'No camera was found. Plug one in, then try again.',
      busy: 'Another program is using your camera. Close it there, then try again.',
      unplugged: 'Your camera was unplugged. Plug it in again, or choose another.',
      failed: 'Your camera could not be started. Try again.',
    },
    microphone: {
      insecure: 'The microphone works only at an address that begins with https.',
      denied: 'This page may not use your microphone. Allow it in the browser (the sign beside the address), then try again.',
      missing: 'No microphone was found. Plug one in, then try again.',
      busy: 'Another program is using your microphone. Close it there, then try again.',
      unplugged: 'Your microphone was unplugged. Plug it in again, or choose another.',
      failed: 'Your microphone could not be started. Try again.',
    },
    both: {
      insecure: 'Camera and microphone work only at an address that begins with https.',
      denied: 'This page may not use your camera and microphone. Allow them in the browser (the sign beside the address), then try again.',
      missing: 'No camera and no microphone were found. Plug them in, then try again.',
      busy: 'Another program is using your camera and microphone. Close it there, then try again.',
      unplugged: 'Your camera and microphone were unplugged. Plug them in again, or choose others.',
      failed: 'Your camera and microphone could not be started. Try again.',
    },
  },

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
    straightIn: 'The session has started. You go straight in.',
    wait: 'You wait in the foyer until the host opens the doors.',
    backstage: 'You go backstage. Those who wait do not see or hear you before the start.',
    elsewhere: {
      title: 'Move here?',
      text: 'You are already in this session on another device. There is one seat for each link: joining here ends it there.',
      stay: 'Stay there',
      move: 'Move here',
    },
  },

  foyer: {
    tab: (title: string) => `Waiting · ${title}`,
    heading: 'Waiting for the host',
    doing: 'You are let in as soon as the host starts. You need not press anything.',
    noMedia: 'Sound and picture are not available at the moment. They come by themselves.',
    hereAs: (name: string) => `You are here as ${name}.`,
    startsIn: (left: string) => `Starts in ${left}`,
    anyMoment: 'The host will open the doors any moment.',
    /** Said aloud at the planned time. */
    itIsTime: 'The planned time has come. The host opens the doors any moment.',
    /** Said aloud: "5 minutes". */
    lessThan: (minutes: string) => `It starts in less than ${minutes}.`,
  },

  backstage: {
    name: 'Backstage',
    label: 'Before the start',
    waiting: (people: number) => (people === 0 ? 'Nobody is waiting yet' : count(people, { one: '# person is waiting', other: '# people are waiting' })),
    unheardByHost: 'They do not see or hear you before you start.',
    unheard: 'They do not see or hear you before the host starts.',
    start: 'Start',
  },

  room: {
    tab: (place: string, title: string) => `${place} · ${title}`,
    inside: 'In the room',
    live: 'Live',
    stage: 'Stage',
    nobodyOnStage: 'Nobody is on stage at the moment. You will see and hear them here.',
    you: (name: string) => `${name} (you)`,
    muted: 'Muted',
    cameraOf: (name: string) => `Camera of ${name}`,
    people: 'People',
    host: 'Host',
    speaker: 'Speaker',
    notListed: 'The audience is not listed, and neither are you.',
    watching: (people: number) => count(people, { one: 'and # watching', other: 'and # watching' }),
    controls: 'Controls',
    devices: 'Devices',
    devicesTitle: 'Camera, microphone, speaker',
    leave: 'Leave',
    soundBlocked: 'The browser plays no sound before you press something.',
    hear: 'Click to hear',
    doorsOpen: 'The doors are open. You are in the room.',
    came: (names: readonly string[]) => `${list(names)} came in.`,
    left: (names: readonly string[]) => `${list(names)} left.`,
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
  },

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

  /** The page of one's own registration, from the link in any mail. */
  own: {
    opening: 'Opening your registration',
    kicker: 'Your registration',
    tab: (title: string) => `Your registration · ${title}`,
    withdrawn: {
      title: 'Your registration is cancelled',
      text: 'Your seat is free and your link no longer opens the door.',
      again: 'If you want to come after all, register again: you get a new link.',
      register: 'Register again',
    },
    cancelled: { title: 'The session was cancelled', text: 'It does not take place. There is nothing for you to do.' },
    missed: { title: 'The session did not take place', text: 'The host did not open it.' },
    over: { title: 'The session is over', text: 'Thank you for coming by. What you said can still be read, taken along and erased here.' },
    live: { title: 'Open now', text: 'The doors are open: your link leads straight in.', go: 'Join' },
    seat: { title: 'You have a seat', text: 'Come when it is time, or a little early: you wait in the foyer until the host opens.', go: 'Go to the door' },
    said: 'What you said',
    askedEarlier: (question: string) => `Asked earlier: ${question}`,
    registered: 'Registered',
    yes: 'Yes',
    noAnswer: 'No answer',
    notOffered: (option: string) => `${option} (not offered any more)`,
    registeredAs: (address: string) => `Registered as ${address}. To come under another address, register with that one.`,
    timeZone: 'Time zone',
    timeZoneHelp: 'Mails tell the time in it. Type a city.',
    language: 'Language',
    languageHelp: 'Of this page, and of the mails to you.',
    save: 'Save changes',
    saved: 'Saved. The next mail follows it.',
    unchanged: 'Nothing has changed: it already stands so.',
    wrong: 'Please look again at what is marked. Nothing was changed yet.',
    link: {
      title: 'Your link',
      text: 'It opens the door for you alone, so please do not pass it on.',
      again: 'Send me the link again',
      onItsWay: (address: string) => `On its way to ${address}. At most three go out in an hour: if none comes, look among the unwanted mail first.`,
    },
    giveUp: {
      title: 'Not coming?',
      text: (host: string) => `Then give your seat back: ${host || 'the host'} sees it, and it leaves your calendar.`,
      cancel: 'Cancel my registration',
      ask: 'Cancel your registration?',
      explain: 'Your link stops working. You get a cancellation by e-mail, which takes it off your calendar. You can register again later.',
      explainLive: 'Your link stops working, and if you are in the session you leave it. You get a cancellation by e-mail, which takes it off your calendar. You can register again later.',
      keep: 'Keep my seat',
    },
    held: {
      title: 'What is held about you',
      text: 'Your address, your name, your answers, and when you registered. It is erased by itself some time after the session, and at once when you say so.',
      download: 'Download everything',
      downloaded: 'The file is among your downloads.',
      erase: 'Erase',
      ask: 'Erase everything about you?',
      gone: 'Your name, address and answers are gone for good, here and in every record of the session.',
      ifComing: 'You lose your seat, your link stops working, and no more mail comes, not even a cancellation: please delete it from your calendar yourself.',
      otherwise: 'This page and your link stop working.',
      keep: 'Keep it',
      eraseAll: 'Erase everything',
    },
    deadLink: {
      text: 'It may have been replaced by a newer one, a part of it was lost when it was copied, or what it led to has been erased.',
      ask: 'Or answer the mail: that reaches the organizer.',
    },
    unreachable: {
      heading: 'We cannot open your registration',
      server: 'The server does not answer properly at the moment. Please try again soon.',
      offline: 'Foyer could not be reached. Check your connection and try again: nothing you typed is lost.',
    },
    erased: {
      tab: 'Erased',
      heading: 'Everything is erased',
      text: 'Your name, your address and your answers are gone, and your seat is free. No more mail comes about this session, and the links that you have lead nowhere now.',
      calendar: 'If it still stands in your calendar, please delete it there: we no longer know where to send a cancellation.',
    },
  },
};

/** The sentences of one language: a translation that lacks one does not compile. */
export type Words = typeof english;
