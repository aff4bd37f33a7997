import type { moderation as meant } from '../en/moderation.js';
import { counting, listing } from '../numbers.js';

const count = counting('de');
const list = listing('de');

export const moderation: typeof meant = {
  moderation: {
    all: 'Für alle',
    muteAll: 'Alle stummschalten',
    allMuted: 'Alle außer der Leitung sind stumm.',
    mayUnmute: 'Sie dürfen ihr Mikrofon selbst wieder einschalten',
    stopAll: 'Alle Videos anhalten',
    allStopped: 'Das Video aller außer der Leitung ist angehalten.',
    mayStart: 'Sie dürfen ihre Kamera selbst wieder einschalten',
    lock: 'Raum abschließen',
    lockHelp: 'Wer neu kommt, bittet um Einlass.',

    more: (name) => `Über ${name} entscheiden`,
    mute: 'Stummschalten',
    letSpeak: 'Mikrofon erlauben',
    stopVideo: 'Video anhalten',
    letShow: 'Kamera erlauben',
    invite: 'Auf die Bühne bitten',
    takeBack: 'Einladung zurücknehmen',
    takeOff: 'Von der Bühne nehmen',
    remove: 'Entfernen',
    ban: 'Ausschließen',
    cancel: 'Abbrechen',

    invited: 'Auf die Bühne gebeten',
    declined: 'Möchte nicht',
    cameraStopped: 'Video angehalten',

    removeAsk: (name) => `${name} entfernen?`,
    removeText: 'Die Person ist sofort draußen. Sie darf wieder um Einlass bitten, und Sie entscheiden.',
    banAsk: (name) => `${name} ausschließen?`,
    banText: 'Die Person ist sofort draußen und kommt nie mehr in diese Veranstaltung. Das lässt sich nicht rückgängig machen.',

    isMuted: (name) => `${name} ist stumm.`,
    maySpeak: (name) => `${name} darf wieder zu hören sein.`,
    isStopped: (name) => `Das Video von ${name} ist angehalten.`,
    mayShow: (name) => `${name} darf wieder zu sehen sein.`,
    isInvited: (name) => `${name} ist auf die Bühne gebeten.`,
    isTakenBack: (name) => `Die Einladung an ${name} ist zurückgenommen.`,
    isOff: (name) => `${name} ist von der Bühne.`,
    isRemoved: (name) => `${name} ist entfernt.`,
    isBanned: (name) => `${name} ist ausgeschlossen.`,

    audience: 'Publikum',
    find: 'Im Publikum suchen',
    nobody: 'Niemand mit diesem Namen sieht zu.',
    moreFound: 'Es gibt noch mehr. Geben Sie mehr vom Namen ein.',

    muted: 'Die Leitung hat Sie stummgeschaltet.',
    mutedHeld: 'Die Leitung hat Sie stummgeschaltet. Sie können sprechen, sobald sie es erlaubt.',
    stopped: 'Die Leitung hat Ihr Video angehalten.',
    stoppedHeld: 'Die Leitung hat Ihr Video angehalten. Sie können es zeigen, sobald sie es erlaubt.',
    let: 'Die Leitung lässt Sie wieder sprechen: Sie können Ihr Mikrofon einschalten.',
    letShown: 'Die Leitung lässt Sie Ihr Video wieder zeigen.',
    takenOff: 'Die Leitung hat Sie von der Bühne genommen. Sie sehen und hören weiter alles.',
    asked: 'Die Leitung bittet Sie auf die Bühne.',
    getReady: 'Vorbereiten',
    notNow: 'Jetzt nicht',
    readyTitle: 'Auf die Bühne kommen?',
    readyText: 'Alle hier sehen und hören Sie dann so, wie Sie hier eingestellt sind.',
    come: 'Auf die Bühne',
    askedNoMore: 'Die Einladung wurde zurückgenommen.',
    leaveStage: 'Bühne verlassen',
    saidNo: (names) => `Möchte nicht auf die Bühne: ${list(names)}.`,

    knocking: 'Bitten um Einlass',
    knocks: (names) => `Bittet um Einlass: ${list(names)}.`,
    manyKnock: (people) => count(people, { one: '# Person bittet um Einlass.', other: '# Personen bitten um Einlass.' }),
    letIn: 'Hereinlassen',
    letAllIn: 'Alle hereinlassen',
    deny: 'Nicht hereinlassen',
    seeWho: 'Ansehen',
    wasRemoved: 'Vorher entfernt',
    isIn: (name) => `${name} ist hereingelassen.`,
    allIn: 'Alle, die gebeten haben, sind hereingelassen.',
    isDenied: (name) => `${name} ist nicht hereingelassen.`,
  },
};
