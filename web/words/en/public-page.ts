/** The session’s public page, and registering on it. */
export const publicPage = {
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
    looksFirst: (host: string) => `${host} looks at each registration first. Your link comes once yours is approved.`,
    /** A date and an hour follow. */
    openUntil: 'Registration is open until',
    closed: { title: 'Registration is closed', text: 'If you have registered, your personal link from the e-mail still works.' },
    notFound: { title: 'No such session', text: 'There is no session at this address. Look at the link again, or ask whoever sent it to you.' },
  },

  form: {
    register: 'Register',
    email: 'E-mail',
    emailHelp: 'Your personal link is sent here.',
    name: 'Name',
    passcode: 'Passcode',
    passcodeHelp: 'The organizer has given it to you.',
    /** After the sign that marks a question: it must be answered. */
    needed: 'needed',
    chooseSome: '(choose at least one)',
    choose: 'Choose…',
    /** Over a question that is asked only after a certain answer to another, where no script can hide it. */
    onlyIf: (question: string, answer: string) => `Only if “${answer}” is your answer to “${question}”.`,
    onlyIfTicked: (question: string) => `Only if you ticked “${question}”.`,
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
    /** Where the organizer looks at each registration first. */
    pending: {
      onItsWay: (address: string) => `We have your registration. A message is on its way to ${address}.`,
      next: (host: string) => `${host} looks at each registration. Your link comes by e-mail as soon as yours is approved.`,
    },
    /** Where no seat is free. Whoever has one already may read it, too. */
    waitlisted: {
      onItsWay: (address: string) => `All seats are taken. A message is on its way to ${address}.`,
      next: (_host: string) => `Whoever registers now is in line: as soon as a seat is free, the link comes by e-mail. A seat that you have already stays yours.`,
    },
    nothing: 'Nothing there after a few minutes? Look among the unwanted mail, or register once more with the same address.',
  },
};
