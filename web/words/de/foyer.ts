import type { foyer as meant } from '../en/foyer.js';
import { counting } from '../numbers.js';

const count = counting('de');

export const foyer: typeof meant = {
  foyer: {
    tab: (title) => `Im Foyer · ${title}`,
    heading: 'Warten auf die Leitung',
    doing: 'Sobald die Leitung beginnt, kommen Sie hinein. Sie müssen nichts drücken.',
    noMedia: 'Ton und Bild sind gerade nicht verfügbar. Sie kommen von selbst.',
    hereAs: (name) => `Sie sind hier als ${name}.`,
    startsIn: (left) => `Bis zum Beginn ${left}`,
    anyMoment: 'Die Leitung öffnet jeden Moment die Türen.',
    opening: 'Die Türen gehen auf',
    opensIn: (time) => `Die Türen gehen in ${time} auf.`,
    stopped: 'Die Leitung hat den Beginn angehalten. Sie warten weiter.',
    itIsTime: 'Die geplante Zeit ist gekommen. Die Leitung öffnet jeden Moment die Türen.',
    lessThan: (minutes) => `Noch weniger als ${minutes} bis zum Beginn.`,
    hostMissing: 'Die Leitung ist noch nicht da. Wir haben sie erinnert.',
    inTheirPlace: 'Sie können an ihrer Stelle beginnen. Dann übernehmen Sie die Leitung.',
  },

  door: { heading: 'Sie haben angeklopft', text: 'Die Leitung sieht es und lässt Sie herein. Sie müssen nichts drücken.' },

  backstage: {
    name: 'Hinter der Bühne',
    label: 'Vor dem Beginn',
    waiting: (people) => (people === 0 ? 'Noch wartet niemand' : count(people, { one: '# Person wartet', other: '# Personen warten' })),
    opening: 'Gleich werden Sie gesehen und gehört',
    stopped: 'Der Beginn ist angehalten. Alle warten weiter.',
    stop: 'Anhalten',
    stopBy: 'Mit Escape halten Sie an.',
    unheardByHost: 'Bevor Sie beginnen, werden Sie nicht gesehen und nicht gehört.',
    unheard: 'Bevor die Leitung beginnt, werden Sie nicht gesehen und nicht gehört.',
    start: 'Beginnen',
    steward: 'Es ist niemand von der Leitung gekommen. Sie können an ihrer Stelle beginnen.',
  },
};
