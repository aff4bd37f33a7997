import type { moderation as meant } from '../en/moderation.js';

export const moderation: typeof meant = {
  moderation: {
    all: 'Pour tout le monde',
    muteAll: 'Couper tous les micros',
    allMuted: 'Tous les micros sont coupés, sauf ceux des hôtes.',
    mayUnmute: 'Chacun peut rouvrir son micro',
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
  },
};
