import type { Words } from '../en.js';

/** Was über Aufzeichnungen gesagt wird. */
export const recording: Pick<Words, 'recording'> = {
  recording: {
    agree: 'Ich bin mit der Aufzeichnung einverstanden',
    seenBy: {
      hosts: 'Ein Gastgeber darf Ton, Bild und Bildschirm derer aufzeichnen, die etwas senden. Die Gastgeber können es danach ansehen.',
      everyone: 'Ein Gastgeber darf Ton, Bild und Bildschirm derer aufzeichnen, die etwas senden. Alle, die dabei waren, können es danach ansehen.',
    },
    agreeFirst: 'Bitte stimmen Sie erst zu, oder bleiben Sie draußen.',
    on: 'Aufzeichnung läuft',
    begun: 'Diese Veranstaltung wird aufgezeichnet.',
    over: 'Die Aufzeichnung ist beendet.',
    record: 'Aufzeichnen',
    stop: 'Aufzeichnung beenden',
    heading: 'Aufzeichnung',
    preparing: 'Die Aufzeichnung wird vorbereitet.',
    somebody: 'Jemand',
    kinds: { sound: 'Ton', picture: 'Bild', screen: 'Bildschirm', 'screen-sound': 'Ton des Bildschirms' },
  },
};
