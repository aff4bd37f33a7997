import type { moderation as meant } from '../en/moderation.js';
import { counting, listing } from '../numbers.js';

const count = counting('fr');
const list = listing('fr');

export const moderation: typeof meant = {
  moderation: {
    all: 'Pour tout le monde',
    muteAll: 'Couper tous les micros',
    allMuted: 'Tous les micros sont coupés, sauf ceux des hôtes.',
    mayUnmute: 'Chacun peut rouvrir son micro',
    stopAll: 'Arrêter toutes les vidéos',
    allStopped: 'Toutes les vidéos sont arrêtées, sauf celles des hôtes.',
    mayStart: 'Chacun peut rallumer sa caméra',
    lock: 'Verrouiller la salle',
    lockHelp: 'Toute nouvelle personne demande à entrer.',

    more: (name) => `Décider pour ${name}`,
    mute: 'Couper le micro',
    letSpeak: 'Autoriser le micro',
    stopVideo: 'Arrêter la vidéo',
    letShow: 'Autoriser la caméra',
    invite: 'Inviter sur scène',
    takeBack: 'Retirer l’invitation',
    takeOff: 'Faire quitter la scène',
    remove: 'Faire sortir',
    ban: 'Bannir',
    cancel: 'Annuler',

    invited: 'Invitation sur scène envoyée',
    declined: 'Préfère ne pas monter',
    cameraStopped: 'Vidéo arrêtée',

    removeAsk: (name) => `Faire sortir ${name} ?`,
    removeText: 'Cette personne sort aussitôt. Elle pourra demander à revenir, et vous déciderez.',
    banAsk: (name) => `Bannir ${name} ?`,
    banText: 'Cette personne sort aussitôt et ne reviendra jamais dans cette rencontre. C’est définitif.',

    isMuted: (name) => `Le micro de ${name} est coupé.`,
    maySpeak: (name) => `${name} peut de nouveau se faire entendre.`,
    isStopped: (name) => `La vidéo de ${name} est arrêtée.`,
    mayShow: (name) => `${name} peut de nouveau se montrer.`,
    isInvited: (name) => `${name} a reçu une invitation sur scène.`,
    isTakenBack: (name) => `L’invitation de ${name} est retirée.`,
    isOff: (name) => `${name} n’est plus sur scène.`,
    isRemoved: (name) => `${name} n’est plus dans la salle.`,
    isBanned: (name) => `${name} ne peut plus revenir.`,

    audience: 'Public',
    find: 'Chercher une personne du public',
    nobody: 'Personne de ce nom ne regarde.',
    moreFound: 'Il y en a d’autres. Tapez plus de lettres du nom.',

    muted: 'L’hôte a coupé votre micro.',
    mutedHeld: 'L’hôte a coupé votre micro. Vous pourrez parler quand l’hôte le permettra.',
    stopped: 'L’hôte a arrêté votre vidéo.',
    stoppedHeld: 'L’hôte a arrêté votre vidéo. Vous pourrez la montrer quand l’hôte le permettra.',
    let: 'L’hôte vous rend la parole : vous pouvez rouvrir votre micro.',
    letShown: 'L’hôte vous permet de montrer de nouveau votre vidéo.',
    takenOff: 'L’hôte vous a fait quitter la scène. Vous voyez et entendez toujours tout.',
    asked: 'L’hôte vous invite sur scène.',
    getReady: 'Se préparer',
    notNow: 'Pas maintenant',
    readyTitle: 'Monter sur scène ?',
    readyText: 'Tout le monde vous verra et vous entendra comme ici.',
    come: 'Monter sur scène',
    askedNoMore: 'Votre invitation a été retirée.',
    leaveStage: 'Quitter la scène',
    saidNo: (names) => `Préfère ne pas monter sur scène : ${list(names)}.`,

    knocking: 'Demandent à entrer',
    knocks: (names) => `Demande à entrer : ${list(names)}.`,
    manyKnock: (people) => count(people, { one: '# personne demande à entrer.', many: '# de personnes demandent à entrer.', other: '# personnes demandent à entrer.' }),
    letIn: 'Faire entrer',
    letAllIn: 'Faire entrer tout le monde',
    deny: 'Ne pas faire entrer',
    seeWho: 'Voir qui',
    wasRemoved: 'Déjà sorti par l’hôte',
    isIn: (name) => `${name} peut entrer.`,
    allIn: 'Toutes les personnes qui attendaient à la porte peuvent entrer.',
    isDenied: (name) => `${name} n’entre pas.`,
  },
};
