import type { Words } from '../en.js';

/** Ce qui se dit des enregistrements. */
export const recording: Pick<Words, 'recording'> = {
  recording: {
    agree: 'J’accepte d’être enregistré(e)',
    seenBy: {
      hosts: 'Un hôte peut enregistrer le son, l’image et l’écran de qui les envoie. Les hôtes peuvent le voir ensuite.',
      everyone: 'Un hôte peut enregistrer le son, l’image et l’écran de qui les envoie. Toutes les personnes présentes peuvent le voir ensuite.',
    },
    agreeFirst: 'Acceptez d’abord, ou restez dehors.',
    on: 'Enregistrement',
    begun: 'Cette session est enregistrée.',
    over: 'L’enregistrement est terminé.',
    record: 'Enregistrer',
    stop: 'Arrêter l’enregistrement',
    heading: 'Enregistrement',
    preparing: 'L’enregistrement est en préparation.',
    somebody: 'Quelqu’un',
    kinds: { sound: 'Son', picture: 'Image', screen: 'Écran', 'screen-sound': 'Son de l’écran' },
  },
};
