/** What stands on every page. */
export const common = {
  skip: 'Skip to content',
  optional: '(optional)',
  oneMoment: 'One moment',
  loading: 'Loading',
  mainMenu: 'Main',
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
};
