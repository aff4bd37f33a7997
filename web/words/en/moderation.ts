import { counting, listing } from '../numbers.js';

const count = counting('en');
const list = listing('en-GB');

/** What hosts decide about people and the room. */
export const moderation = {
  moderation: {
    all: 'For everyone',
    muteAll: 'Mute all',
    allMuted: 'Everyone but hosts is muted.',
    mayUnmute: 'They may unmute themselves',
    stopAll: 'Stop all video',
    allStopped: 'The video of everyone but hosts is stopped.',
    mayStart: 'They may turn their camera on themselves',
    lock: 'Lock the room',
    lockHelp: 'Whoever is new asks to come in.',

    /** The button beside a name. */
    more: (name: string) => `Decide about ${name}`,
    mute: 'Mute',
    letSpeak: 'Allow microphone',
    stopVideo: 'Stop video',
    letShow: 'Allow camera',
    invite: 'Invite on stage',
    takeBack: 'Take back the invitation',
    takeOff: 'Take off stage',
    remove: 'Remove',
    ban: 'Ban',
    cancel: 'Cancel',

    /** Beside a name. */
    invited: 'Invited on stage',
    declined: 'Declined',
    cameraStopped: 'Video stopped',

    removeAsk: (name: string) => `Remove ${name}?`,
    removeText: 'They leave at once. They may ask to come in again, and you decide.',
    banAsk: (name: string) => `Ban ${name}?`,
    banText: 'They leave at once and never come back to this session. This cannot be undone.',

    /** Said aloud once it is done. */
    isMuted: (name: string) => `${name} is muted.`,
    maySpeak: (name: string) => `${name} may be heard again.`,
    isStopped: (name: string) => `The video of ${name} is stopped.`,
    mayShow: (name: string) => `${name} may be seen again.`,
    isInvited: (name: string) => `${name} is invited on stage.`,
    isTakenBack: (name: string) => `The invitation of ${name} is taken back.`,
    isOff: (name: string) => `${name} is off stage.`,
    isRemoved: (name: string) => `${name} is removed.`,
    isBanned: (name: string) => `${name} is banned.`,

    audience: 'Audience',
    find: 'Find somebody in the audience',
    nobody: 'Nobody by that name is watching.',
    moreFound: 'There are more. Type more of the name.',

    /** To whom it concerns. */
    muted: 'A host muted you.',
    mutedHeld: 'A host muted you. You can speak once a host lets you.',
    stopped: 'A host stopped your video.',
    stoppedHeld: 'A host stopped your video. You can show it once a host lets you.',
    let: 'A host lets you speak again: you can unmute yourself.',
    letShown: 'A host lets you show your video again.',
    takenOff: 'A host took you off stage. You still see and hear everything.',
    asked: 'A host invites you on stage.',
    getReady: 'Get ready',
    notNow: 'Not now',
    readyTitle: 'Come on stage?',
    readyText: 'Everyone here will see and hear you as you are here.',
    come: 'Go on stage',
    askedNoMore: 'The invitation was taken back.',
    leaveStage: 'Leave stage',
    saidNo: (names: readonly string[]) => `${list(names)} would rather not come on stage.`,

    /** Those who knock at a locked door. */
    knocking: 'Asking to come in',
    knocks: (names: readonly string[]) => `${list(names)} ${names.length === 1 ? 'asks' : 'ask'} to come in.`,
    manyKnock: (people: number) => count(people, { one: '# person asks to come in.', other: '# people ask to come in.' }),
    letIn: 'Let in',
    letAllIn: 'Let all in',
    deny: 'Do not let in',
    seeWho: 'See who',
    wasRemoved: 'Removed before',
    isIn: (name: string) => `${name} is let in.`,
    allIn: 'All who asked are let in.',
    isDenied: (name: string) => `${name} is not let in.`,
  },
};
