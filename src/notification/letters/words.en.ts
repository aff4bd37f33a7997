import type { Words } from './words.js';

/** All sentences of all letters, in English. */
export const english: Words = {
  language: 'en',
  defaultLocale: 'en-GB',

  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  minutes: (count) => (count === 1 ? 'one minute' : `${count} minutes`),
  duration: (minutes) => {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    return [hours && (hours === 1 ? '1 hour' : `${hours} hours`), rest && (rest === 1 ? '1 minute' : `${rest} minutes`)].filter(Boolean).join(' ');
  },

  confirmation: {
    subject: (title) => `You are registered: ${title}`,
    heading: 'Your seat is saved',
    lead: (host) => `${host} is looking forward to seeing you. On the day, open your link a few minutes early; that is all it takes.`,
  },
  update: {
    subject: (title) => `New time: ${title}`,
    heading: 'The time has changed',
    lead: (host) => `${host} has moved this session. Your seat is still saved and your link stays the same.`,
    leadForHost: 'The session has been moved. Everyone who registered is told.',
    before: 'Before',
    now: 'Now',
  },
  linkAgain: {
    subject: (title) => `Your link: ${title}`,
    heading: 'Your link, once more',
    lead: () => 'Someone, most likely you, registered this address again. You already have a seat; here is your link.',
  },
  reminder: {
    subject: (title, left) => `Starts in ${left}: ${title}`,
    subjectLive: (title) => `It has begun: ${title}`,
    heading: (left) => `Starts in ${left}`,
    headingLive: 'The doors are open',
    lead: (host) => `Time to get comfortable. Open your link now, check camera and sound in peace, and ${host} will let you in.`,
    leadLive: (host) => `${host} has already opened the doors. Your link leads straight in.`,
    leadForHost: 'Open the room now, check camera and sound, and start when you are ready.',
  },
  cancellation: {
    subject: (title) => `Cancelled: ${title}`,
    subjectRegistration: (title) => `Your registration is cancelled: ${title}`,
    heading: 'This session is cancelled',
    headingRegistration: 'Your registration is cancelled',
    lead: (host) => `${host} has cancelled this session. You need not do anything; your calendar will take it out.`,
    leadForHost: 'The session has been cancelled. Everyone who registered is told.',
    leadRegistration: 'Your seat is free again and your link no longer opens anything. You are welcome to register again while registration is open.',
  },

  when: 'When',
  wasPlanned: 'Was planned for',
  yourTime: 'your time',
  sessionTime: 'session’s time',
  host: 'Host',
  about: 'About',
  join: 'Join the session',
  openRoom: 'Open the room',
  joinAt: 'Join here:',
  joinLabel: 'Join',
  personal: 'This link is yours alone: whoever has it takes your seat, so please don’t share it.',
  addTo: 'Add to your calendar:',
  attached: 'The invitation is also attached as a calendar file (invite.ics).',
  sessionPage: 'About the session:',
  whyYouGetThis: (title) => `You get this mail because this address was registered for “${title}”. If that was not you, simply ignore it.`,
  whyHost: (title) => `You get this mail because you host “${title}”.`,
  answerTo: (host) => `An answer to this mail goes to ${host}.`,
};
