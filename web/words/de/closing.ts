import type { closing as meant } from '../en/closing.js';

export const closing: typeof meant = {
  closing: {
    left: { heading: 'Sie sind gegangen', text: 'Die Veranstaltung geht ohne Sie weiter. Bis zum Ende können Sie jederzeit zurückkommen.' },
    leftEarly: { heading: 'Sie sind gegangen', text: 'Ihr Platz bleibt Ihnen. Kommen Sie wieder, wenn es so weit ist, oder etwas früher.' },
    thanks: { heading: 'Schön, dass Sie da waren', text: 'Die Veranstaltung ist zu Ende. Kamera und Mikrofon sind aus.' },
    calledOff: { heading: 'Diese Veranstaltung wurde abgesagt', text: 'Die Leitung hat sie abgesagt. Kamera und Mikrofon sind aus.' },
    ended: { heading: 'Diese Veranstaltung ist zu Ende', text: 'Sie ist vorbei, und ihr Raum ist geschlossen.' },
    cancelled: { heading: 'Diese Veranstaltung wurde abgesagt', text: 'Sie findet nicht statt. Alle Angemeldeten haben es per E-Mail erfahren.' },
    missed: { heading: 'Diese Veranstaltung hat nicht stattgefunden', text: 'Zur geplanten Zeit hat niemand sie eröffnet. Fragen Sie nach einem neuen Termin, wo Sie eingeladen wurden.' },
    endedAt: (time) => `Ende: ${time}`,
    rejoin: 'Zurückkommen',
    closePage: 'Sie können diese Seite schließen.',
  },
};
