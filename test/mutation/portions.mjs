/**
 * What is mutated, a portion at a time. Models are found by their folder: a new one is in without being named.
 * Each portion is judged by specs without I/O alone: `specs`, as paths that Jest's testMatch takes.
 */
const model = (context) => ({
  mutate: [`src/${context}/**/model/**/*.ts`, `!src/${context}/**/*.spec.ts`],
  specs: [`src/${context}/**/model/**/*.spec.ts`],
});

export const portions = {
  scheduling: model('scheduling'),
  registration: model('registration'),
  conferencing: model('conferencing'),
  notification: model('notification'),
  platform: model('platform'),
  /** Who is let in as what; what each role may then do is asked over HTTP and the socket, in test/rights/. */
  rights: {
    mutate: ['src/identity/principal.ts', 'src/identity/organizer-only.ts', 'src/identity/seat.ts'],
    specs: ['src/identity/organizer-only.spec.ts'],
  },
  calendar: {
    mutate: ['src/notification/letters/calendar-file.ts', 'src/notification/letters/calendar-form.ts', 'src/platform/mail/clean.ts'],
    specs: ['src/notification/letters/{calendar-file,calendar-form}.spec.ts', 'src/platform/mail/clean.spec.ts'],
  },
};
